#pragma once

#include <QString>
#include <QStringList>
#include <functional>

namespace rapport {

// What the machine offers for getting at a photo or file: a place to choose one, and perhaps a
// camera. Declared here and implemented in mobile/platform. Lives on the GUI thread.
class FileSource {
 public:
  // The path of what was chosen or taken, to be read at once; empty: the person thought better.
  using Then = std::function<void(const QString& path)>;

  virtual ~FileSource() = default;

  virtual bool canChoose() const = 0;
  // Asks the person for a file. A second call while one is open does nothing. `title` heads it.
  virtual void choose(const QString& title, Then then) = 0;

  virtual bool hasCamera() const = 0;
  // Opens the camera; only where there is one.
  virtual void takePhoto(Then then) = 0;
};

}  // namespace rapport
