"""Profiles, texts and hand-written layouts out of nothing, for laws about writing."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from fractions import Fraction
from random import Random
from typing import Any

from hypothesis import strategies as st

from sdgassess.files.fragment import literal, scalar, text
from sdgassess.model.profile import (
    Agreement,
    Amendment,
    Answer,
    Evidence,
    EvidenceKind,
    Judgement,
    Municipality,
    Origin,
    ParkedAnswer,
    Participant,
    Priority,
    Profile,
    QuestionnaireRef,
    Scope,
    State,
    Status,
    UnmappedAnswer,
    Voice,
    Was,
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
    *("  a\nb", "a\n  b\n", "a\n\tb", "a\n  \nb", "a\n  ", "# x\n# y\n", "a\n#b", "\na\n", "a: |\nb"),
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
)
dates = st.dates()


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | values


def several(values: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[Any]:
    return st.lists(values, max_size=most).map(tuple)


def by_id(values: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[Any]:
    return st.dictionaries(ids, values, max_size=most)


references = st.builds(QuestionnaireRef, id=ids, version=texts)
evidence = st.builds(
    Evidence, st.sampled_from(EvidenceKind), maybe(texts), maybe(texts), maybe(dates)
)
voices = st.builds(Voice, ids, maybe(levels), maybe(st.sampled_from(State)), maybe(ids))
was = st.builds(
    Was,
    maybe(levels),
    maybe(st.sampled_from(State)),
    maybe(dates),
    st.sampled_from(WasChange),
    maybe(texts),
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
)
style = st.one_of(
    ids, several(ids), st.dictionaries(ids, st.integers(-2, 2) | st.just("neither-yet"), max_size=3)
)
weights = maybe(st.sampled_from(Weight))
profiles = st.builds(
    Profile,
    municipality=st.builds(
        Municipality, texts, maybe(texts), maybe(st.integers(0, 10**9)), maybe(texts)
    ),
    date=dates,
    questionnaire=references,
    answers=by_id(answers, 5),
    scope=st.sampled_from(Scope),
    language=maybe(st.sampled_from(["da", "sv", "en"])),
    status=maybe(st.sampled_from(Status)),
    consent=maybe(st.booleans()),
    participants=several(st.builds(Participant, ids, ids, maybe(texts))),
    units_covered=several(texts),
    origin=maybe(st.builds(Origin, texts, maybe(dates))),
    context=by_id(st.integers(0, 99) | st.booleans() | st.just(State.UNKNOWN)),
    style=by_id(style),
    judgement=by_id(st.builds(Judgement, weights, weights, maybe(st.booleans()))),
    priorities=several(
        st.builds(Priority, ids, maybe(levels), maybe(texts), maybe(texts), maybe(texts))
    ),
    parked=by_id(st.builds(ParkedAnswer, answers, ids), 2),
    unmapped=by_id(st.builds(UnmappedAnswer, answers, references), 2),
    amended_because=several(st.builds(Amendment, dates, texts)),
)


class Hand:
    """Somebody who writes YAML by hand, in a layout of their own, with remarks."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.remarks: list[str] = []

    def document(self, tree: dict[str, Any]) -> str:
        lines = [*self.between(0), *self.block(tree, 0), *self.between(0)]
        written = "\n".join(lines) + ("\n" if self.chance(0.8) else "")
        return written.replace("\n", "\r\n") if self.chance(0.3) else written

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def remark(self) -> str:
        ending = self.random.choice(["", " : x", " - y", "\ttab"])
        self.remarks.append(f"# remark {len(self.remarks)}.{ending}")
        return self.remarks[-1]

    def behind(self) -> str:
        return self.random.choice(["", "", "", "  ", "remark"]).replace(
            "remark", "   " + self.remark() if self.chance(0.5) else ""
        )

    def between(self, column: int) -> list[str]:
        lines = []
        while self.chance(0.25):
            margin = " " * self.random.choice([column, column, 0, column + 1, column + 3])
            lines.append(self.random.choice(["", "   ", margin + self.remark()]))
        return lines

    def key(self, key: str, *, flow: bool = False) -> str:
        return f'"{key}"' if self.chance(0.1) else text(key, flow=flow)

    def single(self, value: Any, *, flow: bool = False) -> str:
        if isinstance(value, str) and re.fullmatch(r"[ -&(-\[\]-~]*", value) and self.chance(0.3):
            return f"'{value}'"
        return scalar(value, flow=flow)

    def flow(self, value: Any, *, lines: bool) -> str:
        def gap() -> str:
            if not lines or self.chance(0.6):
                return self.random.choice(["", " "])
            return ("  " + self.remark() if self.chance(0.5) else "") + "\n" + " " * 14

        if isinstance(value, dict):
            items = [
                f"{self.key(key, flow=True)}: {self.flow(entry, lines=lines)}"
                for key, entry in value.items()
            ]
            left, right = "{}"
        elif isinstance(value, list):
            items = [self.flow(entry, lines=lines) for entry in value]
            left, right = "[]"
        else:
            return self.single(value, flow=True)
        inner = "".join(
            item + ("," + (gap() or " ") if at < len(items) - 1 else "")
            for at, item in enumerate(items)
        )
        return left + gap() + inner + ("," if items and self.chance(0.1) else "") + gap() + right

    def value(self, value: Any, column: int, *, in_map: bool = True) -> tuple[str, list[str]]:
        if isinstance(value, (dict, list)):
            if not value or self.chance(0.35) and not holds_nothing(value):
                return " " + self.flow(value, lines=self.chance(0.4)) + self.behind(), []
            indent = column + self.random.choice([1, 2, 2, 2, 4])
            if isinstance(value, list) and in_map and self.chance(0.4):
                indent = column
            return self.behind(), [*self.between(indent), *self.block(value, indent)]
        lines = literal(value) if isinstance(value, str) else None
        if lines and self.chance(0.8):
            margin = " " * (column + self.random.choice([1, 2, 4]))
            below = [margin + line if line else "" for line in lines[1:]]
            return " " + lines[0] + self.behind(), below
        if value and isinstance(value, str) and self.chance(0.05):
            return self.behind(), [" " * (column + 2) + self.single(value) + self.behind()]
        head = self.single(value)
        return (f" {head}" if head else "") + self.behind(), []

    def block(self, value: Any, indent: int) -> list[str]:
        lines: list[str] = []
        for key in value if isinstance(value, dict) else range(len(value)):
            lines += self.between(indent) if lines else []
            item, margin = value[key], " " * indent
            if isinstance(value, dict):
                head, below = self.value(item, indent)
                lines += [f"{margin}{self.key(key)}:{head}", *below]
            elif item and isinstance(item, dict) and self.chance(0.6):
                gap = self.random.choice([1, 1, 3])
                below = self.block(item, indent + 1 + gap)
                lines += [f"{margin}-{' ' * gap}{below[0].lstrip(' ')}", *below[1:]]
            else:
                head, below = self.value(item, indent, in_map=False)
                lines += [f"{margin}-{head}", *below]
        return lines


