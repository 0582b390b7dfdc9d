"""Who is here: reading a line of roles and units, and saying roles and people in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sdgassess.interview.state.setting import Setting
from sdgassess.model.profile import Participant
from sdgassess.model.questionnaire import Role
from sdgassess.text import one_line


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
        words = part.split()
        # Two letters may be a role and a unit, such as school A.
        in_a_row = len(words) > 2 and all(len(word) == 1 for word in words)
        if in_a_row and not _roles(words, by_word):
            entries.extend(words)
        else:
            entries.extend(_led(words, by_word))
    return entries


def _led(words: Sequence[str], by_word: Mapping[str, Role]) -> list[str]:
    """Letters of roles before a letter with a unit as parts of their own: `p`, `x`, `l Skole`."""
    leading = 0
    while leading < len(words) and len(words[leading]) == 1 and words[leading].lower() in by_word:
        leading += 1
    alone = max(leading - 1, 0) if leading < len(words) else 0
    return [*words[:alone], " ".join(words[alone:])]


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


def roles_in_words(setting: Setting) -> tuple[str, ...]:
    """Every letter with its role, never broken between the two, and how to type them."""
    roles = setting.questionnaire.roles
    legend = " · ".join(
        f"{role.letter} = {one_line(setting.spoken(role.title))}" for role in roles
    )
    # Those in the middle of the list are in the house; its ends may be politicians or guests.
    middle = (len(roles) - 1) // 2
    one, two = roles[middle], roles[min(middle + 1, len(roles) - 1)]
    how = setting.words(
        "One line: letters alone ({one} {two} {two}) or with units "
        "({one} Strategy, {two} School). No names.",
        one=one.letter,
        two=two.letter,
    )
    return (*setting.keys(legend), *setting.wrapped(how))


def people_in_words(setting: Setting, people: Sequence[Participant]) -> str:
    """Participants as people say them: `coordinator (Strategi), line manager`."""
    titles = {role.id: setting.spoken(role.title) for role in setting.questionnaire.roles}
    return ", ".join(
        titles[one.role] + (f" ({one_line(one.unit)})" if one.unit else "") for one in people
    )
