"""Five versions of a synthetic questionnaire, with every kind of change, declared and not.

Each question is named after what happens to it. `VERDICTS` says by which version older answers
stop comparing exactly, and how far; `SLIPS` what a version does not declare and `check` tells.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

VERSIONS = ("1.0", "1.1", "1.2", "1.3", "1.4")
PAIRS = tuple(combinations(VERSIONS, 2))

VERDICTS: Mapping[str, Mapping[str, str]] = {
    "SAME": {},
    "REWORD": {"1.1": "exact"},
    "ROUGH": {"1.2": "approximate"},
    "NOWORD": {"1.3": "none"},
    "TURNED": {"1.3": "none"},
    "SCALE": {"1.2": "exact", "1.4": "approximate"},
    "QUIET": {"1.1": "none"},
    "ANCHOR": {"1.2": "none"},
    "MORE": {"1.3": "none"},
    "FEWER": {"1.4": "none"},
}
"""By question: the version of each change that counts, and what it makes of older answers."""

RESCALED = ("SCALE", "MORE", "FEWER")

_RESCALED = '{{version: "{at}", change: rescaled, comparable: {how}, levels: [{map}]}}'
_MAPS = (
    "{from: 0, to: 0}, {from: 1, to: 2}, {from: 2, to: 3}",
    "{from: 0, to: 0}, {from: 1, to: 1}, {from: 2, to: 1}, {from: 3, to: 2}",
)
HISTORY = {
    "REWORD": ['{version: "1.1", change: reworded, comparable: exact}'],
    "ROUGH": ['{version: "1.2", change: reworded, comparable: approximate}'],
    "NOWORD": ['{version: "1.3", change: reworded, comparable: none, note: {en: Another thing.}}'],
    "TURNED": ['{version: "1.3", change: reworded, comparable: none}'],
    "SCALE": [
        _RESCALED.format(at="1.2", how="exact", map=_MAPS[0]),
        _RESCALED.format(at="1.4", how="approximate", map=_MAPS[1]),
    ],
    "LATE": ['{version: "1.3", change: reworded, comparable: exact}'],
}
"""What questions declare, oldest first."""


class Slip(NamedTuple):
    """A change that a version does not declare.

    Attributes:
        code: what `check` calls it.
        about: the id that it names.
        older: what was there, as the message quotes it.
        newer: what is there; it stands on the line that is pointed at.
    """

    code: str
    about: str
    older: str
    newer: str


SLIPS: Mapping[str, tuple[Slip, ...]] = {
    "1.0": (),
    "1.1": (
        Slip("P253", "TURNED", "Counts when anybody did it.", "Counts only when it was decided."),
        Slip("P252", "QUIET", "Do we QUIET?", "Do we QUIET since 1.1?"),
        Slip("P252", "LATE", "Do we LATE?", "Do we LATE since 1.1?"),
    ),
    "1.2": (
        Slip("P254", "s", "rule: mean", "minimum"),
        Slip("P255", "g", "plus: 1", "plus: 0"),
        Slip("P252", "ANCHOR", "ANCHOR at 1", "ANCHOR at 1 since 1.2"),
    ),
    "1.3": (Slip("P252", "MORE", "", "MORE at 3"),),
    "1.4": (
        Slip("P255", "g", "plus: 0", "version"),
        Slip("P252", "FEWER", "FEWER at 2", "levels:"),
        Slip("P254", "BASE", "false", "core: true"),
    ),
}
"""What each version changes without a word, in the order of its file, roll-ups and gates first."""


def write_chain(folder: Path) -> None:
    """Write every version, and a profile of each that answers all with level 1."""
    for place, version in enumerate(VERSIONS):
        (folder / f"kiosk-{version}.yaml").write_text(questionnaire_text(version), "utf-8")
        answers = "".join(f"  {name}: {{level: 1}}\n" for name in (*VERDICTS, "LATE", "BASE"))
        (folder / f"p-{version}.yaml").write_text(
            "format: sdgassess/profile/1\n"
            "subject: {name: Corner}\n"
            f"date: {2021 + place}-05-01\nstatus: complete\n"
            f'questionnaire: {{id: kiosk, version: "{version}"}}\n'
            f"answers:\n{answers}",
            "utf-8",
        )


def verdict(question: str, older: str, newer: str) -> str:
    """What the table says of a question between two versions: the worst that came in between."""
    between = [say for at, say in VERDICTS[question].items() if older < at <= newer]
    return next((worst for worst in ("none", "approximate") if worst in between), "exact")


def questionnaire_text(version: str) -> str:
    """One version of the questionnaire."""
    rule = {"1.0": "mean", "1.1": "mean", "1.2": "minimum"}.get(version, "lower-median")
    lines = [
        "format: sdgassess/questionnaire/1",
        "id: kiosk",
        f'version: "{version}"',
        "licence: none",
        "title: {en: Kiosks}",
        "limits: {en: A trial.}",
        "languages: [en]",
        "roll_ups:",
        "  - id: s",
        f"    rule: {rule}",
        *_gate(version),
        *_rules_declared(version),
        "parts:",
        "  - id: A",
        "    title: {en: The part}",
        "    roll_up: s",
        "    questions:",
        *(line for name in (*VERDICTS, "LATE") for line in _question(name, version)),
        "  - id: B",
        "    title: {en: The base}",
        "    roll_up: s",
        "    questions:",
        *_question("BASE", version),
    ]
    return "\n".join(lines) + "\n"


def _gate(version: str) -> list[str]:
    """The gate: new in 1.1, another in 1.2, gone in 1.4."""
    if version in ("1.0", "1.4"):
        return []
    plus = 1 if version == "1.1" else 0
    return [
        "gates:",
        "  - id: g",
        "    caps: A",
        f"    at_most: {{lowest_of: [{{question: BASE}}], plus: {plus}}}",
        "    because: {en: The base carries it.}",
    ]


def _rules_declared(version: str) -> list[str]:
    """What the questionnaire declares of its rules: the new gate of 1.1, the roll-up of 1.3."""
    declared = {"1.1": "g", "1.3": "s"}
    entries = [
        f'  - {{version: "{at}", about: [{about}], note: {{en: Why.}}}}'
        for at, about in declared.items()
        if at <= version
    ]
    return ["history:", *entries] if entries else []


def _question(name: str, version: str) -> list[str]:
    """A question as a version has it."""
    reworded = {"REWORD": ["1.1"], "ROUGH": ["1.2"], "QUIET": ["1.1"], "LATE": ["1.1", "1.3"]}
    since = [at for at in reworded.get(name, ()) if at <= version]
    lines = [
        f"      - id: {name}",
        f"        text: {{en: Do we {name}{f' since {since[-1]}' if since else ''}?}}",
        "        levels:",
        *(
            f"          - {{value: {n}, text: {{en: {text}}}}}"
            for n, text in _levels(name, version)
        ),
    ]
    if name == "TURNED":
        lines.append(f"        guidance: {{en: {_guidance(version)}}}")
    if name == "BASE" and version == "1.4":
        lines.append("        core: true")
    declared = [change for change in HISTORY.get(name, ()) if change[11:14] <= version]
    if declared:
        lines += ["        history:", *(f"          - {change}" for change in declared)]
    return lines


def _levels(name: str, version: str) -> list[tuple[int, str]]:
    """The values of a question with their texts."""
    top = 2
    if (name == "SCALE" and "1.2" <= version < "1.4") or (name == "MORE" and version >= "1.3"):
        top = 3
    if name == "FEWER" and version == "1.4":
        top = 1
    anchors = {n: f"{name} at {n}" for n in range(top + 1)}
    if name == "ANCHOR" and version >= "1.2":
        anchors[1] += " since 1.2"
    return list(anchors.items())


def _guidance(version: str) -> str:
    """What counts: turned around in 1.1 without a word, and in 1.3 with one."""
    if version == "1.0":
        return "Counts when anybody did it."
    return "Counts only when it was decided." if version < "1.3" else "Counts when it was audited."
