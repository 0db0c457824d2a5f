import QtQuick
import Rapport

// One of five levels of agreement, as a vessel that fills: no faces, no red and green.
Image {
    id: root

    required property int level  // 0 to 4
    property real size: 120

    width: size
    height: size
    sourceSize.width: size
    sourceSize.height: size
    source: "image://level/" + level + "/" + Theme.colors.ink.toString().slice(1) + "/" + Theme.colors.primary.toString().slice(1) + "/" + Theme.colors.accent.toString().slice(1) + "/" + Theme.colors.inset.toString().slice(1)
    Accessible.ignored: true
}
