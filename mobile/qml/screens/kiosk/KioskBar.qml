import QtQuick
import QtQuick.Templates as T
import Rapport
import Rapport.Desk

// The top of the kiosk: the mark, which is the way out for who holds it long enough, what is private,
// and the languages.
Item {
    id: root

    required property KioskModel kiosk

    implicitHeight: 96

    T.AbstractButton {
        id: mark

        objectName: "kioskMark"
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        width: 56
        height: 56
        focusPolicy: Qt.TabFocus
        Accessible.role: Accessible.Button
        Accessible.name: qsTr("Hold for three seconds to give the tablet back")
        onDownChanged: down ? root.kiosk.hold() : root.kiosk.letGo()

        contentItem: Item {
            LogoMark {
                anchors.centerIn: parent
                size: 46
                back: Theme.colors.primary
            }
        }
        background: Item {
            FocusRing {
                corner: 14
                shown: mark.visualFocus
            }
        }
    }
    Icon {
        id: eye

        anchors.left: mark.right
        anchors.leftMargin: 14
        anchors.verticalCenter: parent.verticalCenter
        name: "eye-off"
        size: 26
        color: Theme.colors.inkMuted
    }
    Phrase {
        anchors.left: eye.right
        anchors.leftMargin: 10
        anchors.right: languages.left
        anchors.rightMargin: 16
        anchors.verticalCenter: parent.verticalCenter
        text: qsTr("Private. No name, no photo, no account.")
        color: Theme.colors.inkMuted
        wrapMode: Text.Wrap
    }
    Segmented {
        id: languages

        objectName: "kioskLanguages"
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        labels: root.kiosk.languages
        current: root.kiosk.language
        onChosen: (index) => root.kiosk.language = index
    }
}
