import QtQuick
import Rapport
import Rapport.Desk

// The lock before the screens: its PIN, and when it shuts by itself.
Column {
    id: root

    required property ScreenLock lock
    readonly property var minutes: [1, 5, 15, 0]

    signal pinAsked(int aim)

    spacing: 14

    Phrase {
        width: parent.width
        text: qsTr("Keeps others out of the screens: it is asked for when the app starts, when you lock it, and when nobody touched it for a while. It does not encrypt what lies on the tablet.")
        textStyle: Theme.support
        color: Theme.colors.inkMuted
        wrapMode: Text.Wrap
    }
    Flow {
        width: parent.width
        spacing: 12

        Btn {
            objectName: "lockNow"
            implicitHeight: 56
            visible: root.lock.hasPin
            kind: Btn.Tonal
            iconName: "lock"
            text: qsTr("Lock now")
            onClicked: root.lock.lockNow()
        }
        Btn {
            objectName: "setPin"
            implicitHeight: 56
            kind: Btn.Outline
            iconName: "key"
            text: root.lock.hasPin ? qsTr("Change the PIN") : qsTr("Set a PIN")
            onClicked: root.pinAsked(root.lock.hasPin ? PinModel.Change : PinModel.Set)
        }
        Btn {
            objectName: "removePin"
            implicitHeight: 56
            visible: root.lock.hasPin
            kind: Btn.Outline
            text: qsTr("Remove the PIN")
            onClicked: root.pinAsked(PinModel.Remove)
        }
    }
    Phrase {
        width: parent.width
        visible: root.lock.hasPin
        text: qsTr("Lock by itself when nobody touched it for")
        textStyle: Theme.label
        line: 30
        wrapMode: Text.Wrap
    }
    Segmented {
        objectName: "idle"
        anchors.left: parent.left
        visible: root.lock.hasPin
        labels: [qsTr("1 min"), qsTr("5 min"), qsTr("15 min"), qsTr("never")]
        current: root.minutes.indexOf(root.lock.idleMinutes)
        onChosen: (index) => root.lock.idleMinutes = root.minutes[index]
    }
    Banner {
        width: parent.width
        tone: Banner.Danger
        text: root.lock.problem
    }
}
