import QtQuick
import Rapport

// One file as large as the screen: the picture, or what it is; how far it has come; what can be done.
Item {
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
    required property bool fetchable
    required property bool removable

    readonly property bool upright: width < 800

    signal fetched
    signal described
    signal removed

    Image {
        id: image

        objectName: "largePicture"
        anchors.fill: stage
        visible: implicitWidth > 0
        source: root.picture && root.visible ? "image://file/" + root.key : ""
        sourceSize.width: 2 * stage.width
        sourceSize.height: 2 * stage.height
        fillMode: Image.PreserveAspectFit
        cache: false
        Accessible.role: Accessible.Graphic
        Accessible.name: root.title
    }
    Item {
        id: stage

        anchors.top: parent.top
        anchors.bottom: foot.top
        anchors.bottomMargin: 16
        width: parent.width

        Column {
            anchors.centerIn: parent
            width: Math.min(parent.width, 560)
            visible: !image.visible
            spacing: 16

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                name: root.iconName
                size: 72
                color: Theme.colors.primaryText
            }
            Phrase {
                width: parent.width
                visible: root.picture && image.status === Image.Ready && !image.visible
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("This picture cannot be shown here. The file is safe.")
                wrapMode: Text.Wrap
            }
            Phrase {
                width: parent.width
                visible: !root.picture
                horizontalAlignment: Text.AlignHCenter
                text: root.removable ? qsTr("A coordinator can open it in the office.")
                    : qsTr("Only the office can look at it.")
                color: Theme.colors.inkMuted
                wrapMode: Text.Wrap
            }
        }
    }
    Item {
        id: foot

        anchors.bottom: parent.bottom
        width: parent.width
        height: root.upright ? standing.height + 16 + actions.height : Math.max(actions.height, standing.height)

        FileStanding {
            id: standing

            anchors.left: parent.left
            y: root.upright ? 0 : (parent.height - height) / 2
            width: root.upright ? parent.width : parent.width - actions.width - 24
            standing: root.standing
            standingIcon: root.standingIcon
            bytes: root.bytes
            bytesDetail: root.bytesDetail
            share: root.share
            sentBack: root.sentBack
        }
        Row {
            id: actions

            anchors.right: parent.right
            anchors.bottom: parent.bottom
            spacing: 16

            Btn {
                objectName: "fetchFile"
                visible: root.fetchable
                iconName: "cloud-up"
                text: qsTr("Get it")
                onClicked: root.fetched()
            }
            Btn {
                objectName: "describeFile"
                visible: root.removable
                kind: Btn.Tonal
                iconName: "pencil"
                text: qsTr("Caption and consent")
                onClicked: root.described()
            }
            Btn {
                objectName: "removeFile"
                visible: root.removable
                kind: Btn.Outline
                iconName: "trash"
                text: qsTr("Remove")
                onClicked: root.removed()
            }
        }
    }
}
