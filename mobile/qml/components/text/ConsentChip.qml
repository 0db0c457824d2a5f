import QtQuick
import Rapport

// Whether these words may be shared.
Chip {
    id: root

    required property bool shareable

    iconName: shareable ? "check" : "lock"
    tone: shareable ? Chip.Success : Chip.Plain
}
