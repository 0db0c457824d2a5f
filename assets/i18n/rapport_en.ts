<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ArrivalBars</name>
    <message numerus="yes">
        <source>%1: %n people</source>
        <translation>
            <numerusform>%1: %n person</numerusform>
            <numerusform>%1: %n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeroEvent</name>
    <message numerus="yes">
        <source>%n people so far</source>
        <translation>
            <numerusform>%n person so far</numerusform>
            <numerusform>%n people so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>people so far</source>
        <comment>after their number</comment>
        <translation>
            <numerusform>person so far</numerusform>
            <numerusform>people so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KioskScreen</name>
    <message numerus="yes">
        <source>Your answers are thrown away in %n s.</source>
        <translation>
            <numerusform>Your answers are thrown away in %n s.</numerusform>
            <numerusform>Your answers are thrown away in %n s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KioskWelcome</name>
    <message numerus="yes">
        <source>%n short sentences about our team. For each one, tap how much you agree. You may skip any of them, and stop at any time.</source>
        <translation>
            <numerusform>%n short sentence about our team. Tap how much you agree. You may skip it, and stop at any time.</numerusform>
            <numerusform>%n short sentences about our team. For each one, tap how much you agree. You may skip any of them, and stop at any time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteStream</name>
    <message numerus="yes">
        <source>%n earlier notes</source>
        <translation>
            <numerusform>%n earlier note</numerusform>
            <numerusform>%n earlier notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PartnersScreen</name>
    <message numerus="yes">
        <source>%n partners</source>
        <translation>
            <numerusform>%n partner</numerusform>
            <numerusform>%n partners</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReceiptList</name>
    <message numerus="yes">
        <source>%n records</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message numerus="yes">
        <source>people</source>
        <comment>after their number</comment>
        <translation>
            <numerusform>person</numerusform>
            <numerusform>people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TallyTotals</name>
    <message numerus="yes">
        <source>people</source>
        <comment>after their number</comment>
        <translation>
            <numerusform>person</numerusform>
            <numerusform>people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>%n days late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rapport::ConflictModel</name>
    <message numerus="yes">
        <source>%n versions</source>
        <translation>
            <numerusform>%n version</numerusform>
            <numerusform>%n versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rapport::EventModel</name>
    <message numerus="yes">
        <source>%n people known so far</source>
        <translation>
            <numerusform>%n person known so far</numerusform>
            <numerusform>%n people known so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rapport::FilesModel</name>
    <message numerus="yes">
        <source>%n files saved here</source>
        <translation>
            <numerusform>%n file saved here</numerusform>
            <numerusform>%n files saved here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rapport::ReceiptsModel</name>
    <message numerus="yes">
        <source>Tally, %n people</source>
        <translation>
            <numerusform>Tally, %n person</numerusform>
            <numerusform>Tally, %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Listening, %n notes</source>
        <translation>
            <numerusform>Listening, %n note</numerusform>
            <numerusform>Listening, %n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n places</source>
        <translation>
            <numerusform>in %n place</numerusform>
            <numerusform>in %n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rapport::SessionModel</name>
    <message numerus="yes">
        <source>%n themes</source>
        <translation>
            <numerusform>%n theme</numerusform>
            <numerusform>%n themes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rapport::TodayModel</name>
    <message numerus="yes">
        <source>Bring %n things</source>
        <translation>
            <numerusform>Bring %n thing</numerusform>
            <numerusform>Bring %n things</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rapport::UpkeepModel</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files are removed, %1 MB. The office keeps them.</source>
        <translation>
            <numerusform>%n file is removed, %1 MB. The office keeps it.</numerusform>
            <numerusform>%n files are removed, %1 MB. The office keeps them.</numerusform>
        </translation>
    </message>
</context>
</TS>
