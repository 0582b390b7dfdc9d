"""Who is here and who answers: `w` shows it, `w c1` hands over.

`w + l School` adds somebody, `w - l2` takes somebody away. While one person answers, every level
is kept as that person's voice, and the way leads through the questions that still lack it. `w *`
lets the room answer again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sdgassess.interview.state.phases import AskingConsent, AtAxis, AtContext, AtQuestion
from sdgassess.interview.state.record import with_arrivals, without_person
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.people import people_in_words, people_told_apart
from sdgassess.language import N_
from sdgassess.model.profile import Participant, Profile
from sdgassess.scoring.hearing import people_who_refused
from sdgassess.text import echoed
from sdgassess.typed.people import people_typed

CONSENT = N_(
    "May answers be shown by role, here and in every report? Names are never kept. Without "
    "a yes voices appear as dots that identify nobody."
)
BY_ROLE = N_("Answers are shown by role.")
AS_DOTS = N_("Voices are shown as dots, without roles.")
SOME_BY_ROLE = N_("Somebody said no: a role is shown only where no voice can be told by it.")
"""Whether answers may be shown by role: the question, and what follows."""


_ROOM = ("*", "0")
_AWAY = ("-", "–", "−")
"""A minus, and the dashes that a keyboard or a paste may bring in its place."""


def who(sitting: Sitting, wish: str) -> Sitting:
    """Take what stands behind `w`.

    Args:
        sitting: where it was typed; it stays there.
        wish: nothing, ids or letters of people, `*`, `+` with people to add, `-` with an id.
    """
    sitting = sitting.staying()
    if not wish:
        return _listed(sitting)
    if wish in _ROOM:
        return _together(sitting)
    if wish == "!":
        return ask_again(sitting)
    if wish.startswith("+"):
        return _joined(sitting, wish.removeprefix("+").strip())
    if wish.startswith(_AWAY):
        return _left(sitting, wish.lstrip("".join(_AWAY)).strip())
    return _handed_over(sitting, wish)


def _together(sitting: Sitting) -> Sitting:
    """The room answers again, from wherever it is; what is still open is named."""
    words = sitting.setting.words
    sitting = replace(sitting, answering=(), changes_nothing=True)
    sitting = sitting.saying(words("From now on the room answers together."))
    open_ones = [stop.id for stop in sitting.stops if sitting.waits(stop)]
    if not open_ones:
        return sitting
    return sitting.saying(words("First open: {id}; g ! goes there.", id=open_ones[0]))


def _left(sitting: Sitting, wish: str) -> Sitting:
    """Somebody was never here, or wants no part in it: taken away with every voice of theirs."""
    words, people = sitting.setting.words, sitting.assessed.participants
    person = next((each for each in people if each.id.lower() == wish.lower()), None)
    if person is None:
        listed = ", ".join(each.id for each in people)
        return sitting.saying(
            words("“{typed}” names nobody who is here ({ids}).", typed=echoed(wish), ids=listed)
        )
    answers = sitting.assessed.answers.values()
    n = sum(voice.by == person.id for answer in answers for voice in answer.voices)
    named = people_told_apart(sitting.setting, [person], people)
    sentence = words.plural(
        "Taken away: {people}, with {n} voice; z brings that back.",
        "Taken away: {people}, with {n} voices; z brings that back.",
        n,
        people=named,
    )
    phase, first = sitting.phase, next(iter(sitting.stops), None)
    where = phase if isinstance(phase, (AtQuestion, AtContext, AtAxis)) else first
    if where is None:
        return sitting
    answering = tuple(each for each in sitting.answering if each != person.id)
    sitting = sitting.saying(sentence)
    sitting = sitting.keeping(without_person(sitting.assessed, person), where)
    return replace(sitting, answering=answering)


def _listed(sitting: Sitting) -> Sitting:
    """Everybody with their id, who answers now, and how to change it."""
    setting, words, people = sitting.setting, sitting.setting.words, sitting.assessed.participants
    if not people:
        return sitting.saying(
            words("Nobody is noted as present; w + and a letter adds somebody, without a name.")
        )
    for person in people:
        sitting = sitting.saying(people_told_apart(setting, [person], people), f"{person.id}  ")
    if sitting.answering:
        names = ", ".join(sitting.answering)
        sitting = sitting.saying(words("Now answering: {who}.", who=names))
    else:
        sitting = sitting.saying(words("Now answering: the room."))
    sitting = sitting.saying(words(what_is_shown(sitting.assessed)))
    return sitting.allowing(
        words(
            "w and an id hands over · w * the room · w + and a letter adds somebody · "
            "w - and an id takes somebody away · w ! asks anew about roles"
        )
    )


def what_is_shown(profile: Profile) -> str:
    """Whether answers are shown by role, as the room and each one who was asked have it."""
    if not profile.consent:
        return AS_DOTS
    return SOME_BY_ROLE if people_who_refused(profile) else BY_ROLE


def _handed_over(sitting: Sitting, wish: str) -> Sitting:
    """From now on these answer."""
    setting, words = sitting.setting, sitting.setting.words
    people = _named(sitting, wish.replace(",", " ").split())
    if not people:
        listed = ", ".join(person.id for person in sitting.assessed.participants)
        return sitting.saying(
            words("“{typed}” names nobody who is here ({ids}).", typed=echoed(wish), ids=listed)
        )
    answering = tuple(person.id for person in people)
    sitting = replace(sitting, answering=answering, changes_nothing=True)
    named = people_told_apart(setting, people, sitting.assessed.participants)
    if len(people) > 1:
        return sitting.saying(words("From now on these answer: {people}.", people=named))
    return sitting.saying(
        words(
            "From now on: {people}. Every level is kept as that voice. w * lets the room answer "
            "again.",
            people=named,
        )
    )


def _named(sitting: Sitting, wishes: Sequence[str]) -> tuple[Participant, ...]:
    """The people with these ids, or of a role with this letter; none where one is not here."""
    people = sitting.assessed.participants
    letters = {role.letter.lower(): role.id for role in sitting.setting.questionnaire.roles}
    named: list[Participant] = []
    for wish in wishes:
        role = letters.get(wish.lower())
        matching = [
            person for person in people if person.id.lower() == wish.lower() or person.role == role
        ]
        if not matching:
            return ()
        named.extend(person for person in matching if person not in named)
    return tuple(named)


def _joined(sitting: Sitting, wish: str) -> Sitting:
    """Somebody has come in."""
    setting, words, profile = sitting.setting, sitting.setting.words, sitting.assessed
    present = people_typed(wish, setting.questionnaire.roles)
    if present.strange or not present.people:
        letters = ", ".join(role.letter for role in setting.questionnaire.roles)
        return sitting.saying(
            words(
                "“{typed}” does not begin with the letter of a role ({letters}).",
                typed=echoed(wish),
                letters=letters,
            )
        )
    profile, joined = with_arrivals(profile, present.people)
    sitting = replace(sitting, profile=profile)
    named = people_in_words(setting, joined)
    sitting = sitting.saying(words("Here too: {people}.", people=named))
    return ask_again(sitting) if profile.consent else sitting


def ask_again(sitting: Sitting) -> Sitting:
    """Ask anew whether answers may be shown by role: somebody came in, or the room wishes it."""
    return sitting.at(AskingConsent(sitting.phase))


def consent_due(sitting: Sitting, voices: int) -> bool:
    """Whether consent has to be asked: several speak, and nobody was asked yet."""
    return voices > 1 and sitting.assessed.consent is None
