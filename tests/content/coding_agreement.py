"""How far codings of the five documents agree, cell by cell, on the lower bounds.

A cell is one question of one documented profile. Run as a script it prints the tables that
`docs/reference-coding.md` shows: `python -m tests.content.coding_agreement`. The first and the
second coding are held against each other, the third against the points that shipped before it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import yaml

from tests.given.places import ROOT, TESTS

CASES = TESTS / "scoring" / "cases"
FIRST = CASES / "reference_coding.json"
SECOND = CASES / "reference_coding_2.json"
THIRD = CASES / "reference_coding_3.json"
REFERENCES = ROOT / "profiles" / "references"
QUESTIONNAIRE = ROOT / "questionnaires" / "nordic-sdg-governance-1.0.yaml"
HIGHEST = 4

Cell: TypeAlias = tuple[str, str]


class Code(NamedTuple):
    """What one coder recorded in one cell; a lower bound of 0 says that there is none."""

    lo: int
    hi: int
    confidence: str


Coding: TypeAlias = Mapping[Cell, Code]

# The anchor was written after the case (ambiguities.md): agreement there measures shared wording.
PARAPHRASED: frozenset[Cell] = frozenset(
    [
        *product(["herning"], ["POL3", "BUD2", "POL5", "CORE1"]),
        *product(["norddjurs"], ["CORE3", "BUD1"]),
        *product(["frederikshavn"], ["SAM4", "POL1"]),
        *product(["vaxjo", "aarhus-coordination"], ["LED2", "COORD2", "COORD3", "COORD6"]),
    ]
)

# Cells of the second coding that the third coder had on the screen before coding.
SEEN_BEFORE_CODING: frozenset[Cell] = frozenset(
    [
        *product(["gladsaxe"], ["POL1", "POL2", "LED1", "LED3", "SAM2", "SAM4"]),
        *product(["gladsaxe"], ["CORE1", "CORE2", "CORE4", "CORE5", "CORE6", "BUD4"]),
        *product(["gladsaxe"], ["COORD1", "COORD3", "COORD6", "CONT2", "CONT4", "FOC1"]),
    ]
)

# What shipped where the third coding then changed a point; None where there was no point.
BEFORE_THE_THIRD: Mapping[Cell, Code | None] = {
    ("gladsaxe", "CORE6"): None,
    ("herning", "SAM2"): None,
    ("norddjurs", "CONT4"): None,
}


class Agreement(NamedTuple):
    """Two codings held against each other.

    Attributes:
        first: cells in the first coding.
        second: cells in the second coding.
        both: cells found by both.
        equal: cells found by both, with the same lower bound.
        kappa: linearly weighted kappa of the lower bounds on the cells found by both; None where
            chance alone would give full agreement.
    """

    first: int
    second: int
    both: int
    equal: int
    kappa: Fraction | None

    @property
    def only_first(self) -> int:
        """Cells that only the first coding found."""
        return self.first - self.both

    @property
    def only_second(self) -> int:
        """Cells that only the second coding found."""
        return self.second - self.both

    @property
    def either(self) -> int:
        """Cells that at least one coding found."""
        return self.first + self.second - self.both


def read_coding(path: Path) -> Coding:
    """A coding by profile and question."""
    cells: Sequence[Mapping[str, Any]] = json.loads(path.read_text("utf-8"))
    coding = {
        (cell["profile"], cell["question"]): Code(cell["lo"], cell["hi"], cell["confidence"])
        for cell in cells
    }
    assert len(coding) == len(cells), "one cell is coded twice"
    return coding


def shipped_points() -> Coding:
    """The points of the documented references, as a coding."""
    return {
        (path.stem, question): Code(
            point.get("at_least", 0), point.get("at_most", HIGHEST), point["confidence"]
        )
        for path in sorted(REFERENCES.glob("*.yaml"))
        for question, point in _yaml(path)["points"].items()
    }


def points_before_the_third() -> Coding:
    """The points as they shipped when the third coding was held against them."""
    points: dict[Cell, Code | None] = {**shipped_points(), **BEFORE_THE_THIRD}
    return {cell: code for cell, code in points.items() if code is not None}


def cells_the_guidance_names() -> frozenset[Cell]:
    """The cells whose question has guidance that names the very municipality or unit."""
    return frozenset(
        (profile, question["id"])
        for question in _questions(_yaml(QUESTIONNAIRE))
        for profile in profiles_named_in(question["guidance"]["en"])
    )


def profiles_named_in(guidance: str) -> frozenset[str]:
    """The profiles that a guidance names; the libraries have only their own part of Aarhus."""
    names = {
        "Gladsaxe": "gladsaxe",
        "Herning": "herning",
        "Norddjurs": "norddjurs",
        "Frederikshavn": "frederikshavn",
        "Växjö": "vaxjo",
    }
    profiles = {profile for name, profile in names.items() if name in guidance}
    if "Aarhus" in guidance:
        of_the_libraries = "Aarhus Libraries" in guidance or "Verdensrummet" in guidance
        profiles.add("aarhus-libraries" if of_the_libraries else "aarhus-coordination")
    return frozenset(profiles)


def _questions(part: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield from part.get("questions", ())
    for child in part.get("parts", ()):
        yield from _questions(child)


def _yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


def agreement(first: Coding, second: Coding) -> Agreement:
    """How far two codings agree on the lower bounds."""
    pairs = [(first[cell].lo, second[cell].lo) for cell in first if cell in second]
    equal = sum(one == other for one, other in pairs)
    return Agreement(len(first), len(second), len(pairs), equal, weighted_kappa(pairs))


def weighted_kappa(pairs: Sequence[tuple[int, int]]) -> Fraction | None:
    """Cohen's kappa with linear weights: one minus the distance found over that by chance."""
    found = sum(abs(one - other) for one, other in pairs)
    chance = sum(abs(one - other) for (one, _), (_, other) in product(pairs, pairs))
    return 1 - Fraction(found * len(pairs), chance) if chance else None


