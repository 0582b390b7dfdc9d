"""People as they are typed: a line of roles, by letter or by name, each with its unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
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

    A unit belongs to the one letter before it. Several of a role may be counted: `2 politicians`,
    `2p c`; roles may be named in words of any language, also behind an *and*.
    """
    by_word = _by_word(roles)
    line = _in_letters(line, roles)
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


def _by_word(roles: Sequence[Role]) -> dict[str, Role]:
    """The roles by their letter and by their id."""
    by_word = {role.letter.lower(): role for role in roles}
    return by_word | {role.id.lower(): role for role in roles}


_MOST = 30
"""So many of one role may be counted in; more is a slip of the pen."""
_AND = re.compile(r"\s+(?:and|og|och|&|\+)\s+", re.IGNORECASE)
_COUNTED = re.compile(
    r"(?:([1-9][0-9]?) ?|(?:an?|ett?|en) )(?=[^\W\d_])(.+)", re.DOTALL | re.IGNORECASE
)
"""A figure or an article, and what there is of it."""


def _in_letters(line: str, roles: Sequence[Role]) -> str:
    """The line with counted and spelled roles as letters: `2 politicians and c` is `p p, c`."""
    entries: list[str] = []
    for part in re.split(r"[,;]", line):
        pieces = [_counted(piece.strip(), roles) for piece in _AND.split(part)]
        if len(pieces) > 1 and all(pieces):
            entries.extend(filter(None, pieces))
        else:
            entries.append(_counted(part.strip(), roles) or _row(part, roles))
    return ", ".join(entries)


def _row(part: str, roles: Sequence[Role]) -> str:
    """A row such as `2p c` with what is counted as letters; other words as they are."""
    by_word, letters = _by_word(roles), list[str]()
    for piece in part.split():
        match = re.fullmatch(r"([1-9][0-9]?)([^\W\d_])", piece)
        if match and match[2].lower() in by_word and int(match[1]) <= _MOST:
            letters.extend(match[2] * int(match[1]))
        else:
            letters.append(piece)
    return " ".join(letters)


def _counted(entry: str, roles: Sequence[Role]) -> str | None:
    """One role, in a letter or in words, with how many there are; None where it is more."""
    match = _COUNTED.fullmatch(entry)
    count = int(match[1]) if match and match[1] else 1
    words = match[2].strip() if match else entry
    role = _by_word(roles).get(words.lower()) or _spelled(words, roles)
    if role is None or count > _MOST:
        return None
    return " ".join([role.letter] * count)


def _spelled(words: str, roles: Sequence[Role]) -> Role | None:
    """The role whose title, in any language, the words are, in one or several: `politikere`."""
    typed = _plain(words)
    for role in roles:
        titles = (name for title in role.title.words.values() for name in _names(title))
        for title in titles:
            ending = typed[len(title) - 1 :] if typed[: len(title) - 1] == title[:-1] else None
            if ending is not None and len(title) > 2 and len(ending) <= _LONGEST_ENDING:
                return role
    return None


_LONGEST_ENDING = 4
"""How much several may add to one: `politiker`, `politikere`; `samordnare`, `samordnarna`."""


def _names(title: str) -> Iterator[str]:
    """A title as people say it: of `Afdelings-/institutionsleder` each half, too."""
    yield _plain(title)
    before, slash, behind = title.partition("-/")
    if slash:
        yield _plain(behind)
        # Which part of the second half the first one shares is not written: any end may be it.
        yield from (_plain(before + behind[cut:]) for cut in range(1, len(behind) - 3))


def _plain(words: str) -> str:
    """Words in small letters, with one blank between them."""
    return " ".join(words.lower().replace("-", " ").split())


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


def numbered(
    people: Sequence[Participant], before: Sequence[Participant]
) -> tuple[Participant, ...]:
    """New people with ids that nobody else has."""
    ids = {person.id for person in before}
    numbered: list[Participant] = []
    for person in people:
        letter = person.id.rstrip("0123456789")
        number = next(n for n in range(1, len(ids) + 2) if f"{letter}{n}" not in ids)
        ids.add(f"{letter}{number}")
        numbered.append(person._replace(id=f"{letter}{number}"))
    return tuple(numbered)
