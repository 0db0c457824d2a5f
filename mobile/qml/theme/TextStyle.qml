import QtQuick

// How a kind of text is set: one row of the type scale.
QtObject {
    id: root

    property string family
    property int size
    property int line
    property int weight
    property real tracking
    readonly property real ascent: metrics.ascent
    readonly property real descent: metrics.descent
    readonly property real digitWidth: zero.advanceWidth

    readonly property FontMetrics metrics: FontMetrics {
        font.family: root.family
        font.pixelSize: root.size
        font.weight: root.weight
    }
    readonly property TextMetrics zero: TextMetrics {
        text: "0"
        font.family: root.family
        font.pixelSize: root.size
        font.weight: root.weight
        font.letterSpacing: root.tracking
        font.hintingPreference: Font.PreferNoHinting
    }
}
