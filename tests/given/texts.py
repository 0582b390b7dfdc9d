"""Profiles and texts out of nothing, for laws about writing."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

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
    UnmappedAnswer,
    Voice,
    WasChange,
    Weight,
)

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

ids = st.from_regex(r"[A-Za-z][A-Za-z0-9._-]{0,8}", fullmatch=True)
levels = st.one_of(
    st.integers(-3, 9).map(Fraction),
    st.decimals(-9, 9, places=3, allow_nan=False).map(Fraction),
    st.fractions(-9, 9, max_denominator=7),
)
dates = st.dates()


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | values


def several(values: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[Any]:
    return st.lists(values, max_size=most).map(tuple)


def by_id(values: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[Any]:
    return st.dictionaries(ids, values, max_size=most)


references = st.builds(QuestionnaireRef, id=ids, version=texts)
periods = st.one_of(
    dates.map(Period.of),
    st.builds(Period, st.integers(1000, 9999), st.none(), st.none()),
    st.builds(Period, st.integers(1, 9999), st.integers(1, 12), st.none()),
)
evidence = st.builds(
    Evidence, st.sampled_from(EvidenceKind), maybe(texts), maybe(texts), maybe(periods)
)
chosen = maybe(several(ids))
voices = st.builds(
    Voice,
    ids,
    maybe(levels),
    maybe(st.sampled_from(State)),
    maybe(ids),
    options=chosen,
    sealed=st.booleans(),
    comment=maybe(texts),
    reason=maybe(texts),
    evidence=several(evidence, 1),
)
was = st.builds(
    EarlierAnswer,
    maybe(levels),
    maybe(st.sampled_from(State)),
    maybe(dates),
    st.sampled_from(WasChange),
    maybe(texts),
    options=chosen,
)
answers = st.builds(
    Answer,
    level=maybe(levels),
    state=maybe(st.sampled_from(State)),
    asked=maybe(texts),
    means=maybe(texts),
    evidence=several(evidence),
    voices=several(voices),
    agreed=maybe(st.builds(Agreement, several(ids), maybe(texts), maybe(texts))),
    comment=maybe(texts),
    reason=maybe(texts),
    unsure=st.booleans(),
    who_knows=maybe(texts),
    was=maybe(was),
    options=chosen,
    count=maybe(st.builds(Count, st.integers(0, 9), st.integers(0, 9))),
)
style = st.one_of(
    ids,
    several(ids),
    st.dictionaries(ids, st.integers(-2, 2) | st.just("neither-yet"), max_size=3),
)
weights = maybe(st.sampled_from(Weight))
profiles = st.builds(
    Profile,
    municipality=st.builds(
        Municipality,
        texts,
        maybe(texts),
        maybe(st.integers(0, 10**9)),
        maybe(texts),
        code=maybe(st.from_regex(r"[0-9]{4}", fullmatch=True)),
        formerly=several(texts),
    ),
    date=dates,
    questionnaire=references,
    answers=by_id(answers, 5),
    scope=st.sampled_from(Scope),
    language=maybe(st.sampled_from(["da", "sv", "en"])),
    status=maybe(st.sampled_from(Status)),
    consent=maybe(st.booleans()),
    participants=several(
        st.builds(
            Participant,
            ids,
            ids,
            maybe(texts),
            consent=maybe(st.builds(PersonConsent, st.booleans(), maybe(st.booleans()))),
            returned=maybe(st.builds(Returned, texts, st.integers(0, 99), texts, texts)),
        )
    ),
    units_covered=several(texts),
    origin=maybe(st.builds(Origin, texts, maybe(dates))),
    context=by_id(
        st.integers(0, 99)
        | st.booleans()
        | st.just(State.UNKNOWN)
        | several(st.integers(0, 99) | ids)
    ),
    style=by_id(style),
    judgement=by_id(st.builds(Judgement, weights, weights, maybe(st.booleans()))),
    priorities=several(
        st.builds(
            Priority,
            ids,
            maybe(levels),
            maybe(texts),
            maybe(texts),
            maybe(texts),
            known_by=maybe(texts),
            status=maybe(st.sampled_from(PickStatus)),
            on=maybe(dates),
            because=maybe(texts),
        )
    ),
    parked=by_id(st.builds(ParkedAnswer, answers, ids), 2),
    unmapped=by_id(st.builds(UnmappedAnswer, answers, references), 2),
    amended_because=several(st.builds(Amendment, dates, texts)),
    group=maybe(texts),
    network_consent=maybe(st.booleans()),
    subject=st.booleans(),
)
