// Draws every screen of the tablet app and its gallery to PNG files, and looks at each: nothing
// cut, clipped, overlapping or too small to touch, and every text to be read against what is around
// it. Exit code 1 when a screen was not reached, when something is wrong with one, or when QML
// complained while it was in sight.

#include <QCommandLineParser>
#include <QGuiApplication>
#include <array>
#include <cstdio>

#include "tests/mobile/qml/studio.h"

namespace {

using rapport::ScreenChoices;
using namespace rapport::testing;

constexpr std::array kLanguages{"en", "es", "ar"};
constexpr std::array kLooks{"light", "dark", "sun"};

// "all", or some of the names with commas between; by their place. Nothing if one is unknown.
template <typename Choice, std::size_t N>
std::vector<Choice> chosenOf(const QString& asked, const std::array<const char*, N>& names) {
  std::vector<Choice> chosen;
  std::size_t known = 0;
  const QStringList words = asked.split(QLatin1Char(','));
  for (std::size_t at = 0; at < N; ++at) {
    const bool named = words.contains(QLatin1String(names[at]));
    known += named ? 1 : 0;
    if (named || asked == QLatin1String("all")) chosen.push_back(static_cast<Choice>(at));
  }
  const bool understood =
      asked == QLatin1String("all") || known == static_cast<std::size_t>(words.size());
  return understood ? chosen : std::vector<Choice>{};
}

bool isHeldSo(const Scene& scene, QSize size) {
  const bool upright = size.width() < size.height();
  return scene.held == Scene::Held::kEither || (scene.held == Scene::Held::kUprightOnly) == upright;
}

QCommandLineOption with(const char* name, const char* what, const char* fallback) {
  return {QString::fromLatin1(name), QString::fromLatin1(what), QString::fromLatin1(name),
          QString::fromLatin1(fallback)};
}

}  // namespace

int main(int argc, char** argv) {
  drawOffScreen();
  QGuiApplication app(argc, argv);
  QCommandLineParser line;
  line.addHelpOption();
  line.addOptions({with("out", "Where the pictures go.", "."),
                   with("only", "Only this screen.", ""),
                   with("size", "lying, upright or all.", "all"),
                   with("language", "en, es, ar, or several with commas; or all.", "en"),
                   with("look", "light, dark, sun, or several with commas; or all.", "light")});
  line.process(app);
  const auto sizes =
      chosenOf<int>(line.value(QStringLiteral("size")), std::array{"lying", "upright"});
  const auto languages =
      chosenOf<ScreenChoices::Language>(line.value(QStringLiteral("language")), kLanguages);
  const auto looks = chosenOf<ScreenChoices::Look>(line.value(QStringLiteral("look")), kLooks);
  const QString only = line.value(QStringLiteral("only"));
  bool fine = !looks.empty();
  int drawn = 0;
  for (const ScreenChoices::Language language : languages) {
    for (const int size : sizes) {
      Studio studio({.out = line.value(QStringLiteral("out")),
                     .size = size == 0 ? kLying : kUpright,
                     .language = language,
                     .looks = looks});
      for (const Scene& scene : everyScene()) {
        const bool asked = only.isEmpty() || only == QLatin1String(scene.name);
        if (asked && isHeldSo(scene, size == 0 ? kLying : kUpright))
          fine = studio.draw(scene) && fine;
      }
      drawn += studio.drawn();
    }
  }
  if (drawn == 0) std::fprintf(stderr, "There is no such screen, size, language or look.\n");
  std::printf("%d pictures\n", drawn);
  return fine && drawn > 0 ? 0 : 1;
}
