"""Profiles and texts out of nothing, for laws about writing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from fractions import Fraction

from hypothesis import strategies as st

from sdgassess.model.profile import (
    Agreement,
    Amendment,
    Answer,
    Count,
    EarlierAnswer,
    Evidence,
    EvidenceKind,
    Judgement,
    Municipality,
    Origin,
    ParkedAnswer,
    Participant,
    Period,
    PersonConsent,
    PickStatus,
    Priority,
    Profile,
    QuestionnaireRef,
    Returned,
    Scope,
    State,
    Status,
    StyleAnswer,
    UnmappedAnswer,
    Voice,
    WasChange,
    Weight,
)
from tests.given.chance import Chance, seeded

NASTY = [
    *("", " ", "a ", " a", "#", "a #b", "a: b", "a:", "- a", "-", "--- a", "...", "---", "? a"),
    *("'", '"', "\\", "it's", '"it\'s"', "a\\b", "[", "{", "a, b", "a}", "?", "@x", "%x", "`"),
    *("!x", "&x", "*x", "=", "<<", "|", ">", "|-", "true", "null", "~", "no", "1", "010", "1:30"),
    *("1.0", "2026-01-15", "+1", ".5", "1e3", "0x1f", ".nan", "http://x.dk/a?b=1#c", "a:?", "a:,"),
    *("æøåÄÖ", "😀", "👩‍💻", "\x1b[31m", "\r", "a\rb", "a\r\nb", "\t", "\ta", "a\tb", "a\x00b"),
    *("\u2028", "a\u2029b", "\x85", "\ufeff", "a\ufeff", "\u202e", "\x7f", "\xa0", "\ufffe"),
    *("\U0010ffff", "x" * 3000, "word " * 300, "a\nb", "a\nb\n", "a\n\n", "\n", "\n\na", "a \nb"),
    *(
        "  a\nb",
        "a\n  b\n",
        "a\n\tb",
        "a\n  \nb",
        "a\n  ",
        "# x\n# y\n",
        "a\n#b",
        "\na\n",
        "a: |\nb",
    ),
]

texts = st.one_of(
    st.sampled_from(NASTY),
    st.text(max_size=30),
    st.lists(st.sampled_from(NASTY), max_size=3).map("".join),
    st.text(alphabet=" \n\t#:-a|'\"", max_size=12),
).map(lambda words: words.encode("utf-8", "replace").decode())

WORD_CHARACTERS = " \n\t#:-a|'\""


def text(chance: Chance) -> str:
    """A text of any kind: one that other programs stumble over, several of them, any letters."""
    words = (
        lambda: chance.choice(NASTY),
        lambda: chance.letters(30),
        lambda: "".join(chance.several(lambda: chance.choice(NASTY))),
        lambda: "".join(chance.choices(WORD_CHARACTERS, k=chance.randint(0, 12))),
    )
    return chance.choice(words)().encode("utf-8", "replace").decode()


def _date(chance: Chance) -> dt.date:
    """Any day there is, the first and the last one too."""
    ends = dt.date.min.toordinal(), dt.date.max.toordinal()
    return dt.date.fromordinal(chance.choice((*ends, chance.randint(*ends))))


def _level(chance: Chance) -> Fraction:
    """A level, also one that no questionnaire has."""
    return Fraction(
        chance.choice(
            (
                chance.randint(-3, 9),
                Fraction(chance.randint(-9000, 9000), 1000),
                Fraction(chance.randint(-9, 9), chance.randint(1, 7)),
            )
        )
    )


def evidence(chance: Chance) -> Evidence:
    """What an answer may rest on."""
    return Evidence(
        chance.choice(tuple(EvidenceKind)),
        chance.maybe(lambda: text(chance)),
        chance.maybe(lambda: text(chance)),
        chance.maybe(lambda: _period(chance)),
    )


def _period(chance: Chance) -> Period:
    """A day, a month or a year, as exactly as somebody may know it."""
    year, month = chance.randint(1000, 9999), chance.randint(1, 12)
    return chance.choice((Period.of(_date(chance)), Period(year, month), Period(year)))


def _options(chance: Chance) -> tuple[str, ...] | None:
    """Chosen options, or none of them, or no choice at all."""
    return chance.maybe(lambda: chance.several(chance.identifier))


def was(chance: Chance) -> EarlierAnswer:
    """What an answer was before it was changed."""
    options = _options(chance)
    return EarlierAnswer(
        None if options is not None else chance.maybe(lambda: _level(chance)),
        chance.maybe(lambda: chance.choice(tuple(State))),
        chance.maybe(lambda: _date(chance)),
        chance.choice(tuple(WasChange)),
        chance.maybe(lambda: text(chance)),
        options,
    )


def _voice(chance: Chance) -> Voice:
    options = _options(chance)
    return Voice(
        chance.identifier(),
        None if options is not None else chance.maybe(lambda: _level(chance)),
        chance.maybe(lambda: chance.choice(tuple(State))),
        chance.maybe(chance.identifier),
        options=options,
        sealed=chance.random() < 0.5,
        comment=chance.maybe(lambda: text(chance)),
        reason=chance.maybe(lambda: text(chance)),
        evidence=chance.several(lambda: evidence(chance), 1),
    )


def _agreement(chance: Chance) -> Agreement:
    by = chance.several(chance.identifier)
    return Agreement(by, chance.maybe(lambda: text(chance)), chance.maybe(lambda: text(chance)))


def _answer(chance: Chance) -> Answer:
    """An answer with all that may hang on it; chosen options take the place of a level."""
    options = _options(chance)
    return Answer(
        level=None if options is not None else chance.maybe(lambda: _level(chance)),
        state=chance.maybe(lambda: chance.choice(tuple(State))),
        asked=chance.maybe(lambda: text(chance)),
        means=chance.maybe(lambda: text(chance)),
        evidence=chance.several(lambda: evidence(chance)),
        voices=chance.several(lambda: _voice(chance)),
        agreed=chance.maybe(lambda: _agreement(chance)),
        comment=chance.maybe(lambda: text(chance)),
        reason=chance.maybe(lambda: text(chance)),
        unsure=bool(chance.randint(0, 1)),
        who_knows=chance.maybe(lambda: text(chance)),
        was=chance.maybe(lambda: was(chance)),
        options=options,
        count=chance.maybe(lambda: Count(chance.randint(0, 9), chance.randint(0, 9))),
    )


def _style(chance: Chance) -> StyleAnswer:
    """An answer about style in each of its shapes."""
    poles = (*range(-2, 3), "neither-yet")
    shapes: tuple[Callable[[], StyleAnswer], ...] = (
        chance.identifier,
        lambda: chance.several(chance.identifier),
        lambda: chance.by_id(lambda: chance.choice(poles)),
    )
    return chance.choice(shapes)()


def _judgement(chance: Chance) -> Judgement:
    weights = (None, *Weight)
    return Judgement(
        chance.choice(weights), chance.choice(weights), chance.choice((None, True, False))
    )


def _priority(chance: Chance) -> Priority:
    who, by, first_move = (chance.maybe(lambda: text(chance)) for _ in range(3))
    return Priority(
        chance.identifier(),
        chance.maybe(lambda: _level(chance)),
        who=who,
        by=by,
        first_move=first_move,
        known_by=chance.maybe(lambda: text(chance)),
        status=chance.choice((None, *PickStatus)),
        on=chance.maybe(lambda: _date(chance)),
        because=chance.maybe(lambda: text(chance)),
    )


def _participant(chance: Chance) -> Participant:
    """Somebody who took part, with their own yes or no and what came back from them."""
    return Participant(
        chance.identifier(),
        chance.identifier(),
        chance.maybe(lambda: text(chance)),
        chance.maybe(lambda: PersonConsent(chance.random() < 0.5, chance.choice((None, True)))),
        chance.maybe(
            lambda: Returned(text(chance), chance.randint(0, 99), text(chance), text(chance))
        ),
    )


def _reference(chance: Chance) -> QuestionnaireRef:
    return QuestionnaireRef(chance.identifier(), text(chance))


def _profile(chance: Chance) -> Profile:
    """A profile in which everything occurs that the format has."""
    return Profile(
        municipality=Municipality(
            text(chance),
            chance.maybe(lambda: text(chance)),
            chance.maybe(lambda: chance.randint(0, 10**9)),
            chance.maybe(lambda: text(chance)),
            chance.maybe(lambda: f"{chance.randint(0, 9999):04}"),
            chance.several(lambda: text(chance)),
        ),
        date=_date(chance),
        questionnaire=_reference(chance),
        answers=chance.by_id(lambda: _answer(chance), 5),
        scope=chance.choice(tuple(Scope)),
        language=chance.choice((None, "da", "sv", "en")),
        status=chance.choice((None, *Status)),
        consent=chance.choice((None, True, False)),
        participants=chance.several(lambda: _participant(chance)),
        units_covered=chance.several(lambda: text(chance)),
        origin=chance.maybe(lambda: Origin(text(chance), chance.maybe(lambda: _date(chance)))),
        context=chance.by_id(
            lambda: chance.choice(
                (
                    chance.randint(0, 99),
                    True,
                    False,
                    State.UNKNOWN,
                    chance.several(chance.identifier),
                )
            )
        ),
        style=chance.by_id(lambda: _style(chance)),
        judgement=chance.by_id(lambda: _judgement(chance)),
        priorities=chance.several(lambda: _priority(chance)),
        parked=chance.by_id(lambda: ParkedAnswer(_answer(chance), chance.identifier()), 2),
        unmapped=chance.by_id(lambda: UnmappedAnswer(_answer(chance), _reference(chance)), 2),
        amended_because=chance.several(lambda: Amendment(_date(chance), text(chance))),
        group=chance.maybe(lambda: text(chance)),
        network_consent=chance.choice((None, True, False)),
        subject=chance.random() < 0.5,
    )


profiles = seeded(_profile)
