import QtQuick
import Rapport
import Rapport.Desk

// Every component in every state, to look at and to learn from. Not bound: a Loader of Qt 6.4 cannot
// make bound components, so the linter takes every id in them for unqualified.
// qmllint disable unqualified
Rectangle {
    id: root

    required property FrontDesk desk
    property int page: 0
    readonly property bool upright: width < 840
    readonly property real margin: upright ? 20 : 24

    color: Theme.colors.page
    LayoutMirroring.enabled: desk.choices.rightToLeft
    LayoutMirroring.childrenInherit: true

    ScreenLook {
        choices: root.desk.choices
    }
    Column {
        id: head

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: root.margin
        anchors.rightMargin: root.margin
        y: 16
        spacing: 8

        Phrase {
            width: parent.width
            text: qsTr("Tablet components and states")
            textStyle: Theme.title1
            wrapMode: Text.Wrap
        }
        Phrase {
            width: parent.width
            text: qsTr("Offline is not a look: it is a word in the sync pill, so every control stays the same with no connection.")
            textStyle: Theme.support
            color: Theme.colors.inkMuted
            wrapMode: Text.Wrap
        }
        Flow {
            width: parent.width
            spacing: 8

            Repeater {
                model: [qsTr("Buttons"), qsTr("Fields"), qsTr("Counting"), qsTr("Sync"), qsTr("Cards"), qsTr("Empty, loading, error")]

                Pick {
                    required property string modelData
                    required property int index

                    objectName: "page" + index
                    showCheck: false
                    text: modelData
                    on: root.page === index
                    onClicked: root.page = index
                }
            }
        }
    }
    Flickable {
        anchors.top: head.bottom
        anchors.topMargin: 8
        anchors.bottom: parent.bottom
        width: parent.width
        contentWidth: width
        contentHeight: page.height + 40
        interactive: contentHeight > height
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Loader {
            id: page

            anchors.left: parent.left
            anchors.leftMargin: root.margin
            y: 8
            width: parent.width - 2 * root.margin
            sourceComponent: [buttons, fields, counting, sync, cards, states][root.page]
        }
    }
    Component {
        id: buttons

        GalleryButtons {
            upright: root.upright
        }
    }
    Component {
        id: fields

        GalleryFields {
            upright: root.upright
        }
    }
    Component {
        id: counting

        GalleryCounting {
            upright: root.upright
        }
    }
    Component {
        id: sync

        GallerySync {
            upright: root.upright
        }
    }
    Component {
        id: cards

        GalleryCards {
            desk: root.desk
            upright: root.upright
        }
    }
    Component {
        id: states

        GalleryStates {
            upright: root.upright
        }
    }
}
