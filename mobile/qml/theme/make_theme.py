#!/usr/bin/env python3
"""Turns the design tokens into ThemeColors.qml and Theme.qml. Usage: make_theme.py TOKENS OUT_FOLDER

Fails when a pair of colours that people must tell apart falls under the contrast that the tokens ask for.
"""

import json
import pathlib
import sys

kSurfaces = ("page", "card", "inset")
kRoleParts = {"base": "", "on": "Ink", "container": "Tint", "onContainer": "TintInk", "text": "Text"}
kNavNames = {"bg": "Back", "ink": "Ink", "inkMuted": "Muted", "selectedBg": "Selected", "selectedInk": "SelectedInk"}


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    channels = [int(colour[at:at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def pairs(colours: dict, minimum: dict):
    """Every (name, front, back, least contrast) that the design allows on a screen."""
    surface, text, line = colours["surface"], colours["text"], colours["line"]
    for back in surface:
        yield f"ink on {back}", text["ink"], surface[back], minimum["ink"]
        yield f"inkMuted on {back}", text["inkMuted"], surface[back], minimum["text"]
    yield "inkDisabled on disabledFill", text["inkDisabled"], text["disabledFill"], minimum["text"]
    for back in ("card", "page"):
        for name in ("control", "focus"):
            yield f"{name} on {back}", line[name], surface[back], 3
    for role, parts in colours["roles"].items():
        yield f"{role} on", parts["on"], parts["base"], minimum["text"]
        yield f"{role} onContainer", parts["onContainer"], parts["container"], minimum["text"]
        for back in kSurfaces:
            yield f"{role} text on {back}", parts["text"], surface[back], minimum["text"]
    nav = colours["nav"]
    yield "nav ink", nav["ink"], nav["bg"], 7
    yield "nav inkMuted", nav["inkMuted"], nav["bg"], 4.5
    yield "nav selected", nav["selectedInk"], nav["selectedBg"], 4.5
    for series in colours["chart"]["series"]:
        yield f"chart {series['name']}", series["value"], surface["card"], minimum["mark"]


def flat(colours: dict) -> dict:
    """Palette property → colour. A QML property may not begin with "on"."""
    out = {**colours["surface"], **colours["line"], **colours["text"]}
    for role, parts in colours["roles"].items():
        out.update({role + kRoleParts[part]: value for part, value in parts.items()})
    out.update({"nav" + kNavNames[name]: value for name, value in colours["nav"].items()})
    for group in ("hero", "mark"):
        out.update({group + name.capitalize(): value for name, value in colours[group].items()})
    for at, series in enumerate(colours["chart"]["series"], 1):
        out[f"chart{at}"] = series["value"]
    out.update({"chart" + name.capitalize(): colours["chart"][name] for name in ("grid", "axis", "suppressed")})
    return out


def paletteFile(names) -> str:
    lines = [f"    property color {name}" for name in names]
    return "import QtQuick\n\n// Made from tokens.json.\nQtObject {\n" + "\n".join(lines) + "\n}\n"


def style(name: str, token: dict, families: dict) -> str:
    weight = token["weight"]
    if token["family"] == "ui":
        weight = f"theme.weigh({weight})"
    tracking = round(token["size"] * token.get("tracking", 0), 3)
    return (f'    readonly property TextStyle {name}: TextStyle {{ family: "{families[token["family"]]}"; '
            f'size: {token["size"]}; line: {token["line"]}; weight: {weight}; '
            f'tracking: {f"theme.arabic ? 0 : {tracking}" if tracking else 0} }}')


def themeFile(tokens: dict, palettes: dict) -> str:
    out = ["pragma Singleton", "", "import QtQuick", "", "// Made from tokens.json.", "QtObject {",
           "    id: theme", "", "    enum Variant { Light, Dark, Sun }", "",
           "    property int variant: Theme.Light",
           "    property real pixelRatio: 1",
           "    property bool reducedMotion: false",
           "    property bool arabic: false",
           "    property bool leftHand: false",
           "    readonly property bool sun: variant === Theme.Sun",
           "    // Arabic letters stand higher and hang lower; their fonts come in two weights. In the sun thin letters drown.",
           "    readonly property real leading: arabic ? 1.15 : 1",
           "    function weigh(weight: int): int { return arabic ? (weight < 600 ? 400 : 700) : sun && weight === 400 ? 500 : weight }", ""]
    for name, colours in palettes.items():
        out.append(f"    readonly property ThemeColors {name}: ThemeColors {{")
        out += [f'        {key}: "{value}"' for key, value in colours.items()]
        out.append("    }")
    out.append("    readonly property ThemeColors colors: variant === Theme.Dark ? dark : variant === Theme.Sun ? bright : light")
    out.append("")
    families = tokens["font"]
    out += [style(name, token, families) for name, token in tokens["type"]["tabletSp"].items()]
    out += ["", f'    readonly property int maxCharacters: {tokens["type"]["maxCharacters"]}']
    for group, prefix in (("space", "space"), ("radius", "radius"), ("touch", "touch"), ("motion", "motion")):
        for key, value in tokens[group].items():
            out.append(f"    readonly property real {prefix}{key[0].upper()}{key[1:]}: {value}")
    border = tokens["border"]
    out += ["", "    // Whole device pixels, never wider than the token asks: a blurred edge is no edge in the sun.",
            "    function snapped(width: real): real { return Math.max(1, Math.floor(width * pixelRatio)) / pixelRatio }",
            f'    readonly property real edgeHairline: snapped(sun ? {border["sunAll"]} : {border["hairline"]})',
            f'    readonly property real edgeControl: snapped(sun ? {border["sunAll"]} : {border["control"]})',
            f'    readonly property real edgeSelected: snapped(sun ? {border["sunSelected"]} : {border["selected"]})',
            f"    readonly property real iconStroke: sun ? 2.5 : 2",
            "    function time(token: real): real { return reducedMotion ? motionReduced : token }", "}", ""]
    return "\n".join(out)


def main() -> int:
    tokens = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    failures = [f"{theme}: {name} is {contrast(front, back):.2f}, {least} is the least"
                for theme, colours in tokens["color"].items()
                for name, front, back, least in pairs(colours, tokens["minimum"][theme])
                if contrast(front, back) < least]
    if failures:
        print("Colours that cannot be told apart:\n  " + "\n  ".join(failures), file=sys.stderr)
        return 1
    out = pathlib.Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    palettes = {{"sun": "bright"}.get(name, name): flat(colours) for name, colours in tokens["color"].items()}
    (out / "ThemeColors.qml").write_text(paletteFile(palettes["light"]), encoding="utf-8")
    (out / "Theme.qml").write_text(themeFile(tokens, palettes), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
