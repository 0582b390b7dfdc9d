"""Charts of every kind with ordinary rows, awkward rows and none at all, by name."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from sdgassess.analysis.years.questions import Direction
from sdgassess.document.blocks import Chart
from sdgassess.language import Words
from sdgassess.report.charts import (
    ByHand,
    Columns,
    Condition,
    HeatRow,
    LadderRow,
    LevelCount,
    OtherCount,
    Paper,
    QuestionMark,
    Rung,
    Scale,
    Series,
    StyleAxis,
    StyleItem,
    Target,
    VoiceMark,
    VoiceRow,
    Zone,
    distribution,
    heat_map,
    ladder,
    small_multiples,
    style_axis,
    voices,
)

F = Fraction
Draw = Callable[[Words, Paper], Chart]

LONG = "Verdensmålskoordineringsgruppeforankringsarbejdet"
VERY_LONG = f"{LONG} og kommunfullmäktigeberedningsuppföljningsansvaret i hele kommunen"

OURS = Scale(
    tuple(
        Rung(F(i), name)
        for i, name in enumerate(
            (
                "Ikke til stede",
                "Spredt",
                "Besluttet eller delvist",
                "Fast arbejdsgang",
                "Lærende og selvbærende",
            )
        )
    )
)
DECIMAL = Scale(tuple(Rung(F(i, 4)) for i in (0, 1, 2, 5, 10)))
SUMS = Scale(tuple(Rung(F(i)) for i in range(25)))
ONE = Scale((Rung(F(1), "Ja"),))


def marks(*levels: tuple[int, int | None]) -> tuple[QuestionMark, ...]:
    return tuple(QuestionMark(F(a), None if b is None else F(b)) for a, b in levels)


ROWS = (
    LadderRow(
        "Politisk forankring",
        F(3),
        answered=F(3),
        backed=F(2),
        interval=(F(2), F(3)),
        questions=marks((3, 3), (3, 2), (2, 2), (4, 3), (1, 1)),
        unanswered=1,
        last_year=F(2),
    ),
    LadderRow(
        "Ledelse og mandat",
        F(2),
        answered=F(2),
        backed=F(2),
        questions=marks(*((2, 2),) * 4, (2, 1), (2, None)),
        targets=(Target("LED2", F(1), F(2)),),
        last_year=F(2),
        strong=True,
    ),
    LadderRow(
        "Kernedrift",
        F(2),
        answered=F(3),
        backed=F(2),
        before_gate=F(3),
        gate="budget",
        questions=marks((1, 1), (3, 3), (3, 2), (3, None), (2, 2), (4, 4)),
        last_year=F(3),
    ),
    LadderRow(
        "Budget og ressourcer",
        F(1),
        answered=F(1),
        backed=F(1),
        questions=marks((1, 1), (0, 0), (2, 2), (3, 2)),
        targets=(Target("BUD2", F(0), F(2)), Target("BUD3", F(3), F(4))),
        unanswered=1,
    ),
    LadderRow(
        "Tværgående koordinering",
        None,
        "endnu intet niveau",
        interval=(F(1), F(2)),
        questions=marks((1, 1), (2, None)),
        unanswered=4,
        last_year=F(1),
    ),
    LadderRow(LONG, None, "endnu intet niveau", interval=(F(0), F(4)), unanswered=6),
    LadderRow("Deltagelse", None, "ikke relevant"),
    LadderRow("Opfølgning", F(4), answered=F(4), backed=F(4), questions=marks((4, 4), (3, 3))),
    LadderRow("Samarbejde", F(0), answered=F(0), backed=F(0), questions=marks((0, 0), (1, None))),
    LadderRow("Læring", F(1), answered=F(3), backed=F(1), before_gate=F(3)),
    LadderRow("Retning", F(2)),
    LadderRow("Vedholdenhed", F(2), answered=F(2)),
)
NONE = tuple(
    LadderRow(f"{VERY_LONG} {i}", None, "ännu ingen nivå", interval=(F(0), F(4)), unanswered=6)
    for i in range(12)
)
MANY = LadderRow(
    VERY_LONG,
    F(0),
    answered=F(4),
    before_gate=F(4),
    backed=F(0),
    questions=marks(*((0, 0),) * 30, *((4, None),) * 30, *((1, 1),) * 9, *((2, 2),) * 9),
    targets=(Target(LONG, F(0), F(4)), Target("A", None, F(4)), Target("B", F(2), F(2))),
    last_year=F(0),
    unanswered=120,
)
DECIMALS = (
    LadderRow("Halvt", F(5, 4), answered=F(5, 4), backed=F(1, 2), interval=(F(1, 4), F(5, 2))),
    LadderRow("Imellem", F(7, 9), answered=F(3, 2), before_gate=F(3, 2), last_year=F(1, 3)),
)

V = VoiceMark
ANONYMOUS = (
    VoiceRow("Når dagsordenen ud?", (V(F(3)), V(F(3)), V(F(1)), V(None)), F(2), disagreement=True),
    VoiceRow("Er det en del af driften?", (*(V(F(2)),) * 5, V(F(3))), F(2)),
    VoiceRow(VERY_LONG, (*(V(F(0)),) * 12, *(V(F(1)),) * 5, *(V(None),) * 7)),
    VoiceRow("Ingen endnu", ()),
)
BY_ROLE = (
    VoiceRow(
        "Når dagsordenen ud?",
        (
            V(F(3), "Politiker"),
            V(F(3), "Koordinator"),
            V(F(1), "Afdelings-/institutionsleder"),
            V(F(2), "Verksamhetschef"),
            V(None, "Ekstern partner"),
        ),
        F(2),
        disagreement=True,
    ),
    VoiceRow("Driften", (V(F(2), "Direktion"), V(F(2), LONG)), F(2)),
)

YEARS = ("2022", "2023", "2024", "2025", "2026")
SERIES = (
    Series("Politisk forankring", tuple(map(F, (0, 1, 1, 2, 3)))),
    Series(LONG, (F(4), None, F(2), F(1), F(2))),
    Series("Budget", (None, None, F(2), None, F(0))),
    Series("Alt", (None,) * 5),
    Series("Fælles forståelse", (F(5, 2), F(4), F(4), F(4), F(4))),
    Series("Drift", tuple(map(F, (4, 3, 2, 1, 0)))),
)
_CHANGES = (*Direction, None, Direction.UP)
HEAT = tuple(
    HeatRow(s.title, s.levels, change, F(1) if change else None)
    for s, change in zip(SERIES, _CHANGES, strict=True)
)

STYLE = StyleAxis(
    "Koordineringsform",
    zones=(
        Zone("Strategidrevet", references=("Växjö", "Gladsaxe")),
        Zone("Blandet", ours=True, references=("Norddjurs",)),
        Zone("Pilotdrevet", references=("Aarhus (koordinering)", VERY_LONG)),
        Zone("Endnu ingen af delene", aside=True),
    ),
    items=(
        StyleItem("Hvor tager den sit udgangspunkt?", "I fælles strategi", "I en pilot", -1),
        StyleItem("Hvad handler dialogen om?", VERY_LONG, LONG, None, VERY_LONG),
        StyleItem(
            VERY_LONG,
            "Fra en ramme oppefra",
            VERY_LONG,
            2,
            references=(("Norddjurs", 0), ("Aarhus", 2), (VERY_LONG, -2)),
        ),
    ),
    conditions=(
        Condition("Mandat til det tværgående", F(1)),
        Condition(VERY_LONG, None, "ved ikke"),
    ),
)

_COUNTS = tuple(
    LevelCount(rung, n, backed)
    for rung, n, backed in zip(OURS.rungs, (4, 10, 21, 7, 0), (4, 8, 12, 1, 0), strict=True)
)
_OTHERS = (OtherCount("ved ikke", 9), OtherCount(VERY_LONG, 2), OtherCount("ikke spurgt", 0))
_EMPTY = tuple(LevelCount(rung, 0) for rung in OURS.rungs)


def _years(n: int) -> Draw:
    some = [Series(s.title, s.levels[-n:]) for s in SERIES]
    return lambda words, paper: small_multiples(some, YEARS[-n:], OURS, words, paper)


CHARTS: dict[str, Draw] = {
    "ladder": lambda w, p: ladder(ROWS, OURS, w, p),
    "ladder-one": lambda w, p: ladder(ROWS[2:3], OURS, w, p),
    "ladder-none": lambda w, p: ladder(NONE, OURS, w, p),
    "ladder-awkward": lambda w, p: ladder((MANY, *ROWS), OURS, w, p),
    "ladder-decimal": lambda w, p: ladder(DECIMALS, DECIMAL, w, p),
    "ladder-sums": lambda w, p: ladder(DECIMALS, SUMS, w, p),
    "ladder-one-level": lambda w, p: ladder((LadderRow("A", F(1)),), ONE, w, p),
    "ladder-blank": lambda w, p: ladder(ROWS, OURS, w, p, ByHand(blank=True, votes="Stemmer")),
    "ladder-votes": lambda w, p: ladder(
        ROWS, OURS, w, p, ByHand(votes="Vores stemmer", row_height=44)
    ),
    "voices": lambda w, p: voices(ANONYMOUS, OURS, w, p),
    "voices-by-role": lambda w, p: voices(BY_ROLE, OURS, w, p),
    "heat-map": lambda w, p: heat_map(HEAT, Columns(YEARS, "Siden 2025"), OURS, w, p),
    "heat-map-places": lambda w, p: heat_map(
        [HeatRow(VERY_LONG, (F(1), None))], Columns(("Ærø Kommune", LONG)), OURS, w, p
    ),
    "years": _years(5),
    "years-three": _years(3),
    "years-two": _years(2),
    "years-one": _years(1),
    "years-many": lambda w, p: small_multiples(
        [Series(LONG, tuple(F(i % 9, 2) for i in range(30)))],
        [str(1995 + i) for i in range(30)],
        OURS,
        w,
        p,
    ),
    "distribution": lambda w, p: distribution(_COUNTS, _OTHERS, w, p),
    "distribution-none": lambda w, p: distribution(_EMPTY, (OtherCount("ved ikke", 60),), w, p),
    "style": lambda w, p: style_axis(STYLE, w, p),
    "style-unanswered": lambda w, p: style_axis(
        StyleAxis(
            "Coordination style",
            zones=(Zone("Strategy-led"), Zone("Mixed"), Zone("Pilot-led")),
            items=(StyleItem("Where from?", "Strategy", "Pilot", None, "not asked"),),
        ),
        w,
        p,
    ),
}
"""Every chart by a name, drawn in a language for some paper."""
