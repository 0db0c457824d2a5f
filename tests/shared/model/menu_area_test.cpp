#include "shared/model/menu_area.h"

#include <gtest/gtest.h>

#include "shared/model/catalogue.h"
#include "tests/shared/model/sample_declaration.h"

namespace rapport {
namespace {

TEST(MenuArea, HasANameOfItsOwnAndLabelsInThreeLanguages) {
  for (const MenuArea& area : menuAreas()) {
    EXPECT_EQ(menuArea(area.name), &area);
    for (const char* language : {"en", "es", "ar"}) {
      EXPECT_TRUE(area.label.contains(language)) << area.name << " " << language;
    }
  }
  EXPECT_EQ(menuArea("kitchen"), nullptr);
}

TEST(MenuArea, OfATypeThatNamesNoneIsAmongTheQuestionnaires) {
  EXPECT_EQ(sampleType().area, kQuestionnaires);
  EXPECT_FALSE(sampleType().everyday);
}

TEST(MenuArea, OfEveryBuiltInTypeIsSaid) {
  const auto catalogue = Catalogue::load(builtInDeclarations());
  ASSERT_TRUE(catalogue.ok()) << catalogue.error().message;
  int everyday = 0;
  for (const RecordType& type : catalogue->types()) {
    EXPECT_NE(type.area, kQuestionnaires) << type.name;
    everyday += type.everyday ? 1 : 0;
  }
  // Tiles and pills that a person takes in at one look.
  EXPECT_GE(everyday, 5);
  EXPECT_LE(everyday, 9);
}

}  // namespace
}  // namespace rapport
