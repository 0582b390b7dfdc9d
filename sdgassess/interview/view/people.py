"""People and roles in words: who is here, and the letters to type."""

from __future__ import annotations

from collections.abc import Sequence

from sdgassess.interview.state.setting import Setting
from sdgassess.language import N_
from sdgassess.model.profile import Participant
from sdgassess.text import one_line

PRESENT = N_("Here: {people}.")


def roles_in_words(setting: Setting) -> tuple[str, ...]:
    """Every letter with its role, never broken between the two, and how to type them."""
    roles = setting.questionnaire.roles
    legend = " · ".join(
        f"{role.letter} = {one_line(setting.spoken(role.title))}" for role in roles
    )
    # Those in the middle of the list are in the house; its ends may be politicians or guests.
    middle = (len(roles) - 1) // 2
    first, second = roles[middle], roles[min(middle + 1, len(roles) - 1)]
    how = setting.words(
        "One line: letters alone ({one} {two} {two}) or with units "
        "({one} Strategy, {two} School). No names.",
        one=first.letter,
        two=second.letter,
    )
    return (*setting.keys(legend), *setting.wrapped(how))


def people_in_words(setting: Setting, people: Sequence[Participant]) -> str:
    """Participants as people say them: `coordinator (Strategi), line manager`."""
    titles = {role.id: setting.spoken(role.title) for role in setting.questionnaire.roles}
    return ", ".join(
        titles[person.role] + (f" ({one_line(person.unit)})" if person.unit else "")
        for person in people
    )


def people_told_apart(
    setting: Setting, people: Sequence[Participant], here: Sequence[Participant]
) -> str:
    """Participants as a room tells them apart while they answer: `politician 1, politician 2`.

    Numbers are for the sitting alone: in minutes and reports nobody is numbered, for with three
    politicians a number is a person.

    Args:
        setting: the language.
        people: those to be named.
        here: everybody who is here, in order.
    """
    return ", ".join(_told_apart(setting, person, here) for person in people)


def _told_apart(setting: Setting, person: Participant, here: Sequence[Participant]) -> str:
    """A participant, with a number behind the role where others are called the same."""
    called = people_in_words(setting, [person])
    alike = [each.id for each in here if (each.role, each.unit) == (person.role, person.unit)]
    if len(alike) < 2 or person.id not in alike:
        return called
    titles = {role.id: setting.spoken(role.title) for role in setting.questionnaire.roles}
    title = titles[person.role]
    return f"{title} {alike.index(person.id) + 1}{called.removeprefix(title)}"
