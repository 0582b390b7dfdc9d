"""Parsing what was typed: keys, levels, yes and no, evidence.

The letters are the same in every language, so that a facilitator's hands and a script need not
change. `n` belongs to yes/no questions and to style items, therefore *not applicable* is `-`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from sdgassess.model.profile import Count, Evidence, EvidenceKind
from sdgassess.model.question import Level, Option, Question
from sdgassess.typed.dates import date_within, no_such_day


class Key(StrEnum):
    """What can be typed instead of an answer."""

    ENTER = ""
    UNKNOWN = "u"
    NOT_APPLICABLE = "-"
    LATER = "s"
    UNSURE = "f"
    COMMENT = "c"
    EVIDENCE = "e"
    BACK = "b"
    FORWARD = ">"
    GO = "g"
    OVERVIEW = "o"
    REPRINT = "r"
    HELP = "?"
    ALL_KEYS = "??"
    CLEAR = "x"
    UNDO = "z"
    LAST_YEAR = "v"
    KEEP = "k"
    LANGUAGE = "l"
    WHO = "w"
    SILENCE = "h"
    IN_TURN = "a"
    NEXT_ON_LIST = "!"
    QUIT = "q"


WITH_WORDS = (Key.COMMENT, Key.EVIDENCE, Key.GO, Key.LANGUAGE, Key.WHO)
"""The keys that take words behind them on the same line."""

IN_FREE_WORDS = (Key.BACK, Key.QUIT, Key.HELP)
"""The keys that work in free text: alone on the line, or with a colon before them."""

# Dashes that a keyboard or a paste may bring.
_SAME = {"–": "-", "−": "-", "<": "b"}
_SPELLED = {
    Key.UNKNOWN: (
        *("unknown", "don't know", "dont know", "do not know", "ved ikke", "ved det ikke"),
        *("ukendt", "vet ej", "vet inte", "okänt"),
    ),
    Key.NOT_APPLICABLE: (
        *("not applicable", "not relevant", "n/a", "ikke relevant", "inte relevant"),
        *("ej relevant", "ej tillämpligt", "inte tillämpligt"),
    ),
    Key.LATER: ("later", "senere", "senare"),
    Key.UNSURE: ("unsure", "not sure", "usikker", "usikkert", "osäker", "osäkert"),
    Key.COMMENT: ("comment", "kommentar"),
    Key.EVIDENCE: ("evidence", "dokumentation", "underlag"),
    Key.BACK: ("back", "tilbage", "tillbaka"),
    Key.HELP: ("help", "hjælp", "hjälp"),
    Key.OVERVIEW: ("overview", "overblik", "översikt"),
    Key.UNDO: ("undo", "fortryd", "ångra"),
    Key.QUIT: ("quit", "stop", "afslut", "avsluta"),
}
"""Keys in words, in every language, because people type what they speak."""

_STATES = (Key.UNKNOWN, Key.NOT_APPLICABLE, Key.LATER)
_PARTING = ("", ",", ":", ";", "-", "–")
"""What parts a state in words from its reason; without it a sentence begins: `Later we …`."""
_YES = frozenset({"y", "yes", "j", "ja"})
_NO = frozenset({"n", "no", "nej"})
_NUMBER = re.compile(r"[+-]?(?:0|[1-9][0-9]{0,8})(?:[.,][0-9]{1,9})?")
_FRACTION = re.compile(r"-?[0-9]{1,3}/[1-9][0-9]{0,2}")
_COUNT = re.compile(r"([0-9]{1,6}) ?/ ?([0-9]{1,6})")
_WHOLE_NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")
_SHORTEST_NUMBER = 6
"""From this many characters on, figures and signs may be a case number such as `23/4711`."""
_COUNTRY = re.compile(r"[A-Za-z]{2}")
_KINDS = {
    "o": EvidenceKind.ORAL,
    "oral": EvidenceKind.ORAL,
    "d": EvidenceKind.DOCUMENT,
    "document": EvidenceKind.DOCUMENT,
    "i": EvidenceKind.IN_USE,
    "in-use": EvidenceKind.IN_USE,
}


@dataclass(frozen=True, slots=True)
class Typed:
    """A typed line: the key it begins with, if it does, the words behind it, and all of it."""

    key: Key | None
    words: str
    line: str


def parse(line: str, *, spelled: bool = True) -> Typed:
    """Read a line typed where an answer is due; it may begin with `:` as in free text.

    Args:
        line: what was typed.
        spelled: whether a key may be a word, such as `tilbage`; not where words are due.
    """
    typed = line.strip()
    first, _, rest = typed.removeprefix(":").partition(" ")
    letter = _SAME.get(first, first.lower())
    rest = rest.strip()
    for key in Key:
        if letter == key.value and (not rest or key in WITH_WORDS):
            return Typed(key if typed else Key.ENTER, rest, typed)
    word = _folded(typed).rstrip(".!") if spelled else ""
    for key, names in _SPELLED.items():
        if word in names:
            return Typed(key, "", typed)
    return Typed(None, "", typed)


def state_typed(line: str) -> tuple[Key, str] | None:
    """The state that a line begins with, `u`, `-`, `s` or in words, and what stands behind it."""
    first, _, rest = line.strip().partition(" ")
    letter = first.removeprefix(":").rstrip(",:").lower()
    letter = _SAME.get(letter, letter)
    for state in _STATES:
        if letter == state.value:
            return state, rest.strip()
        for name in _SPELLED[state]:
            behind = line.strip()[len(name) :].strip()
            if _folded(line.strip()[: len(name)]) == name and behind[:1] in _PARTING:
                return state, behind
    return None


def begins_with(key: Key, line: str) -> str | None:
    """What stands behind a key, or behind its word and a colon; None for a line without it."""
    first, _, rest = line.strip().partition(" ")
    if first.lower().removeprefix(":") == key.value:
        return rest.strip()
    names = (f"{name}:" for name in _SPELLED.get(key, ()))
    named = any(first.lower() == name for name in names)
    return rest.strip() if named else None


def _folded(typed: str) -> str:
    """Words in small letters with a straight apostrophe."""
    return typed.lower().replace("’", "'")


def in_free_words(line: str) -> Key | None:
    """The command in a line of free text: `b`, `q`, `?`, also as `:b`, or None where it is text.

    One character is never words, so the letter alone can mean what it means elsewhere.
    """
    typed = line.strip().lower().removeprefix(":")
    return next((key for key in IN_FREE_WORDS if typed == key.value), None)


def count_typed(typed: str) -> Count | None:
    """How many of how many, where that was typed: `4/6`; more than all is none."""
    match = _COUNT.fullmatch(typed.strip())
    if match is None or int(match[1]) > int(match[2]):
        return None
    return Count(int(match[1]), int(match[2]))


def more_than_all(line: str) -> str | None:
    """A count in a line that is above its whole, as typed: `7/5`; None where there is none."""
    for match in _COUNT.finditer(line):
        if int(match[1]) > int(match[2]):
            return match[0]
    return None


def name_typed(typed: str) -> bool:
    """Whether a line can be a place's name: not a key; one letter alone may be (`Å`)."""
    read = parse(typed, spelled=False)
    if in_free_words(typed) or (read.key is not None and not read.words):
        return False
    return len(typed) > 1 or typed.isalpha()


