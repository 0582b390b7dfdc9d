"""Who said what dropped: levels and roles stay, so that results do.

Every answer that is open becomes nobody's. Comments, reasons and the words of evidence go too,
since their wording tells who wrote them; of evidence its kind and day stay with the question, as
far as its level rests on them. The digests of what people sent go as well: where each question has
two or three levels in a role, trying them all finds whose is whose. What another answer switched
off, and what is of an older version, is forgotten alike.

Sealed answers are deleted where a level is recorded: the room has agreed there without them. Where
none is, they stay under their number, since nobody has seen them yet, and whoever forgets is told
so. In a role that few people have the role alone still tells whose voice it is; that is told too.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from sdgassess.model.profile import FORGOTTEN, Answer, Evidence, Participant, Profile, Voice
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.scoring.backing import best_proof, question_result
from sdgassess.scoring.disclosure import FEWEST_UNNAMED
from sdgassess.scoring.hearing import people_present, speakers


class Forgetting(NamedTuple):
    """A profile without who said what.

    Attributes:
        profile: what it becomes; the very same where there is nothing to forget.
        questions: where it is forgotten.
        deleted: where sealed answers are deleted, since a level is recorded without them.
        pending: where sealed answers stay under their number, since nobody has seen them.
        small_roles: the roles of so few people that the role alone tells who.
        backed_less: where the units that voices came from had backed more.
    """

    profile: Profile
    questions: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    pending: tuple[str, ...] = ()
    small_roles: tuple[str, ...] = ()
    backed_less: tuple[str, ...] = ()

    @property
    def is_more_than_nothing(self) -> bool:
        """Whether something is forgotten or deleted."""
        return bool(self.questions or self.deleted)


def forgotten(profile: Profile, questionnaire: Questionnaire) -> Forgetting:
    """Drop who said what."""
    before = _sections(profile)
    after = {key: _forgotten(answer, profile, questionnaire) for key, answer in before.items()}
    changed = [key for key in before if after[key] != before[key]]
    pending = tuple(name for (_, name), answer in after.items() if answer.sealed)
    digests = {person.returned.sha256 for person in profile.participants if person.returned}
    if not changed and FORGOTTEN not in digests:
        return Forgetting(profile, pending=pending)
    voices = speakers(profile)
    people = tuple(_person(person, voices) for person in profile.participants)
    result = _with_sections(profile, after)._replace(participants=people)
    if result == profile:
        return Forgetting(profile, pending=pending)
    return Forgetting(
        result,
        tuple(key[1] for key in changed if before[key].open_voices != after[key].open_voices),
        tuple(key[1] for key in changed if before[key].sealed > after[key].sealed),
        pending,
        _small_roles(profile),
        _backed_less(questionnaire, profile, result),
    )


def without_voices(forgetting: Forgetting) -> Profile:
    """The profile without any voice where who said what was forgotten.

    Voices are written anew by way of this: how each was laid out in the file before, over several
    lines where it had a comment, would tell whose it was.
    """
    emptied = {*forgetting.questions, *forgetting.deleted}
    sections = {
        (section, name): replace(answer, voices=()) if name in emptied else answer
        for (section, name), answer in _sections(forgetting.profile).items()
    }
    return _with_sections(forgetting.profile, sections)


def _sections(profile: Profile) -> dict[tuple[str, str], Answer]:
    """Every answer by its section and its question."""
    return {
        **{("answers", key): answer for key, answer in profile.answers.items()},
        **{("parked", key): entry.answer for key, entry in profile.parked.items()},
        **{("unmapped", key): entry.answer for key, entry in profile.unmapped.items()},
    }


def _with_sections(profile: Profile, sections: dict[tuple[str, str], Answer]) -> Profile:
    """The profile with other answers in the same places."""
    return profile._replace(
        answers={key: sections["answers", key] for key in profile.answers},
        parked={
            key: entry._replace(answer=sections["parked", key])
            for key, entry in profile.parked.items()
        },
        unmapped={
            key: entry._replace(answer=sections["unmapped", key])
            for key, entry in profile.unmapped.items()
        },
    )


def _forgotten(answer: Answer, profile: Profile, questionnaire: Questionnaire) -> Answer:
    """An answer whose open voices are nobody's, in an order that tells nothing."""
    voices = answer.open_voices
    sealed = answer.sealed_voices if answer.level is None else ()
    evidence = answer.evidence
    if any(voice != _nameless(voice) for voice in voices):
        proofs = [*evidence, *(proof for voice in voices for proof in voice.evidence)]
        best = best_proof(proofs, profile.date, questionnaire.backing)
        if best is not None and best not in evidence:
            evidence = (*evidence, Evidence(best.kind, date=best.date))
        voices = tuple(sorted(map(_nameless, voices), key=_by_content))
    elif sealed == answer.sealed_voices:
        return answer
    return replace(answer, voices=(*voices, *sealed), evidence=evidence)


def _nameless(voice: Voice) -> Voice:
    """A voice as nobody's."""
    return voice._replace(by=None, comment=None, reason=None, evidence=())


def _person(person: Participant, voices: frozenset[str]) -> Participant:
    """Somebody without the digest of what they sent, and heard where they were."""
    if person.id in voices:
        person = person._replace(invited=False)
    if person.returned is None:
        return person
    return person._replace(returned=person.returned._replace(sha256=FORGOTTEN))


def _small_roles(profile: Profile) -> tuple[str, ...]:
    """The roles of fewer than three who took part."""
    roles = [person.role for person in people_present(profile)]
    return tuple(role for role in dict.fromkeys(roles) if roles.count(role) < FEWEST_UNNAMED)


def _backed_less(questionnaire: Questionnaire, before: Profile, after: Profile) -> tuple[str, ...]:
    """The questions that less backs than before."""
    return tuple(
        key
        for key in before.answers
        if key in questionnaire.questions
        and question_result(questionnaire, questionnaire.questions[key], before).backed
        != question_result(questionnaire, questionnaire.questions[key], after).backed
    )


def _by_content(voice: Voice) -> tuple[str, ...]:
    """What a voice says, to put voices in order by."""
    level = "" if voice.level is None else str(float(voice.level))
    return voice.role, level, str(voice.options), str(voice.state)
