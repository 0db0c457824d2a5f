import QtQuick
import QtQuick.Window
import Rapport
import Rapport.Desk

// Not bound: a Loader of Qt 6.4 cannot make bound components, so the linter takes every id in them for unqualified.
// qmllint disable unqualified
Window {
    id: root

    required property FrontDesk desk
    property bool gallery: false  // every component, instead of the app

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
        visible: !root.gallery
        focus: true
        desk: root.desk
    }
    Loader {
        anchors.fill: parent
        active: root.gallery
        sourceComponent: GalleryShell {
            desk: root.desk
        }
    }
}
