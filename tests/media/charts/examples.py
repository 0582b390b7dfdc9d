"""Charts of every kind with ordinary rows, awkward rows and none at all, by name."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from sdgassess.document.blocks import Chart
from sdgassess.document.charts.distribution import LevelCount, StateCount, distribution
from sdgassess.document.charts.heat_map import ColumnHeads, HeatRow, heat_map
from sdgassess.document.charts.ladder import LadderRow, Pick, QuestionLevel, ladder
from sdgassess.document.charts.scale import Rung, Scale
from sdgassess.document.charts.small_multiples import Series, small_multiples
from sdgassess.document.charts.style_axis import Condition, StyleItem, Zone, style_axis
from sdgassess.document.charts.voices import VoiceMark, VoiceRow, voices
from sdgassess.language import Words
from sdgassess.trend import Trend

F = Fraction
Compose = Callable[[Words], Chart]

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


def question_levels(*levels: tuple[int, int | None]) -> tuple[QuestionLevel, ...]:
    return tuple(QuestionLevel(F(a), None if b is None else F(b)) for a, b in levels)


ROWS = (
    LadderRow(
        "Politisk forankring",
        F(3),
        answered=F(3),
        backed=F(2),
        interval=(F(2), F(3)),
        questions=question_levels((3, 3), (3, 2), (2, 2), (4, 3), (1, 1)),
        unanswered=1,
    ),
    LadderRow(
        "Ledelse og mandat",
        F(2),
        answered=F(2),
        backed=F(2),
        questions=question_levels(*((2, 2),) * 4, (2, 1), (2, None)),
        picks=(Pick("LED2", F(1), F(2)),),
    ),
    LadderRow(
        "Kernedrift",
        F(2),
        answered=F(3),
        backed=F(2),
        before_gate=F(3),
        gate="budget",
        questions=question_levels((1, 1), (3, 3), (3, 2), (3, None), (2, 2), (4, 4)),
    ),
    LadderRow(
        "Budget og ressourcer",
        F(1),
        answered=F(1),
        backed=F(1),
        questions=question_levels((1, 1), (0, 0), (2, 2), (3, 2)),
        picks=(Pick("BUD2", F(0), F(2)), Pick("BUD3", F(3), F(4))),
        unanswered=1,
    ),
    LadderRow(
        "Tværgående koordinering",
        None,
        "endnu intet niveau",
        interval=(F(1), F(2)),
        questions=question_levels((1, 1), (2, None)),
        unanswered=4,
    ),
    LadderRow(LONG, None, "endnu intet niveau", interval=(F(0), F(4)), unanswered=6),
    LadderRow("Deltagelse", None, "ikke relevant"),
    LadderRow(
        "Opfølgning", F(4), answered=F(4), backed=F(4), questions=question_levels((4, 4), (3, 3))
    ),
    LadderRow(
        "Samarbejde",
        F(0),
        answered=F(0),
        backed=F(0),
        questions=question_levels((0, 0), (1, None)),
    ),
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
    questions=question_levels(*((0, 0),) * 30, *((4, None),) * 30, *((1, 1),) * 9, *((2, 2),) * 9),
    picks=(Pick(LONG, F(0), F(4)), Pick("A", None, F(4)), Pick("B", F(2), F(2))),
    unanswered=120,
)
DECIMALS = (
    LadderRow("Halvt", F(5, 4), answered=F(5, 4), backed=F(1, 2), interval=(F(1, 4), F(5, 2))),
    LadderRow("Imellem", F(7, 9), answered=F(3, 2), before_gate=F(3, 2)),
)

V = VoiceMark
ANONYMOUS = (
    VoiceRow("Når dagsordenen ud?", (V(F(3)), V(F(3)), V(F(1)), V(None)), F(2), disagreement=True),
    VoiceRow("Er det en del af driften?", (*(V(F(2)),) * 5, V(F(3))), F(2)),
    VoiceRow(VERY_LONG, (*(V(F(0)),) * 12, *(V(F(1)),) * 5, *(V(None),) * 7)),
    VoiceRow("Ingen endnu", ()),
)
RULED_OUT = (
    VoiceRow("Spørges brugerne?", (V(F(0)), V(None), *(V(None, applies=False),) * 2), F(0)),
    VoiceRow("Driften", (V(F(2), "Koordinator"), V(None, "Politiker", applies=False))),
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
_TRENDS = (*Trend, None, Trend.UP)
HEAT = tuple(HeatRow(s.title, s.levels, trend) for s, trend in zip(SERIES, _TRENDS, strict=True))

ZONES = (
    Zone("Strategidrevet", references=("Växjö", "Gladsaxe")),
    Zone("Blandet", ours=True, references=("Norddjurs",)),
    Zone("Pilotdrevet", references=("Aarhus (koordinering)", VERY_LONG)),
    Zone("Endnu ingen af delene", aside=True),
)
ITEMS = (
    StyleItem("Hvor tager den sit udgangspunkt?", "I fælles strategi", "I en pilot", -1),
    StyleItem("Hvad handler dialogen om?", VERY_LONG, LONG, None, VERY_LONG),
    StyleItem(
        VERY_LONG,
        "Fra en ramme oppefra",
        VERY_LONG,
        2,
    ),
)
CONDITIONS = (
    Condition("Mandat til det tværgående", F(1)),
    Condition(VERY_LONG, None, "ved ikke"),
)

_COUNTS = tuple(
    LevelCount(rung, n, backed)
    for rung, n, backed in zip(OURS.rungs, (4, 10, 21, 7, 0), (4, 8, 12, 1, 0), strict=True)
)
_OTHERS = (StateCount("ved ikke", 9), StateCount(VERY_LONG, 2), StateCount("ikke spurgt", 0))
_EMPTY = tuple(LevelCount(rung, 0, 0) for rung in OURS.rungs)


def _years(n: int) -> Compose:
    some = [Series(s.title, s.levels[-n:]) for s in SERIES]
    return lambda words: small_multiples(some, YEARS[-n:], OURS, words)


CHARTS: dict[str, Compose] = {
    "ladder": lambda w: ladder(ROWS, OURS, w),
    "ladder-one": lambda w: ladder(ROWS[2:3], OURS, w),
    "ladder-none": lambda w: ladder(NONE, OURS, w),
    "ladder-awkward": lambda w: ladder((MANY, *ROWS), OURS, w),
    "ladder-decimal": lambda w: ladder(DECIMALS, DECIMAL, w),
    "ladder-sums": lambda w: ladder(DECIMALS, SUMS, w),
    "ladder-one-level": lambda w: ladder((LadderRow("A", F(1)),), ONE, w),
    "voices": lambda w: voices(ANONYMOUS, OURS, w),
    "voices-ruled-out": lambda w: voices(RULED_OUT, OURS, w),
    "voices-by-role": lambda w: voices(BY_ROLE, OURS, w),
    "heat-map": lambda w: heat_map(HEAT, ColumnHeads(YEARS, "Siden 2025"), OURS, w),
    "heat-map-places": lambda w: heat_map(
        [HeatRow(VERY_LONG, (F(1), None))], ColumnHeads(("Ærø Kommune", LONG)), OURS, w
    ),
    "years": _years(5),
    "years-three": _years(3),
    "years-two": _years(2),
    "years-one": _years(1),
    "years-many": lambda w: small_multiples(
        [Series(LONG, tuple(F(i % 9, 2) for i in range(30)))],
        [str(1995 + i) for i in range(30)],
        OURS,
        w,
    ),
    "distribution": lambda w: distribution(_COUNTS, _OTHERS, w),
    "distribution-none": lambda w: distribution(_EMPTY, (StateCount("ved ikke", 60),), w),
    "style": lambda w: style_axis("Koordineringsform", ZONES, ITEMS, CONDITIONS, w),
    "style-unanswered": lambda w: style_axis(
        "Coordination style",
        (Zone("Strategy-led"), Zone("Mixed"), Zone("Pilot-led")),
        (StyleItem("Where from?", "Strategy", "Pilot", None, "not asked"),),
        (),
        w,
    ),
}
"""Every chart by a name, composed in a language."""
