#pragma once

#include <QList>
#include <QQuickItem>
#include <QRectF>
#include <QString>
#include <vector>

namespace rapport::testing {

// Something that is wrong with how a screen looks.
struct Finding {
  QString what;
  QString where;  // the item and what surrounds it
  QRectF at;      // in the window
};

// An item that a person sees or touches, and how much of it is in sight.
struct Piece {
  QQuickItem* item = nullptr;
  bool text = false;  // otherwise something to touch
  QRectF whole;       // where its letters or its target would be, in the window
  QRectF inSight;     // what scrolling leaves of it
};

// Every text and every target in sight of a window. What lies under a sheet or a toast is not.
std::vector<Piece> piecesIn(QQuickItem& root);

// "tile:18-39/es (TallyTile) in tallyScreen", for people.
QString nameOf(const QQuickItem& item);
// How high its lines are together. Letters of another script may ask for more; they do not get it.
qreal linesHeightOf(const QQuickItem& item);
// Whether an ancestor scrolls up and down, so that being cut there is no fault.
bool scrolls(const QQuickItem& item);
// Draws its own edge or colour, so that what is in it belongs inside.
bool isBox(const QQuickItem& item);
// A reason that an item gives for what would be a fault elsewhere; empty if it gives none.
QString reasonOf(const QQuickItem& item, const char* property);

}  // namespace rapport::testing
