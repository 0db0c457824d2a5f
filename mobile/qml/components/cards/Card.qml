import QtQuick
import Rapport

Rectangle {
    color: Theme.colors.card
    radius: Theme.radiusCard
    border.width: Theme.edgeHairline
    border.color: Theme.colors.hairline
}
