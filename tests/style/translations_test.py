#!/usr/bin/env python3
"""Every sentence of the tablet app is there in every language. Usage: translations_test.py LUPDATE ROOT

Collects the sentences anew with Qt's lupdate and holds assets/i18n against them: none missing, none left over, none
unfinished, the same placeholders, and the sync words exactly as the design has them. Without LUPDATE: tests itself only.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

kLanguages = ("en", "es", "ar")
kForms = {"en": 2, "es": 2, "ar": 6}
# Forms that may speak of their number without naming it: none, one, two.
kNamelessForms = {"en": {0}, "es": {0}, "ar": {0, 1, 2}}


def placeholders(text: str) -> list[str]:
    return sorted(re.findall(r"%(?:\d|n)", text))


def messages(path: pathlib.Path) -> dict:
    """(context, source, comment) → (numerus, unfinished, [forms])."""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
            key = (context.findtext("name"), message.findtext("source"), message.findtext("comment") or "")
            found[key] = (message.get("numerus") == "yes", translation.get("type") is not None, forms)
    return found


def faultsOf(language: str, source: str, numerus: bool, unfinished: bool, forms: list[str]) -> list[str]:
    faults = ["is unfinished"] if unfinished else []
    if numerus and len(forms) != kForms[language]:
        faults.append(f"has {len(forms)} forms of {kForms[language]}")
    for at, form in enumerate(forms):
        if not form.strip():
            faults.append("is not translated")
            continue
        wanted, said = placeholders(source), placeholders(form)
        nameless = numerus and at in kNamelessForms[language] and [each for each in wanted if each != "%n"] == said
        if said != wanted and not nameless:
            faults.append(f"has the placeholders {said} instead of {wanted}")
        if source[:1].isspace() != form[:1].isspace():
            faults.append("begins with another space")
    return faults


def collected(lupdate: str, root: pathlib.Path, pluralsOnly: bool) -> dict:
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "all_es.ts"
        command = [lupdate, "-silent", "-I", ".", "-locations", "none", "-no-obsolete", "-extensions", "qml,cpp,h",
                   "mobile/qml", "mobile/viewmodels", "-ts", str(out)]
        if pluralsOnly:
            command.insert(1, "-pluralonly")
        subprocess.run(command, cwd=root, check=True)
        return messages(out)


def faultsIn(language: str, wanted: dict, held: dict) -> list[str]:
    faults = [f"{language}: \"{source}\" ({context}) is missing" for context, source, _ in wanted.keys() - held.keys()]
    faults += [f"{language}: \"{source}\" ({context}) is said nowhere" for context, source, _ in held.keys() - wanted.keys()]
    for (context, source, _), (numerus, unfinished, forms) in held.items():
        faults += [f"{language}: \"{source}\" ({context}) {fault}"
                   for fault in faultsOf(language, source, numerus, unfinished, forms)]
    return faults


def vocabularyFaults(root: pathlib.Path, language: str, held: dict) -> list[str]:
    """The sync words of the design's vocabulary, part by part as the screens put them together."""
    said = {(re.sub(r"%\d", "%", source), re.sub(r"%\d", "%", form))
            for (_, source, _), (_, _, forms) in held.items() for form in forms}
    faults = []
    for state in json.loads((root / "assets/design/tokens.json").read_text(encoding="utf-8"))["vocabulary"]["states"]:
        for english, own in zip(state["en"].split(" · "), state[language].split(" · ")):
            if re.fullmatch(r"\{\w+\}", english):
                continue  # a time
            pair = tuple(re.sub(r"\{\w+\}", "%", words) for words in (english, own))
            if pair not in said:
                faults.append(f"{language}: the design says \"{own}\" for \"{english}\"")
    return faults


class FindsWhatIsPlanted(unittest.TestCase):
    def testAWholeTranslationIsFine(self):
        self.assertEqual(faultsOf("es", "%1 of %2", False, False, ["%1 de %2"]), [])
        self.assertEqual(faultsOf("ar", "%n notes", True, False, ["لا", "واحدة", "اثنتان", "%n", "%n", "%n"]), [])

    def testMissingWordsAreFound(self):
        wanted = {("Toast", "Undo", ""): (False, True, [""])}
        self.assertEqual(faultsIn("es", wanted, {}), ['es: "Undo" (Toast) is missing'])
        self.assertEqual(faultsIn("es", {}, {("Toast", "Undo", ""): (False, False, ["Deshacer"])}),
                         ['es: "Undo" (Toast) is said nowhere'])

    def testUnfinishedAndEmptyAreFound(self):
        self.assertEqual(faultsOf("es", "Undo", False, True, ["Deshacer"]), ["is unfinished"])
        self.assertEqual(faultsOf("es", "Undo", False, False, [" "]), ["is not translated"])

    def testOtherPlaceholdersAreFound(self):
        self.assertTrue(faultsOf("es", "%1 of %2", False, False, ["%1 de %1"]))
        self.assertTrue(faultsOf("es", "%n notes", True, False, ["una nota", "notas"]))

    def testAFormTooFewIsFound(self):
        self.assertEqual(faultsOf("ar", "%n notes", True, False, ["%n", "%n"]), ["has 2 forms of 6"])


def main() -> int:
    if len(sys.argv) < 3:
        return unittest.main()
    lupdate, root = sys.argv[1], pathlib.Path(sys.argv[2])
    faults = []
    for language in kLanguages:
        held = messages(root / f"assets/i18n/rapport_{language}.ts")
        faults += faultsIn(language, collected(lupdate, root, language == "en"), held)
        if language != "en":
            faults += vocabularyFaults(root, language, held)
    print("\n".join(sorted(faults)))
    print(f"{len(faults)} faults; scripts/translations brings the files up to date")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
