#include "server/app/qr_svg.h"

#include <cerrno>
#include <memory>

#include <qrencode.h>

namespace rapport {
namespace {

constexpr int kQuietModules = 4;  // ISO/IEC 18004 asks for four on every side
constexpr unsigned char kDark = 1;

struct Freed {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

// One bar for each run of dark modules in a row.
std::string barsOf(const QRcode& code) {
  std::string path;
  for (int y = 0; y < code.width; ++y) {
    const unsigned char* row = code.data + static_cast<std::ptrdiff_t>(y) * code.width;
    for (int x = 0; x < code.width;) {
      int end = x;
      while (end < code.width && (row[end] & kDark) != 0) ++end;
      if (end > x) {
        path += "M" + std::to_string(x + kQuietModules) + " " + std::to_string(y + kQuietModules) +
                "h" + std::to_string(end - x) + "v1h-" + std::to_string(end - x) + "z";
      }
      x = std::max(end, x + 1);
    }
  }
  return path;
}

}  // namespace

Result<std::string> qrSvg(const std::string& text) {
  const std::unique_ptr<QRcode, Freed> code{QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M)};
  if (!code) {
    return errno == ERANGE ? Error{ErrorCode::kTooLarge, "The text does not fit a QR code."}
                           : Error{ErrorCode::kInternal, "The QR code could not be drawn."};
  }
  const std::string side = std::to_string(code->width + 2 * kQuietModules);
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side +
         "\" shape-rendering=\"crispEdges\" role=\"img\"><rect width=\"" + side + "\" height=\"" +
         side + "\" fill=\"#fff\"/><path fill=\"#000\" d=\"" + barsOf(*code) + "\"/></svg>";
}

}  // namespace rapport