PLAIN = [*("", "a", "b c", "x: y", "# no", "1", "true", "æ 😀", "a\nb\n", "a\nb", "  lead"), "a\n\nb"]
KEYS = ["level", "comment", "evidence", "voices", "a", "b", "c", "x y", "1"]


def holds_nothing(value: Any) -> bool:
    """Whether a nothing stands in a list, which no flow list can hold."""
    if isinstance(value, dict):
        return any(map(holds_nothing, value.values()))
    return isinstance(value, list) and any(one is None or holds_nothing(one) for one in value)


def tree(random: Random, depth: int = 0) -> Any:
    choice = random.random()
    if depth > 3 or choice < 0.45:
        said = [*PLAIN, "long " * 20, "it's", '"q"', "\ta", random.randint(-3, 9), True, False]
        return random.choice(said)
    if choice < 0.8:
        count = random.randint(0, 4)
        return {random.choice(KEYS): tree(random, depth + 1) for _ in range(count)}
    return [tree(random, depth + 1) for _ in range(random.randint(0, 4))]


def changed(random: Random, value: Any, depth: int = 0) -> Any:
    choice = random.random()
    if value and isinstance(value, dict) and (choice < 0.9 or depth == 0):
        return _changed_map(random, value, depth)
    if value and isinstance(value, list) and choice < 0.9:
        items = _each(random, value, lambda item: changed(random, item, depth + 1))
        return [item for at in items for item in at]
    return value if choice < 0.6 else tree(random, depth + 1)


def _changed_map(random: Random, value: dict[str, Any], depth: int) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key, entry in value.items():
        chance = random.random()
        if chance < 0.1 and (depth or key != "format"):
            continue
        if chance > 0.9 and (depth or key != "format"):
            result[f"n{random.randint(0, 99)}"] = tree(random, 2)
        result[key] = changed(random, entry, depth + 1) if 0.1 < chance < 0.6 else entry
    if random.random() < 0.3:
        result["z"] = tree(random, 2)
    return result


def _each(random: Random, value: list[Any], change: Callable[[Any], Any]) -> list[list[Any]]:
    result = []
    for item in value:
        chance = random.random()
        new = [tree(random, 2)] if 0.1 < chance < 0.2 else []
        result.append([] if chance < 0.1 else [*new, change(item) if chance < 0.6 else item])
    return result
