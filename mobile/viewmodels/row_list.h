#pragma once

#include <QAbstractListModel>
#include <QByteArrayList>
#include <QVariantList>

#include <qqmlregistration.h>

namespace rapport {

// Rows for a Repeater or ListView: one value for each named role, the first one the row's key.
// Showing new rows touches only those that differ, so that nothing under a finger is rebuilt.
class RowList : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("View models make them.")
  Q_PROPERTY(int count READ count NOTIFY countChanged)

 public:
  explicit RowList(QByteArrayList roles, QObject* parent = nullptr);

  int count() const { return static_cast<int>(rows_.size()); }
  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  // Every row holds as many values as there are roles; keys do not repeat.
  void show(const QList<QVariantList>& rows);
  // Changes one value of the row with this key, if it is there.
  void set(const QVariant& key, const QByteArray& role, const QVariant& value);
  QVariant value(const QVariant& key, const QByteArray& role) const;

 signals:
  void countChanged();

 private:
  qsizetype find(const QVariant& key, qsizetype from = 0) const;

  QByteArrayList roles_;
  QList<QVariantList> rows_;
};

}  // namespace rapport
