"""People as they are typed: a line of roles, by letter or by name, each with its unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sdgassess.model.profile import Participant
from sdgassess.model.questionnaire import Role


@dataclass(frozen=True, slots=True)
class Present:
    """What a line of roles says.

    Attributes:
        people: the participants that were understood, with ids such as `c1`.
        understood: their part of the line, as it can be typed again.
        strange: the parts that name no role.
    """

    people: tuple[Participant, ...]
    understood: tuple[str, ...]
    strange: tuple[str, ...]


def people_typed(line: str, roles: Sequence[Role]) -> Present:
    """Who is here: `c Strategi, l Børn og Unge`, letters alone: `c l l`, `cll`, or `p c l Skole`.

    A unit belongs to the one letter before it.
    """
    by_word = {role.letter.lower(): role for role in roles}
    by_word |= {role.id.lower(): role for role in roles}
    people: list[Participant] = []
    understood: list[str] = []
    strange: list[str] = []
    for entry in _entries(line, by_word):
        named = _entry(entry, by_word)
        (understood if named else strange).append(entry)
        for role, unit in named:
            number = 1 + sum(person.role == role.id for person in people)
            people.append(Participant(f"{role.letter}{number}", role.id, unit))
    return Present(tuple(people), tuple(understood), tuple(strange))


def _entries(line: str, by_word: Mapping[str, Role]) -> list[str]:
    """The parts of a line; letters in a row are parts of their own where one names no role."""
    entries: list[str] = []
    for part in filter(None, (part.strip() for part in re.split(r"[,;]", line))):
        pieces = part.split()
        # Two letters may be a role and a unit, such as school A.
        in_a_row = len(pieces) > 2 and all(len(piece) == 1 for piece in pieces)
        if in_a_row and not _roles(pieces, by_word):
            entries.extend(pieces)
        else:
            entries.extend(_led(pieces, by_word))
    return entries


def _led(pieces: Sequence[str], by_word: Mapping[str, Role]) -> list[str]:
    """Letters of roles before a letter with a unit as parts of their own: `p`, `x`, `l Skole`."""
    leading = 0
    while (
        leading < len(pieces) and len(pieces[leading]) == 1 and pieces[leading].lower() in by_word
    ):
        leading += 1
    alone = max(leading - 1, 0) if leading < len(pieces) else 0
    return [*pieces[:alone], " ".join(pieces[alone:])]


def _entry(entry: str, by_word: Mapping[str, Role]) -> list[tuple[Role, str | None]]:
    """The roles in one entry; a unit only where one role leads it."""
    first, *rest = entry.split()
    letters = _roles([first, *rest], by_word) or _roles(first if not rest else (), by_word)
    if letters:
        return [(role, None) for role in letters]
    if first.lower() in by_word and rest:
        return [(by_word[first.lower()], " ".join(rest))]
    return []


def _roles(pieces: Iterable[str], by_word: Mapping[str, Role]) -> list[Role]:
    """The role of every piece, or nothing where one of them names none."""
    roles = [by_word.get(piece.lower()) for piece in pieces]
    return [role for role in roles if role] if all(roles) else []
