import QtQuick
import Rapport

// One of the icons in assets/icons, in a colour of the theme.
Image {
    id: root

    required property string name
    property real size: 24
    property color color: Theme.colors.ink
    property real stroke: Theme.iconStroke

    width: size
    height: size
    sourceSize.width: size
    sourceSize.height: size
    source: name === "" ? "" : "image://icon/" + name + "/" + color.toString().slice(1) + "/" + stroke
    Accessible.ignored: true
}
