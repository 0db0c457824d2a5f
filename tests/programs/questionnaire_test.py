"""A kind of record that exists as a JSON file alone: added, captured, synced, merged, exported, and changed later."""

import csv
import io
import json
import os

from programs import INVALID, NOT_FOUND, PROGRAMME, SERVER, Field, refusal

WELL = {
    "number": 1200,
    "name": "well_visit",
    "form_version": 1,
    "label": {"en": "Well visit"},
    "plural": {"en": "Well visits"},
    "icon": "map-pin",
    "title": ["place"],
    "readers": ["worker", "coordinator"],
    "writers": ["worker", "coordinator"],
    "fields": [
        {"number": 1, "name": "place", "label": {"en": "Place"}, "kind": "text", "rule": "ask", "class": 1},
        {"number": 2, "name": "works", "label": {"en": "Does it work?"}, "kind": "enumeration", "rule": "latest", "class": 1,
         "values": [{"name": "yes", "label": {"en": "Yes"}}, {"name": "no", "label": {"en": "No"}}]},
        {"number": 3, "name": "people", "label": {"en": "People waiting"}, "kind": "number", "rule": "count", "class": 1},
        {"number": 4, "name": "needs", "label": {"en": "What it needs"}, "kind": "text", "rule": "union", "class": 1},
        {"number": 5, "name": "remark", "label": {"en": "Remark"}, "kind": "long_text", "rule": "ask", "class": 1},
    ],
}


def write(folder, name, declaration):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        json.dump(declaration, file)
    return path


def changed(**parts):
    return {**json.loads(json.dumps(WELL)), **parts}


def refused(field, name, declaration, *words):
    path = write(field.folder, name, declaration)
    code, told = refusal([SERVER, "form", "--data", field.server.data, "--programme", PROGRAMME, "add", path])
    assert code == INVALID and all(word in told for word in words), (code, told)


def main():
    with Field() as field:
        ana, ben = field.tablet("ana"), field.tablet("ben")
        ana.sync()
        code, told = refusal(ana.command("put", "well_visit"), '{"fields": {}}\n')
        assert code == NOT_FOUND, told

        field.server.form(write(field.folder, "well.json", WELL))
        ana.sync()
        ben.sync()

        # Captured without a network, on both tablets.
        well = ana.new("well_visit", place="Mill bridge", works="yes", people={"add": 3}, needs=["rope"])
        ana.sync()
        ben.sync()
        ana.edit("well_visit", well, works="no", people={"add": 2}, needs={"add": ["bucket"]}, remark="Handle broken")
        ben.edit("well_visit", well, people={"add": 4}, needs={"add": ["grease"]}, remark="Handle stiff")
        for tablet in (ana, ben, ana):
            tablet.sync()

        # Merged field by field: counted together, listed together, and asked where two disagree.
        for tablet in (ana, ben):
            seen = tablet.get(well)
            assert seen["fields"]["works"] == "no" and seen["fields"]["people"] == 9, seen
            assert seen["fields"]["needs"] == ["bucket", "grease", "rope"], seen
            assert sorted(each["value"] for each in seen["conflicts"]["remark"]) == ["Handle broken", "Handle stiff"], seen
        assert ana.state_hash() == ben.state_hash() == field.server.state_hash()

        # A value that breaks the declaration is refused where it is typed.
        code, told = refusal(ana.command("put", "well_visit"), '{"fields": {"works": "perhaps"}}\n')
        assert code == INVALID and "works" in told, told

        # Exported; what a spreadsheet would run is only text.
        ana.new("well_visit", place="=HYPERLINK(1)", remark='Says "no",\nloudly')
        ana.sync()
        table = list(csv.DictReader(io.StringIO(field.server.export("well_visit"))))
        assert [row["place"] for row in table] == ["Mill bridge", "'=HYPERLINK(1)"], table
        assert table[0]["people"] == "9" and table[0]["needs"] == "bucket; grease; rope", table
        assert table[0]["in_conflict"] == "yes" and table[1]["remark"] == 'Says "no",\nloudly', table
        lines = [json.loads(line) for line in field.server.export("well_visit", "ndjson").splitlines()]
        assert [line["fields"]["place"] for line in lines] == ["Mill bridge", "=HYPERLINK(1)"], lines

        # A second version adds a field; the first one's records are the same kind of record. A fresh tablet gets both.
        more = changed(form_version=2)
        more["fields"].append({"number": 6, "name": "depth", "label": {"en": "Depth in metres"}, "kind": "decimal",
                               "rule": "latest", "class": 1, "least": 0})
        field.server.form(write(field.folder, "well2.json", more))
        assert "already" not in field.server.form(write(field.folder, "well2.json", more))
        ana.sync()
        ana.edit("well_visit", well, depth=12.5)
        ana.sync()
        cleo = field.tablet("cleo")
        for tablet in (cleo, ben, ana):
            tablet.sync()
        assert cleo.get(well)["fields"]["depth"] == 12.5
        assert cleo.lines("conflicts")[0]["id"] == well
        assert ana.state_hash() == ben.state_hash() == cleo.state_hash() == field.server.state_hash()

        # What can not be: another rule for the same field, a number of Rapport's own, a name that is taken.
        broken = changed(form_version=3)
        broken["fields"][1]["rule"] = "ask"
        refused(field, "rule.json", broken, "for life")
        refused(field, "same.json", changed(label={"en": "Other"}), "form_version")
        refused(field, "number.json", changed(number=12, name="own"), "1000")
        refused(field, "name.json", changed(name="partner", number=1300), "taken")
        refused(field, "kind.json", changed(number=1301, name="odd", fields=[{"number": 1, "name": "a"}]), "kind.json")
        field.server.check()


main()
