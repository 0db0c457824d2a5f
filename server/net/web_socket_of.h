#pragma once

#include <deque>
#include <utility>

#include <boost/asio/dispatch.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/websocket.hpp>

#include "server/net/web_socket.h"
#include "shared/base/limits.h"

namespace rapport {

// A WebSocket over one kind of stream (plain or TLS).
template <typename Stream>
class WebSocketOf final : public WebSocket,
                          public std::enable_shared_from_this<WebSocketOf<Stream>> {
 public:
  WebSocketOf(Stream stream, const SocketStart& start)
      : socket_(std::move(stream)),
        cutOff_(socket_.get_executor()),
        timeouts_(start.timeouts),
        ticket_(start.ticket) {
    using boost::beast::websocket::stream_base;
    boost::beast::get_lowest_layer(socket_).expires_never();
    stream_base::timeout timeout{timeouts_.headers, stream_base::none(), false};
    if (start.kind == SocketKind::kText) {
      // A browser answers pings by itself and nothing else tells that it is there.
      timeout.idle_timeout = timeouts_.socketSilence;
      timeout.keep_alive_pings = true;
    }
    socket_.set_option(timeout);
    socket_.set_option(boost::beast::websocket::permessage_deflate{});  // off, both ways
    socket_.read_message_max(start.kind == SocketKind::kBinary ? limits::kFrameBytes
                                                               : limits::kControlBytes);
    socket_.binary(start.kind == SocketKind::kBinary);
    socket_.auto_fragment(false);
    socket_.set_option(stream_base::decorator(
        [date = start.date](auto& answer) { answer.set(boost::beast::http::field::date, date); }));
  }

  // Answers the handshake; `done` is told whether the socket is open.
  void accept(const HttpRequest& request, SocketEvents events, std::function<void(bool)> done) {
    events_ = std::move(events);
    socket_.async_accept(request, [self = this->shared_from_this(),
                                   done = std::move(done)](boost::beast::error_code failure) {
      self->open_ = !failure;
      if (failure) self->events_ = {};
      done(!failure);
    });
  }

  void send(Bytes frame) override {
    onExecutor([this, frame = std::move(frame)]() mutable {
      if (!open_ || closing_) return;
      queuedBytes_ += frame.size();
      queue_.push_back(std::move(frame));
      const bool flooded =
          queue_.size() > limits::kOutgoingFrames || queuedBytes_ > limits::kOutgoingBytes;
      if (flooded) return drop();
      if (queue_.size() == 1) writeNext();
    });
  }

  void close() override {
    onExecutor([this] {
      if (!open_ || closing_) return;
      closing_ = true;
      cutOff_.expires_after(timeouts_.stopping);
      cutOff_.async_wait([self = this->shared_from_this()](boost::beast::error_code cancelled) {
        if (!cancelled) self->drop();
      });
      if (queue_.empty()) sayGoodbye();
    });
  }

  void readNext() override {
    onExecutor([this] {
      if (!open_ || closing_ || reading_) return;
      reading_ = true;
      socket_.async_read(buffer_, [self = this->shared_from_this()](
                                      boost::beast::error_code failure, std::size_t) {
        self->reading_ = false;
        if (failure) return self->drop();
        Bytes frame(static_cast<const char*>(self->buffer_.data().data()), self->buffer_.size());
        self->buffer_.consume(self->buffer_.size());
        if (self->open_ && self->events_.frame) self->events_.frame(std::move(frame));
      });
    });
  }

  void abandon() override {
    onExecutor([this] {
      events_ = {};
      drop();
    });
  }

  boost::asio::any_io_executor executor() override { return socket_.get_executor(); }

 private:
  template <typename Work>
  void onExecutor(Work work) {
    boost::asio::dispatch(socket_.get_executor(), [self = this->shared_from_this(),
                                                   work = std::move(work)]() mutable { work(); });
  }

  void writeNext() {
    socket_.async_write(boost::asio::buffer(queue_.front()),
                        [self = this->shared_from_this()](boost::beast::error_code failure,
                                                          std::size_t) { self->wrote(failure); });
  }

  void wrote(boost::beast::error_code failure) {
    if (failure || !open_) return drop();
    queuedBytes_ -= queue_.front().size();
    queue_.pop_front();
    if (!queue_.empty()) return writeNext();
    if (closing_) return sayGoodbye();
    if (events_.drained) events_.drained();
  }

  void sayGoodbye() {
    socket_.async_close(
        boost::beast::websocket::close_code::normal,
        [self = this->shared_from_this()](boost::beast::error_code) { self->drop(); });
  }

  // The end: whatever is in flight fails, and nobody is told twice.
  void drop() {
    if (!open_) return;
    open_ = false;
    cutOff_.cancel();
    boost::beast::get_lowest_layer(socket_).close();
    const SocketEvents events = std::exchange(events_, {});
    if (events.closed) events.closed();
  }

  boost::beast::websocket::stream<Stream> socket_;
  boost::asio::steady_timer cutOff_;
  const NetTimeouts timeouts_;
  const std::shared_ptr<const void> ticket_;
  boost::beast::flat_buffer buffer_;
  std::deque<Bytes> queue_;
  std::size_t queuedBytes_ = 0;
  SocketEvents events_;
  bool open_ = false;
  bool closing_ = false;
  bool reading_ = false;
};

}  // namespace rapport
