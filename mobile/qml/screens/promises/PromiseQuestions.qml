pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// The questions of a promise, each answered with a tap but the first.
Column {
    id: root

    required property PromiseModel promise
    property bool sidesShown: false

    signal allPartnersOpened
    signal allPeopleOpened
    signal otherDayOpened
    signal heardOpened

    spacing: 27

    Column {
        width: parent.width
        spacing: 8

        Flow {
            width: parent.width
            visible: root.sidesShown

            PromiseSides {
                promise: root.promise
            }
        }
        Phrase {
            width: parent.width
            text: root.promise.ours ? qsTr("What did we promise?") : qsTr("What did they promise?")
            textStyle: Theme.label
            line: 24
        }
        LineField {
            objectName: "promiseWords"
            width: parent.width
            implicitHeight: 62
            strong: true
            hint: root.promise.ours ? qsTr("What we will do") : qsTr("What they will do")
            text: root.promise.words
            onEdited: (text) => root.promise.words = text
        }
    }
    Question {
        width: parent.width
        text: root.promise.ours ? qsTr("To whom?") : qsTr("Which partner?")

        Repeater {
            model: root.promise.partners

            Pick {
                required property string partnerId
                required property string name
                required property bool chosen

                objectName: "partner:" + name
                text: name
                on: chosen
                onClicked: root.promise.choosePartner(partnerId)
            }
        }
        Pick {
            objectName: "allPartners"
            iconName: "search"
            text: qsTr("All partners")
            onClicked: root.allPartnersOpened()
        }
    }
    Question {
        width: parent.width
        text: qsTr("Who will do it?")

        Repeater {
            model: root.promise.people

            Pick {
                required initial
                required property string personId
                required property string name
                required property int tone
                required property bool chosen

                objectName: "person:" + name
                text: name
                on: chosen
                avatarTone: tone
                onClicked: root.promise.choosePerson(personId)
            }
        }
        Pick {
            objectName: "someoneElse"
            text: qsTr("Someone else")
            onClicked: root.allPeopleOpened()
        }
    }
    Question {
        width: parent.width
        text: qsTr("By when?")

        Repeater {
            model: root.promise.dues

            Pick {
                required property string day
                required property int index
                required property string label
                required property bool chosen

                objectName: "due:" + index
                text: label
                on: chosen
                onClicked: root.promise.chooseDue(day)
            }
        }
        Pick {
            objectName: "otherDay"
            iconName: "calendar"
            text: qsTr("Other")
            onClicked: root.otherDayOpened()
        }
    }
    Question {
        width: parent.width
        text: qsTr("How will we tell them it is done?")

        Repeater {
            model: root.promise.tells

            Pick {
                required property string name
                required property string label
                required property bool chosen

                objectName: "tell:" + name
                text: label
                on: chosen
                onClicked: root.promise.chooseTelling(name)
            }
        }
    }
    Column {
        width: parent.width
        visible: root.promise.heard.count > 0 || root.promise.answering !== ""
        spacing: 8

        Row {
            width: parent.width
            spacing: 6

            Phrase {
                text: qsTr("What is it answering?")
                textStyle: Theme.label
                line: 24
            }
            Phrase {
                text: qsTr("optional")
                textStyle: Theme.support
                line: 24
                color: Theme.colors.inkMuted
            }
        }
        Flow {
            width: parent.width
            visible: root.promise.answering === ""

            Pick {
                objectName: "chooseHeard"
                iconName: "quote"
                text: qsTr("Something we heard")
                onClicked: root.heardOpened()
            }
        }
        VoiceCard {
            width: parent.width
            height: Math.max(62, quote.implicitHeight + 24)
            visible: root.promise.answering !== ""

            Phrase {
                id: quote

                anchors.left: parent.left
                anchors.leftMargin: 18
                width: parent.width - 90
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("“%1”").arg(root.promise.answering)
                textStyle: Theme.voiceSmall
                wrapMode: Text.Wrap
                maximumLineCount: 3
                elide: Text.ElideRight
            }
            IconBtn {
                objectName: "answersNothing"
                anchors.right: parent.right
                anchors.rightMargin: 6
                anchors.verticalCenter: parent.verticalCenter
                outlined: false
                iconName: "x"
                text: qsTr("Remove link")
                onClicked: root.promise.answer("")
            }
        }
    }
}
