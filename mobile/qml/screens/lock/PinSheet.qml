import QtQuick
import Rapport
import Rapport.Desk

// A PIN is set, changed or taken away, over whatever asked for it. Not bound: a Loader of Qt 6.4 cannot make
// bound components, so the linter takes every id in them for unqualified.
// qmllint disable unqualified
Sheet {
    id: root

    required property FrontDesk desk
    property int aim: PinModel.Set

    signal done

    function ask(what: int) {
        aim = what;
        open = true;
    }

    objectName: "pinSheet"
    title: aim === PinModel.Remove ? qsTr("Remove the PIN") : aim === PinModel.Change ? qsTr("Change the PIN") : qsTr("Set a PIN")
    bodyHeight: 520
    z: 12
    onClosed: open = false

    Loader {
        anchors.fill: parent
        active: root.open
        focus: true
        sourceComponent: Item {
            PinModel {
                id: pin

                desk: root.desk
                aim: root.aim
                onDone: {
                    root.open = false;
                    root.done();
                }
            }
            PinPad {
                anchors.horizontalCenter: parent.horizontalCenter
                pin: pin
            }
        }
    }
}
