#include "mobile/viewmodels/row_list.h"

#include <algorithm>
#include <utility>

namespace rapport {

RowList::RowList(QByteArrayList roles, QObject* parent)
    : QAbstractListModel(parent), roles_(std::move(roles)) {}

int RowList::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant RowList::data(const QModelIndex& index, int role) const {
  const qsizetype at = role - Qt::UserRole;
  if (index.row() < 0 || index.row() >= rows_.size() || at < 0 || at >= roles_.size()) return {};
  return rows_[index.row()][at];
}

QHash<int, QByteArray> RowList::roleNames() const {
  QHash<int, QByteArray> names;
  for (qsizetype at = 0; at < roles_.size(); ++at)
    names.insert(static_cast<int>(Qt::UserRole + at), roles_[at]);
  return names;
}

qsizetype RowList::find(const QVariant& key, qsizetype from) const {
  for (qsizetype at = from; at < rows_.size(); ++at)
    if (rows_[at].front() == key) return at;
  return -1;
}

void RowList::show(const QList<QVariantList>& rows) {
  const qsizetype before = rows_.size();
  for (qsizetype at = 0; at < rows.size(); ++at) {
    const qsizetype old = find(rows[at].front(), at);
    if (old > at) {
      beginMoveRows({}, static_cast<int>(old), static_cast<int>(old), {}, static_cast<int>(at));
      rows_.move(old, at);
      endMoveRows();
    } else if (old < 0) {
      beginInsertRows({}, static_cast<int>(at), static_cast<int>(at));
      rows_.insert(at, rows[at]);
      endInsertRows();
    }
    if (rows_[at] == rows[at]) continue;
    rows_[at] = rows[at];
    const QModelIndex index = createIndex(static_cast<int>(at), 0);
    emit dataChanged(index, index);
  }
  if (rows_.size() > rows.size()) {
    beginRemoveRows({}, static_cast<int>(rows.size()), static_cast<int>(rows_.size() - 1));
    rows_.resize(rows.size());
    endRemoveRows();
  }
  if (rows_.size() != before) emit countChanged();
}

void RowList::set(const QVariant& key, const QByteArray& role, const QVariant& value) {
  const qsizetype at = find(key);
  const qsizetype column = roles_.indexOf(role);
  if (at < 0 || column < 0 || rows_[at][column] == value) return;
  rows_[at][column] = value;
  const QModelIndex index = createIndex(static_cast<int>(at), 0);
  emit dataChanged(index, index, {static_cast<int>(Qt::UserRole + column)});
}

QVariant RowList::value(const QVariant& key, const QByteArray& role) const {
  const qsizetype at = find(key);
  const qsizetype column = roles_.indexOf(role);
  return at < 0 || column < 0 ? QVariant() : rows_[at][column];
}

}  // namespace rapport