def without(coding: Coding, cells: frozenset[Cell]) -> Coding:
    """A coding without some cells."""
    return {cell: code for cell, code in coding.items() if cell not in cells}


def only(coding: Coding, cells: frozenset[Cell]) -> Coding:
    """Some cells of a coding."""
    return {cell: code for cell, code in coding.items() if cell in cells}


def table(first: Coding, second: Coding) -> str:
    """The figures as a Markdown table: all cells, and those with a paraphrased anchor apart."""
    columns = {
        "All cells": agreement(first, second),
        "Without paraphrased anchors": agreement(
            without(first, PARAPHRASED), without(second, PARAPHRASED)
        ),
        "Paraphrased anchors only": agreement(only(first, PARAPHRASED), only(second, PARAPHRASED)),
    }
    return figures(columns, ("the first coding", "the second coding"), ("the first", "the second"))


def third_table(third: Coding, shipped: Coding) -> str:
    """The third coding against what shipped: all cells, and those that helped the coder apart."""
    guided = cells_the_guidance_names()
    helped = guided | SEEN_BEFORE_CODING
    columns = {
        "All cells": agreement(third, shipped),
        "Guidance names the case": agreement(only(third, guided), only(shipped, guided)),
        "Guidance does not": agreement(without(third, guided), without(shipped, guided)),
        "Nor seen before": agreement(without(third, helped), without(shipped, helped)),
    }
    return figures(
        columns, ("the third coding", "the shipped points"), ("the third", "the shipped points")
    )


def figures(
    columns: Mapping[str, Agreement], sources: tuple[str, str], names: tuple[str, str]
) -> str:
    """Agreements side by side as a Markdown table.

    Args:
        columns: an agreement by the heading of its column.
        sources: the two codings, after "Cells in".
        names: the two codings, after "Found by".
    """
    agreements = tuple(columns.values())
    rows = [
        ["", *columns],
        ["---", *("---:" for _ in columns)],
        [f"Cells in {sources[0]}", *(str(pair.first) for pair in agreements)],
        [f"Cells in {sources[1]}", *(str(pair.second) for pair in agreements)],
        ["Found by both", *(str(pair.both) for pair in agreements)],
        [f"Found by {names[0]} only", *(str(pair.only_first) for pair in agreements)],
        [f"Found by {names[1]} only", *(str(pair.only_second) for pair in agreements)],
        [
            "Same lower bound, of those found by both",
            *(share(pair.equal, pair.both) for pair in agreements),
        ],
        [
            "Same lower bound, of those found by either",
            *(share(pair.equal, pair.either) for pair in agreements),
        ],
        [
            "Linearly weighted kappa, cells found by both",
            *(decimals(pair.kappa) for pair in agreements),
        ],
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def written(code: Code) -> str:
    """A code as the page writes it."""
    if code.lo == code.hi:
        return f"={code.lo} {code.confidence}"
    if code.hi == HIGHEST:
        return f"≥{code.lo} {code.confidence}"
    bounds = f"{code.lo}–{code.hi}" if code.lo else f"≤{code.hi}"
    return f"{bounds} {code.confidence}"


def share(part: int, whole: int) -> str:
    """A count with its percentage, rounded half up."""
    return f"{part} of {whole} ({(200 * part + whole) // (2 * whole)} %)" if whole else "–"


def decimals(value: Fraction | None) -> str:
    """A value with two decimals, rounded half up."""
    if value is None:
        return "–"
    hundredths = int(abs(value) * 100 + Fraction(1, 2))
    sign = "−" if value < 0 and hundredths else ""
    return f"{sign}{hundredths // 100}.{hundredths % 100:02}"


if __name__ == "__main__":
    print(table(read_coding(FIRST), read_coding(SECOND)), end="\n\n")
    print(third_table(read_coding(THIRD), points_before_the_third()))
