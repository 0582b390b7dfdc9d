"""Parsing what was typed: keys, levels, dates, yes and no, roles, evidence.

The letters are the same in every language, so that a facilitator's hands and a script need not
change. `n` belongs to yes/no questions and to style items, therefore *not applicable* is `-`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from sdgassess.model.profile import Evidence, EvidenceKind, Participant
from sdgassess.model.question import Level, Option
from sdgassess.model.questionnaire import Role


class Key(StrEnum):
    """What can be typed instead of an answer."""

    ENTER = ""
    UNKNOWN = "u"
    NOT_APPLICABLE = "-"
    LATER = "s"
    COMMENT = "c"
    EVIDENCE = "e"
    BACK = "b"
    FORWARD = ">"
    GO = "g"
    OVERVIEW = "o"
    REPRINT = "r"
    HELP = "?"
    CLEAR = "x"
    UNDO = "z"
    QUIT = "q"


WITH_WORDS = (Key.COMMENT, Key.EVIDENCE, Key.GO)
"""The keys that take words behind them on the same line."""

IN_FREE_WORDS = (Key.BACK, Key.QUIT, Key.HELP)
"""The keys that work in free text, with a colon before them."""

# Dashes that a keyboard or a paste may bring.
_SAME = {"–": "-", "−": "-", "<": "b"}
_YES = frozenset({"y", "yes", "j", "ja"})
_NO = frozenset({"n", "no", "nej"})
_NUMBER = re.compile(r"[+-]?(?:0|[1-9][0-9]{0,8})(?:[.,][0-9]{1,9})?")
_WHOLE = re.compile(r"0|[1-9][0-9]{0,8}")
_DATE = re.compile(r"(?<![0-9-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9-])")
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


def parse(line: str) -> Typed:
    """Read a line typed where an answer is due; it may begin with `:` as in free text."""
    typed = line.strip()
    first, _, rest = typed.removeprefix(":").partition(" ")
    letter = _SAME.get(first, first.lower())
    rest = rest.strip()
    for key in Key:
        if letter == key.value and (not rest or key in WITH_WORDS):
            return Typed(key if typed else Key.ENTER, rest, typed)
    return Typed(None, "", typed)


def in_free_words(line: str) -> Key | None:
    """The command in a line of free text: `:b`, `:q`, `:?`, or None where it is text."""
    typed = line.strip().lower()
    return next((key for key in IN_FREE_WORDS if typed == f":{key.value}"), None)


def option_typed(typed: str, options: Sequence[Option]) -> Option | None:
    """The option whose value was typed; a decimal may have a comma."""
    value = number_typed(typed)
    return next((option for option in options if option.value == value), None)


def number_typed(typed: str) -> Level | None:
    """The number that was typed, whole or decimal, or None where it is none."""
    number = typed.replace("−", "-")
    if not _NUMBER.fullmatch(number):
        return None
    return Fraction(number.replace(",", "."))


def whole_typed(typed: str) -> int | None:
    """The whole number from 0 that was typed, or None."""
    return int(typed) if _WHOLE.fullmatch(typed) else None


def yes_or_no(typed: str) -> bool | None:
    """Yes, no, or neither; in every language's letters, because people type what they speak."""
    word = typed.strip().lower()
    if word in _YES:
        return True
    return False if word in _NO else None


def date_typed(typed: str) -> dt.date | None:
    """A date as `2026-03-12`, or None where it is none."""
    if not _DATE.fullmatch(typed):
        return None
    try:
        return dt.date.fromisoformat(typed)
    except ValueError:
        return None


def country_typed(typed: str) -> str | None:
    """A country's two letters in capitals, or None where it is something else."""
    return typed.upper() if _COUNTRY.fullmatch(typed) else None


def evidence_typed(line: str) -> Evidence | None:
    """Evidence from one line: `i Dagsorden for Teknisk Udvalg 2026-01-15`.

    A first word `o`, `d` or `i` (or the word in full) is the kind, a document where it is
    missing; the first real date anywhere in the line is its date; the rest is the title.

    Returns:
        The evidence, or None where no title is left (a single character is none).
    """
    first, _, rest = line.strip().partition(" ")
    kind = _KINDS.get(first.lower())
    title = rest if kind else line
    date = None
    for found in _DATE.finditer(title):
        date = date_typed(found.group())
        if date:
            title = title[: found.start()] + " " + title[found.end() :]
            break
    title = " ".join(title.split()).strip(" ,;")
    return Evidence(kind or EvidenceKind.DOCUMENT, title, date=date) if len(title) > 1 else None


def participants_typed(
    line: str, roles: Sequence[Role]
) -> tuple[tuple[Participant, ...], tuple[str, ...]]:
    """Who is here: `c Strategi, l Børn og Unge`, or letters alone: `c l l` or `cll`.

    Returns:
        The participants with ids such as `c1`, and the entries that name no role.
    """
    by_word = {role.letter.lower(): role for role in roles}
    by_word |= {role.id.lower(): role for role in roles}
    here: list[Participant] = []
    strange: list[str] = []
    for entry in filter(None, (part.strip() for part in re.split(r"[,;]", line))):
        named = _entry(entry, by_word)
        if not named:
            strange.append(entry)
        for role, unit in named:
            number = 1 + sum(person.role == role.id for person in here)
            here.append(Participant(f"{role.letter}{number}", role.id, unit))
    return tuple(here), tuple(strange)


def _entry(entry: str, by_word: Mapping[str, Role]) -> list[tuple[Role, str | None]]:
    """The roles in one entry; a unit only where one role leads it."""
    first, *rest = entry.split()
    words = [first, *rest]
    letters = _roles(words, by_word) or _roles(first if not rest else (), by_word)
    if letters:
        return [(role, None) for role in letters]
    if first.lower() in by_word and rest:
        return [(by_word[first.lower()], " ".join(rest))]
    return []


def _roles(words: Iterable[str], by_word: Mapping[str, Role]) -> list[Role]:
    """The role of every word, or nothing where one of them names none."""
    found = [by_word.get(word.lower()) for word in words]
    return [role for role in found if role] if all(found) else []
