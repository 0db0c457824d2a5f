#pragma once

#include <QProcess>
#include <string>

namespace rapport::testing {

// The real rapport-server, named by the environment as RAPPORT_SERVER, over a data folder of its
// own. Keeps its port over restarts, as an office does. Ends the test program when the server does
// not do as it is told.
class OfficeProgram {
 public:
  // Holds a programme with its demonstration.
  explicit OfficeProgram(const std::string& folder);
  ~OfficeProgram();

  void start();
  void kill();
  // Enrols one tablet for this person, once.
  QString link(const QString& person);
  // As the administrator sets them, also while it serves: "age_bands=\"0-17 18+\"".
  void set(const QString& change);
  // Takes what a tablet wrote into a file for it; what it prints of that.
  QString carryIn(const QString& file);
  // One digest over everything that a worker may see.
  QString stateHash();

 private:
  QString run(const QStringList& words);

  QString data_;
  int port_ = 0;
  QProcess serving_;
};

}  // namespace rapport::testing