def option_typed(typed: str, options: Sequence[Option]) -> Option | None:
    """The option whose value was typed; a decimal may have a comma."""
    value = number_typed(typed)
    return next((option for option in options if option.value == value), None)


def answer_typed(typed: str, question: Question) -> Option | None:
    """The answer that was typed: a value, or ids where these name answers: `b`, `a c`.

    Where several may be chosen, `0` alone chooses none of them.
    """
    if not question.by_id:
        return option_typed(typed, question.options)
    ids = {(option.id or "").lower(): option.id or "" for option in question.options}
    parts = [part for part in re.split(r"[\s,+]+", typed.strip().lower()) if part]
    if question.several and parts == ["0"] and "0" not in ids:
        return question.choice(())
    chosen = [ids[part] for part in dict.fromkeys(parts) if part in ids]
    if not chosen or any(part not in ids for part in parts):
        return None
    return question.choice(chosen) if question.several or len(chosen) == 1 else None


def number_typed(typed: str) -> Level | None:
    """The number that was typed, whole or decimal, or None where it is none."""
    number = typed.replace("−", "-")
    if _FRACTION.fullmatch(number):
        return Fraction(number)
    if not _NUMBER.fullmatch(number):
        return None
    return Fraction(number.replace(",", "."))


def whole_typed(typed: str) -> int | None:
    """The whole number from 0 that was typed, or None."""
    return int(typed) if _WHOLE_NUMBER.fullmatch(typed) else None


def yes_or_no(typed: str) -> bool | None:
    """Yes, no, or neither; in every language's letters, because people type what they speak."""
    word = typed.strip().lower()
    if word in _YES:
        return True
    return False if word in _NO else None


def country_typed(typed: str) -> str | None:
    """A country's two letters in capitals, or None where it is something else."""
    return typed.upper() if _COUNTRY.fullmatch(typed) else None


def evidence_typed(line: str) -> Evidence | None:
    """Evidence from one line: `i Dagsorden for Teknisk Udvalg 2026-01-15`.

    A first word `o`, `d` or `i` (or the word in full) is the kind, a document where it is
    missing; the first real date that stands alone in the line is its date; the rest is the title.

    Returns:
        The evidence, or None where no title is left. A single character is none, nor is a day
        that does not exist; a number is one only behind a kind, for alone it was meant as a level.
    """
    first, _, rest = line.strip().partition(" ")
    kind = _KINDS.get(first.lower())
    date, title = date_within(rest if kind else line)
    title = " ".join(title.split()).strip(" ,;")
    if len(title) < 2 or no_such_day(title) or (kind is None and like_a_level(title)):
        return None
    return Evidence(kind or EvidenceKind.DOCUMENT, title, date=date)


def like_a_level(typed: str) -> bool:
    """Whether a line is a number, or so few figures and signs that it was meant as one: `2-3`."""
    if number_typed(typed) is not None:
        return True
    return len(typed) < _SHORTEST_NUMBER and not any(map(str.isalpha, typed))
