import QtQuick
import Rapport

// One of the icons in assets/icons, in a colour of the theme. What points along the line of reading turns with it;
// clocks, checks and digits do not.
Image {
    id: root

    required property string name
    property real size: 24
    property color color: Theme.colors.ink
    property real stroke: Theme.iconStroke
    readonly property bool turns: " arrow-left arrow-back-up chevron-left chevron-right message-circle message-dots ".includes(" " + name + " ")

    width: size
    height: size
    sourceSize.width: size
    sourceSize.height: size
    source: name === "" ? "" : "image://icon/" + name + "/" + color.toString().slice(1) + "/" + stroke
    mirror: turns && LayoutMirroring.enabled
    Accessible.ignored: true
}
