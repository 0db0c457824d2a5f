import QtQuick
import QtQuick.Window
import Rapport
import Rapport.Desk

Window {
    id: root

    required property FrontDesk desk

    width: 1280
    height: 800
    visible: true
    title: qsTr("Rapport")
    color: Theme.colors.page

    Binding {
        target: Theme
        property: "pixelRatio"
        value: root.Screen.devicePixelRatio
    }
    TabletShell {
        anchors.fill: parent
        focus: true
        desk: root.desk
    }
}
