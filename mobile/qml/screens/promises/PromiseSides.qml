import QtQuick
import Rapport
import Rapport.Desk

// Who owes whom.
Segmented {
    id: root

    required property PromiseModel promise

    implicitHeight: 64
    labels: [qsTr("We owe"), qsTr("They owe")]
    current: promise.ours ? 0 : 1
    onChosen: (index) => root.promise.ours = index === 0
}
