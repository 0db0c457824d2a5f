#include "mobile/qml/file_pictures.h"

#include <QBuffer>
#include <QImageReader>
#include <QMutex>
#include <QThreadPool>
#include <memory>

#include "shared/base/uuid.h"

namespace rapport {
namespace {

// Larger than any screen that this is shown on.
constexpr int kMostSide = 2560;

// Where a picture is brought, from whichever thread it comes: the response may be gone by then.
class Delivery {
 public:
  explicit Delivery(QQuickImageResponse* response) : response_(response) {}

  void bring(const QImage& image) {
    const QMutexLocker lock(&guard_);
    image_ = image;
    if (response_ != nullptr)
      QMetaObject::invokeMethod(response_, &QQuickImageResponse::finished, Qt::QueuedConnection);
  }
  void drop() {
    const QMutexLocker lock(&guard_);
    response_ = nullptr;
  }
  QImage image() const {
    const QMutexLocker lock(&guard_);
    return image_;
  }

 private:
  mutable QMutex guard_;
  QQuickImageResponse* response_;
  QImage image_;
};

class Response final : public QQuickImageResponse {
 public:
  Response() : delivery_(std::make_shared<Delivery>(this)) {}
  ~Response() override { delivery_->drop(); }

  std::shared_ptr<Delivery> delivery() const { return delivery_; }
  QQuickTextureFactory* textureFactory() const override {
    return QQuickTextureFactory::textureFactoryForImage(delivery_->image());
  }

 private:
  std::shared_ptr<Delivery> delivery_;
};

// Read no larger than it is shown: a photo of a camera fills a hundred megabytes otherwise.
QImage drawn(const Bytes& content, QSize wanted) {
  QByteArray bytes =
      QByteArray::fromRawData(content.data(), static_cast<qsizetype>(content.size()));
  QBuffer buffer(&bytes);
  QImageReader reader(&buffer);
  reader.setAutoTransform(true);
  const QSize own = reader.size();
  if (own.isValid()) {
    if (wanted.width() <= 0) wanted.setWidth(kMostSide);
    if (wanted.height() <= 0) wanted.setHeight(kMostSide);
    if (reader.transformation().testFlag(QImageIOHandler::TransformationRotate90))
      wanted.transpose();
    const QSize scaled = own.scaled(wanted, Qt::KeepAspectRatio);
    if (scaled.width() < own.width()) reader.setScaledSize(scaled.expandedTo(QSize(1, 1)));
  }
  return reader.read();
}

}  // namespace

QQuickImageResponse* FilePictures::requestImageResponse(const QString& id,
                                                        const QSize& requestedSize) {
  auto* response = new Response;
  const auto delivery = response->delivery();
  const auto attachment = Uuid::parse(id.toStdString());
  if (!attachment) {
    delivery->bring({});
    return response;
  }
  desk_.read(
      &desk_,
      [attachment = RecordId{*attachment}](Notebook&, Drafts&, Files& files) {
        return files.content(attachment);
      },
      [delivery, requestedSize](const Result<Bytes>& content) {
        if (!content.ok()) return delivery->bring({});
        QThreadPool::globalInstance()->start([delivery, requestedSize, content = *content] {
          delivery->bring(drawn(content, requestedSize));
        });
      });
  return response;
}

}  // namespace rapport
