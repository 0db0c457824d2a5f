import QtQuick
import Rapport
import Rapport.Desk

// One surface, and on it what may be seen: the way in, the app, its lock, or a kiosk. What may not
// be seen does not exist meanwhile. Not bound: a Loader of Qt 6.4 cannot make bound components, so
// the linter takes every id in them for unqualified.
// qmllint disable unqualified
Rectangle {
    id: root

    required property FrontDesk desk

    color: Theme.colors.page
    LayoutMirroring.enabled: desk.choices.rightToLeft
    LayoutMirroring.childrenInherit: true

    ScreenLook {
        choices: root.desk.choices
    }
    Loader {
        anchors.fill: parent
        focus: true
        sourceComponent: root.desk.enrolled ? [unread, app, locked, kiosk][root.desk.lock.state] : enrol
    }
    Component {
        id: enrol

        Item {
            EnrolScreen {
                anchors.fill: parent
                desk: root.desk
                onSettingsOpened: settings.open = true
            }
            SettingsSheet {
                id: settings

                desk: root.desk
                onClosed: open = false
            }
        }
    }
    Component {
        id: unread

        UnreadScreen {
            lock: root.desk.lock
        }
    }
    Component {
        id: app

        AppShell {
            desk: root.desk
        }
    }
    Component {
        id: locked

        PinGate {
            objectName: "lockScreen"
            desk: root.desk
            aim: PinModel.Unlock
            heading: qsTr("This tablet is locked")
            note: qsTr("What was saved still goes to the office while it is locked.")
        }
    }
    Component {
        id: kiosk

        KioskScreen {
            objectName: "kioskScreen"
            desk: root.desk
        }
    }
}
