"""Sealed answers opened: all at once, where so many come in that no difference tells a voice.

A question opens where three people or more are sealed on it whose answers change by that, so that
between two results three voices at least have changed; what fewer said waits for more, or for the
room. Whoever has answered anew is heard with the new answers alone.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from sdgassess.analysis.merge.intake import without_empty
from sdgassess.model.profile import Answer, Profile, State, Status
from sdgassess.scoring.disclosure import FEWEST_UNNAMED

_GIVES_WAY = (State.LATER, State.NOT_ASKED, State.UNKNOWN)
"""What a room had recorded only because nobody had answered."""


class Opening(NamedTuple):
    """A profile with what could be opened.

    Attributes:
        profile: what it becomes; the very same where nothing could be.
        people: whose answers were opened, by id.
        questions: where.
        waiting: the questions on which too few are sealed.
    """

    profile: Profile
    people: frozenset[str]
    questions: tuple[str, ...]
    waiting: tuple[str, ...]


def people_sealed(profile: Profile) -> frozenset[str]:
    """The participants who sent answers that are still sealed."""
    senders = _senders(profile)
    answers = [*profile.answers.values(), *(entry.answer for entry in profile.parked.values())]
    return frozenset().union(*(_sealed_by(answer, senders) for answer in answers))


def opened(profile: Profile, *, in_room: bool = False) -> Opening:
    """Open what may be; a round that was left in the room stays the room's to open.

    Args:
        profile: what came in, sealed.
        in_room: whether those who answered sit together and wish it. Then what fewer than three
            said is opened too, but not beside what was open before: that would tell the voice of
            whoever came late.
    """
    senders = _senders(profile)
    answers, parked = dict(profile.answers), dict(profile.parked)
    people: set[str] = set()
    questions: list[str] = []
    waiting: list[str] = []
    for key, answer in profile.every_answer.items():
        sealed = _sealed_by(answer, senders)
        if not sealed:
            continue
        first = in_room and not any(voice.by in senders for voice in answer.open_voices)
        if len(_changing(answer, sealed)) < FEWEST_UNNAMED and not first:
            waiting.append(key)
            continue
        people |= sealed
        questions.append(key)
        remaining = without_empty(_with_votes(answer, sealed))
        if key not in answers:
            parked[key] = parked[key]._replace(answer=remaining or Answer(state=State.LATER))
        elif remaining is None:
            del answers[key]
        else:
            answers[key] = remaining
    if not people:
        return Opening(profile, frozenset(), (), tuple(waiting))
    amended = Status.AMENDED if profile.status is Status.COMPLETE else profile.status
    profile = profile._replace(answers=answers, parked=parked, status=amended)
    return Opening(profile, frozenset(people), tuple(questions), tuple(waiting))


def _senders(profile: Profile) -> frozenset[str]:
    """The participants from whom something came back."""
    return frozenset(person.id for person in profile.participants if person.returned is not None)


def _sealed_by(answer: Answer, senders: frozenset[str]) -> frozenset[str]:
    """Which of some people have a sealed voice on a question."""
    return frozenset(voice.by for voice in answer.sealed_voices if voice.by in senders)


def _changing(answer: Answer, people: frozenset[str]) -> frozenset[str]:
    """Whose answer becomes another one: a new comment on the level that was open hides nobody."""
    spoken = {(voice.by, voice._replace(comment=None)) for voice in answer.open_voices}
    return frozenset(
        voice.by
        for voice in answer.sealed_voices
        if voice.by in people
        and (voice.by, voice._replace(sealed=False, comment=None)) not in spoken
    )


def _with_votes(answer: Answer, people: frozenset[str]) -> Answer:
    """An answer with the sealed voices of some people in the place of what they said before."""
    rest = [voice for voice in answer.voices if voice.by not in people]
    votes = [
        voice._replace(sealed=False)
        for voice in answer.voices
        if voice.sealed and voice.by in people and voice.state is not State.NOT_ASKED
    ]
    state = None if votes and answer.state in _GIVES_WAY else answer.state
    who_knows = answer.who_knows if state is answer.state else None
    open_voices = [voice for voice in rest if not voice.sealed]
    sealed = [voice for voice in rest if voice.sealed]
    voices = (*open_voices, *votes, *sealed)
    return replace(answer, voices=voices, state=state, who_knows=who_knows)
