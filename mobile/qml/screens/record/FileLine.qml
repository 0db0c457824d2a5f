import QtQuick
import Rapport

// One photo or paper of a record; a tap looks at it.
Press {
    id: root

    required property string key
    required property string title
    required property string detail
    required property string iconName
    required property bool picture
    required property string standing
    required property string standingIcon
    required property string bytes
    required property string bytesDetail
    required property real share
    required property string sentBack

    objectName: "file:" + title
    implicitHeight: Math.max(112, words.implicitHeight + 28)
    corner: Theme.radiusCard
    edge: Theme.colors.hairline
    edgeWidth: Theme.edgeHairline
    text: title + ", " + detail + ", " + (bytes !== "" ? bytes : sentBack !== "" ? sentBack : standing)

    contentItem: Item {
        Rectangle {
            id: frame

            anchors.left: parent.left
            anchors.leftMargin: 12
            anchors.verticalCenter: parent.verticalCenter
            width: 88
            height: 88
            radius: Theme.radiusTick
            color: Theme.colors.primaryTint

            Icon {
                anchors.centerIn: parent
                visible: thumbnail.implicitWidth === 0
                name: root.iconName
                size: 36
                color: Theme.colors.primaryTintInk
            }
            Image {
                id: thumbnail

                objectName: "thumbnail"
                anchors.fill: parent
                source: root.picture && root.visible ? "image://file/" + root.key : ""
                // Enough of it for a picture that is much wider than high.
                sourceSize.width: 4 * width
                sourceSize.height: 4 * height
                fillMode: Image.PreserveAspectCrop
                cache: false
            }
            Rectangle {
                anchors.fill: parent
                visible: Theme.sun
                color: "transparent"
                border.width: 2
                border.color: Theme.colors.ink
            }
        }
        Column {
            id: words

            anchors.left: frame.right
            anchors.leftMargin: 14
            anchors.right: parent.right
            anchors.rightMargin: 14
            anchors.verticalCenter: parent.verticalCenter
            spacing: 2

            Phrase {
                width: parent.width
                text: root.title
                textStyle: Theme.label
                line: 23
                wrapMode: Text.Wrap
                maximumLineCount: 2
                elide: Text.ElideMiddle
                mayElide: "two lines; the file itself has the whole name"
            }
            Phrase {
                width: parent.width
                text: root.detail
                textStyle: Theme.support
                color: Theme.colors.inkMuted
            }
            FileStanding {
                width: parent.width
                standing: root.standing
                standingIcon: root.standingIcon
                bytes: root.bytes
                bytesDetail: root.bytesDetail
                share: root.share
                sentBack: root.sentBack
            }
        }
    }
}
