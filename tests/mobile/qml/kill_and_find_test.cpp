// The app is killed right behind a step of a task; what was tapped and typed until then is there.

#include <QProcess>
#include <csignal>
#include <filesystem>

#include <gtest/gtest.h>

#include "tests/mobile/qml/open_profile.h"
#include "tests/mobile/qml/tasks.h"
#include "tests/support/temp_folder.h"

namespace rapport {
namespace {

using testing::Glass;
using testing::Step;
using testing::Task;
using testing::TempFolder;

constexpr int kLifeMillis = 120'000;

// Made once; each life begins with a copy, since making one costs more than a life.
const std::string& blankProfile() {
  static const TempFolder folder;
  static const std::string made = [] {
    std::filesystem::create_directory(folder.path() / "blank");
    testing::makeProfile(folder.file("blank"));
    return folder.file("blank");
  }();
  return made;
}

// Another process does the first `steps` of the task and is killed.
::testing::AssertionResult liveAndDie(const std::string& folder, const Task& task,
                                      std::size_t steps) {
  QProcess life;
  life.setProcessChannelMode(QProcess::MergedChannels);
  life.start(
      qEnvironmentVariable("RAPPORT_TABLET_LIFE"),
      {QString::fromStdString(folder), QString::fromStdString(task.name), QString::number(steps)});
  if (!life.waitForFinished(kLifeMillis))
    return ::testing::AssertionFailure() << life.errorString().toStdString();
  if (life.exitStatus() == QProcess::CrashExit && life.exitCode() == SIGKILL)
    return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure() << "it ended by itself: " << life.readAll().toStdString();
}

class KillAndFind : public ::testing::TestWithParam<const char*> {};

// A reading of the screen: the finger opens what the dead one had open.
void findAndGoOn(const std::string& folder, const Task& task, std::size_t steps) {
  Glass glass(testing::openProfile(folder));
  ASSERT_TRUE(glass.finger().tapAll({task.opens}));
  task.steps[steps - 1].found(glass);
  for (std::size_t at = steps; at < task.steps.size(); ++at)
    ASSERT_TRUE(task.steps[at].act(glass)) << task.steps[at].name;
  task.done(glass.desk());
  EXPECT_EQ(glass.faults().join('\n').toStdString(), "");
}

TEST_P(KillAndFind, WhateverWasTappedOrTypedIsThereAgainAndGoesOn) {
  const Task& task = *testing::taskNamed(GetParam());
  for (std::size_t steps = 1; steps <= task.steps.size(); ++steps) {
    SCOPED_TRACE("killed behind \"" + task.steps[steps - 1].name + "\"");
    TempFolder folder;
    std::filesystem::copy(blankProfile(), folder.path(), std::filesystem::copy_options::recursive);
    ASSERT_TRUE(liveAndDie(folder.path().string(), task, steps));
    findAndGoOn(folder.path().string(), task, steps);
    if (HasFatalFailure()) return;
  }
}

TEST(KillAKiosk, BeginsAsAKioskAgainAndKeepsWhatWasHandedInAlone) {
  const Task& task = *testing::taskNamed("kiosk");
  for (std::size_t steps = 1; steps <= task.steps.size(); ++steps) {
    SCOPED_TRACE("killed behind \"" + task.steps[steps - 1].name + "\"");
    TempFolder folder;
    std::filesystem::copy(blankProfile(), folder.path(), std::filesystem::copy_options::recursive);
    ASSERT_TRUE(liveAndDie(folder.path().string(), task, steps));
    {
      Glass glass(testing::openProfile(folder.path().string()));
      task.steps[steps - 1].found(glass);
      EXPECT_EQ(glass.faults().join('\n').toStdString(), "");
    }
    EXPECT_EQ(testing::answersIn(folder.path().string()).size(),
              steps == task.steps.size() ? 1U : 0U);
  }
}

INSTANTIATE_TEST_SUITE_P(Task, KillAndFind,
                         ::testing::Values("tally", "feedback", "promise", "session", "files",
                                           "form"),
                         [](const auto& each) { return std::string(each.param); });

}  // namespace
}  // namespace rapport
