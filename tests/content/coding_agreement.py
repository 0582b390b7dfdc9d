"""How far two codings of the five documents agree, cell by cell, on the lower bounds.

A cell is one question of one documented profile. Run as a script it prints the table that
`docs/reference-coding.md` shows: `python tests/content/coding_agreement.py`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from tests.given.places import TESTS

CASES = TESTS / "scoring" / "cases"
FIRST = CASES / "reference_coding.json"
SECOND = CASES / "reference_coding_2.json"

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
    columns = [
        agreement(first, second),
        agreement(without(first, PARAPHRASED), without(second, PARAPHRASED)),
        agreement(only(first, PARAPHRASED), only(second, PARAPHRASED)),
    ]
    rows = [
        ["", "All cells", "Without paraphrased anchors", "Paraphrased anchors only"],
        ["---", "---:", "---:", "---:"],
        ["Cells in the first coding", *(str(found.first) for found in columns)],
        ["Cells in the second coding", *(str(found.second) for found in columns)],
        ["Found by both", *(str(found.both) for found in columns)],
        ["Found by the first only", *(str(found.only_first) for found in columns)],
        ["Found by the second only", *(str(found.only_second) for found in columns)],
        [
            "Same lower bound, of those found by both",
            *(share(found.equal, found.both) for found in columns),
        ],
        [
            "Same lower bound, of those found by either",
            *(share(found.equal, found.either) for found in columns),
        ],
        [
            "Linearly weighted kappa, cells found by both",
            *(decimals(found.kappa) for found in columns),
        ],
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


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
    print(table(read_coding(FIRST), read_coding(SECOND)))
