#include "mobile/cli/context.h"

#include <iostream>

#include "shared/sync/forms.h"

namespace rapport::cli {

Context::Context(Catalogue catalogue, std::unique_ptr<Profile> profile,
                 std::unique_ptr<LocalStore> store, std::unique_ptr<LocalAttachments> attachments,
                 std::unique_ptr<LocalAnswers> answers, std::unique_ptr<LocalDrafts> begun)
    : catalogue_(std::move(catalogue)),
      profile_(std::move(profile)),
      store_(std::move(store)),
      attachments_(std::move(attachments)),
      answers_(std::move(answers)),
      begun_(std::move(begun)),
      notebook_(*store_, catalogue_, clock_, random_) {}

Result<std::unique_ptr<Context>> Context::open(const Place& place) {
  SystemRandom random;
  auto catalogue = Catalogue::load(builtInDeclarations());
  if (!catalogue) return catalogue.error();
  auto profile = Profile::open({place.folder, place.keyFile}, random);
  if (!profile) return profile.error();
  auto store = (*profile)->programme(place.programme);
  if (!store) return store.error();
  if (const Status adopted = adoptForms(*catalogue, **store); !adopted) return adopted.error();
  auto attachments = (*profile)->attachments(**store);
  if (!attachments) return attachments.error();
  auto answers = (*profile)->answers(**store);
  if (!answers) return answers.error();
  auto begun = (*profile)->begun(**store);
  if (!begun) return begun.error();
  return std::unique_ptr<Context>(new Context(*std::move(catalogue), *std::move(profile),
                                              *std::move(store), *std::move(attachments),
                                              *std::move(answers), *std::move(begun)));
}

ExitCode complain(const Error& error) {
  std::cerr << "rapport-cli: " << error.message << '\n';
  return exitCodeOf(error.code);
}

}  // namespace rapport::cli
