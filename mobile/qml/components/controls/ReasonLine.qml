import QtQuick
import Rapport

// Why a control is not available, under it. Whoever uses it leaves room below the control.
Phrase {
    id: root

    anchors.top: parent ? parent.bottom : undefined
    anchors.topMargin: 6
    anchors.left: parent ? parent.left : undefined
    width: Math.max(parent ? parent.width : 0, 150)
    visible: text !== ""
    mayOverhang: "it stands under its control"
    textStyle: Theme.caption
    color: Theme.colors.inkMuted
    wrapMode: Text.Wrap
}
