#include <gtest/gtest.h>

#include "shared/model/access.h"
#include "shared/model/catalogue.h"
#include "shared/model/validate.h"
#include "tests/shared/model/assets.h"

namespace rapport {
namespace {

// The one block of JSON that the page shows as a whole file.
std::string workedExample() {
  const std::string& page = recordTypesPage().at(0).text;
  const std::string begin = "```json\n";
  const std::size_t from = page.find(begin);
  if (from == std::string::npos) return {};
  const std::size_t text = from + begin.size();
  return page.substr(text, page.find("```", text) - text);
}

// What the page tells people to write is a type, beside all that there are.
TEST(WorkedExample, IsATypeFromItsFileAlone) {
  std::vector<DeclarationFile> files = builtInDeclarations();
  files.push_back({"garden_plot.json", workedExample()});
  const auto catalogue = Catalogue::load(files);
  ASSERT_TRUE(catalogue.ok()) << catalogue.error().message;
  const RecordType* plot = catalogue->type("garden_plot");
  ASSERT_NE(plot, nullptr);
  EXPECT_TRUE(mayWrite(*plot, Role::kWorker));
  EXPECT_FALSE(mayWrite(*plot, Role::kVolunteer));
  EXPECT_EQ(plot->area, "partners");
  const FieldDeclaration& harvests = *plot->field("harvests");
  EXPECT_TRUE(
      validateValue(*plot, harvests, RowValue{{{1, std::string("2026-08-15")}, {2, 3.5}}}).ok());
  EXPECT_FALSE(validateValue(*plot, harvests, RowValue{{{2, -1.0}}}).ok());
}

TEST(WorkedExample, TakesANumberThatIsFree) {
  const auto built = Catalogue::load(builtInDeclarations());
  ASSERT_TRUE(built.ok());
  EXPECT_EQ(built->type(60), nullptr);
}

TEST(WorkedExample, StandsOnAPageThatNamesEverySpelling) {
  const std::string& page = recordTypesPage().at(0).text;
  for (int i = 0; i <= static_cast<int>(Spelling::kAgeBands); ++i) {
    EXPECT_NE(page.find(nameOf(static_cast<Spelling>(i))), std::string::npos);
  }
}

}  // namespace
}  // namespace rapport
