#include "mobile/viewmodels/row_list.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <algorithm>

#include <QtTest/QSignalSpy>
#include <gtest/gtest.h>

namespace rapport {
namespace {

QList<QVariantList> rowsOf(std::initializer_list<std::pair<const char*, int>> values) {
  QList<QVariantList> rows;
  for (const auto& [key, value] : values) rows.append({QString::fromLatin1(key), value});
  return rows;
}

QString keysOf(const RowList& list) {
  QString keys;
  for (int row = 0; row < list.rowCount(); ++row)
    keys += list.data(list.index(row), Qt::UserRole).toString();
  return keys;
}

TEST(RowList, ARowThatOnlyChangedIsNotRebuilt) {
  RowList list({"key", "value"});
  list.show(rowsOf({{"a", 1}, {"b", 2}}));
  QSignalSpy inserted(&list, &RowList::rowsInserted), removed(&list, &RowList::rowsRemoved);
  QSignalSpy changed(&list, &RowList::dataChanged);
  list.show(rowsOf({{"a", 1}, {"b", 3}}));
  EXPECT_EQ(inserted.size() + removed.size(), 0);
  EXPECT_EQ(changed.size(), 1);
  EXPECT_EQ(list.value("b", "value"), 3);
}

TEST(RowList, RowsKeepTheirIdentityWhenOthersComeAndGo) {
  RowList list({"key", "value"});
  list.show(rowsOf({{"a", 1}, {"b", 2}, {"c", 3}}));
  QSignalSpy inserted(&list, &RowList::rowsInserted);
  list.show(rowsOf({{"c", 3}, {"a", 1}, {"d", 4}}));
  EXPECT_EQ(keysOf(list), "cad");
  EXPECT_EQ(inserted.size(), 1);
}

TEST(RowList, AnyChangeOfRowsKeepsTheModelsPromises) {
  const quint32 seed = QRandomGenerator::global()->generate();
  SCOPED_TRACE(seed);
  QRandomGenerator random(seed);
  RowList list({"key", "value"});
  QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::Fatal);
  for (int round = 0; round < 200; ++round) {
    QList<QVariantList> rows;
    for (char key = 'a'; key < 'k'; ++key)
      if (random.bounded(2) == 0) rows.append({QString(QLatin1Char(key)), random.bounded(3)});
    std::shuffle(rows.begin(), rows.end(), random);
    list.show(rows);
    ASSERT_EQ(list.rowCount(), rows.size());
    for (int row = 0; row < rows.size(); ++row) {
      ASSERT_EQ(list.data(list.index(row), Qt::UserRole), rows[row][0]);
      ASSERT_EQ(list.data(list.index(row), Qt::UserRole + 1), rows[row][1]);
    }
  }
}

}  // namespace
}  // namespace rapport
