"""What to look at before an assessment is called complete, and going there.

Nothing here keeps anybody from finishing (interview behaviour 10): it names what is open, unsure,
without a reason or without a document, and which roles were not heard.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from sdgassess.interview.state.phases import AtContext, AtQuestion, Stop
from sdgassess.interview.state.record import wants_evidence
from sdgassess.interview.state.route import is_open, is_settled
from sdgassess.interview.state.setting import Setting
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.last_year import earlier, fallen, level_now
from sdgassess.interview.view.overview import asked_ids, name_of
from sdgassess.model.contradiction import Statement, conflicts
from sdgassess.model.profile import Answer, State
from sdgassess.model.rules import Hearing
from sdgassess.phrases.hearing import NOT_HEARD_YET, missing_words
from sdgassess.scoring.disclosure import speaks_for_itself
from sdgassess.scoring.hearing import not_heard, people_present


@dataclass(frozen=True, slots=True)
class Group:
    """Places with the same thing missing.

    Attributes:
        sentence: what is missing, in a sentence with their ids.
        stops: the places, which one can go to; none where it is about roles.
    """

    sentence: str
    stops: tuple[Stop, ...] = ()


def check_list(sitting: Sitting) -> tuple[Group, ...]:
    """The groups that have something in them: what cannot all be true, then open questions."""
    groups = (
        *_conflicts(sitting),
        _open(sitting),
        _open_context(sitting),
        _sealed(sitting),
        _unsure(sitting),
        _without_reason(sitting),
        _lower_unasked(sitting),
        _without_document(sitting),
        _unheard(sitting),
    )
    return tuple(group for group in groups if group is not None)


def check_lines(sitting: Sitting) -> tuple[str, ...]:
    """The list as it is shown: a line per group, and how to get there."""
    setting, groups = sitting.setting, check_list(sitting)
    if not groups:
        return setting.wrapped(setting.words("Everything is in order; nothing is missing."))
    lines = [line for group in groups for line in setting.wrapped(group.sentence, "- ")]
    if any(group.stops for group in groups):
        lines += setting.keys(
            setting.words("! goes to the next of these · g and an id to any question")
        )
    return tuple(lines)


def next_on_list(sitting: Sitting) -> Sitting:
    """To the next place on the list that was not gone to in this round; after the last, anew."""
    words = sitting.setting.words
    listed = [stop for group in check_list(sitting) for stop in group.stops]
    if not listed:
        return sitting.staying().saying(words("There is nothing on the list to go to."))
    for stop in listed:
        if stop not in sitting.looked_at:
            return look_at(sitting, stop)
    sentence = words("You have been to every one of them; ! begins again.")
    return replace(sitting, looked_at=frozenset()).staying().saying(sentence)


def look_at(sitting: Sitting, stop: Stop) -> Sitting:
    """To a place on the list; going on from there leads back to the end."""
    looked_at = sitting.looked_at | {stop}
    return replace(sitting, looked_at=looked_at, looking_at=stop).at(stop)


def _conflicts(sitting: Sitting) -> Iterator[Group]:
    """A question for each contradiction within one voice; not where one unit alone is assessed."""
    setting, profile = sitting.setting, sitting.assessed
    if len(profile.units_covered) == 1:
        return
    declared = setting.questionnaire.contradictions
    for conflict in conflicts(declared, _statements(sitting), profile.context):
        asked = asked_ids(sitting)
        stops = tuple(AtQuestion(key) for key in reversed(conflict.questions) if key in asked)
        ids = ", ".join(conflict.questions)
        yield Group(f"{setting.spoken(conflict.contradiction.ask)} ({ids})", stops[:1])


def _statements(sitting: Sitting) -> Iterator[Statement]:
    """What each voice says, or the room where it answered without any."""
    for question, answer in sitting.assessed.answers.items():
        if not answer.voices and answer.level is not None:
            yield Statement(None, question, answer.level)
        for voice in answer.open_voices:
            if voice.by is None or voice.level is None:
                continue
            if speaks_for_itself(sitting.assessed, voice):
                yield Statement(voice.by, question, voice.level)


def _open(sitting: Sitting) -> Group | None:
    """Questions that still wait for an answer."""
    singular = "{n} question is still open: {ids}."
    plural = "{n} questions are still open: {ids}."
    return _group(
        sitting,
        singular,
        plural,
        _questions(sitting, lambda _, answer: not is_settled(answer)),
    )


def _open_context(sitting: Sitting) -> Group | None:
    """Questions about the setting that were not answered."""
    stops = [stop for stop in sitting.stops if isinstance(stop, AtContext)]
    singular = "{n} question about the setting is not answered: {ids}"
    plural = "{n} questions about the setting are not answered: {ids}"
    return _group(
        sitting,
        singular,
        plural,
        [stop for stop in stops if is_open(sitting.setting.questionnaire, stop, sitting.assessed)],
    )


def _sealed(sitting: Sitting) -> Group | None:
    """Answered questions on which a round of unseen votes was not opened."""
    singular = "{n} round of unseen answers is still sealed: {ids}."
    plural = "{n} rounds of unseen answers are still sealed: {ids}."
    return _group(
        sitting,
        singular,
        plural,
        _questions(sitting, lambda _, answer: is_settled(answer) and answer.sealed > 0),
    )


def _unsure(sitting: Sitting) -> Group | None:
    """Answers that were marked unsure."""
    singular = "{n} answer is unsure: {ids}."
    plural = "{n} answers are unsure: {ids}."
    return _group(
        sitting,
        singular,
        plural,
        _questions(sitting, lambda _, answer: answer.unsure),
    )


def _without_reason(sitting: Sitting) -> Group | None:
    """Questions that do not apply, nobody said why."""
    singular = "{n} question does not apply, and no reason is given: {ids}."
    plural = "{n} questions do not apply, and no reason is given: {ids}."
    return _group(
        sitting,
        singular,
        plural,
        _questions(
            sitting,
            lambda _, answer: answer.state is State.NOT_APPLICABLE and not answer.reason,
        ),
    )


def _lower_unasked(sitting: Sitting) -> Group | None:
    """Answers below last year's that no sitting asked about: opened ones, given by each alone."""

    def is_unasked(question: str, answer: Answer) -> bool:
        asked = sitting.setting.questionnaire.questions[question]
        is_lower = fallen(earlier(sitting, asked), level_now(sitting, asked))
        return is_lower and answer.was is None

    singular = "{n} answer is lower than last year, and it is not said why: {ids}. There v asks."
    plural = "{n} answers are lower than last year, and it is not said why: {ids}. There v asks."
    return _group(
        sitting,
        singular,
        plural,
        _questions(sitting, is_unasked),
    )


def _without_document(sitting: Sitting) -> Group | None:
    """Levels above what they carry without a document, where documents back them."""
    questionnaire, profile = sitting.setting.questionnaire, sitting.assessed

    def lacks(question: str, _: Answer) -> bool:
        return wants_evidence(questionnaire, questionnaire.questions[question], profile)

    singular = "{n} answer has no document to show for it: {ids}."
    plural = "{n} answers have no document to show for them: {ids}."
    return _group(
        sitting,
        singular,
        plural,
        _questions(sitting, lacks),
    )


def _unheard(sitting: Sitting) -> Group | None:
    """The roles that are missing for a valid assessment (model.md: Who answers)."""
    setting = sitting.setting
    missing = not_heard(setting.questionnaire, sitting.assessed)
    if not missing:
        return None
    who = "; ".join(
        _hearing(setting, hearing, _was_heard(sitting, hearing.role)) for hearing in missing
    )
    return Group(setting.words(NOT_HEARD_YET, who=who))


def _was_heard(sitting: Sitting, role: str) -> bool:
    """Whether a role was heard at all, though from too few units."""
    profile = sitting.assessed
    voices = {voice.role for answer in profile.answers.values() for voice in answer.open_voices}
    return role in (voices or {person.role for person in people_present(profile)})


def _hearing(setting: Setting, missing: Hearing, heard_too: bool) -> str:
    """A role that was not heard, or from too few units."""
    titles = {role.id: setting.spoken(role.title) for role in setting.questionnaire.roles}
    role = titles.get(missing.role, missing.role)
    return missing_words(role, missing, heard_too, setting.words)


def _questions(sitting: Sitting, holds: Callable[[str, Answer], bool]) -> list[Stop]:
    """The questions that apply and of which something holds; unanswered ones as an empty one."""
    answers = sitting.assessed.answers
    ids = asked_ids(sitting)
    return [
        AtQuestion(question)
        for question in ids
        if holds(question, answers.get(question, Answer()))
    ]


def _group(sitting: Sitting, singular: str, plural: str, stops: Iterable[Stop]) -> Group | None:
    """A group with its sentence, or None where it is empty."""
    places = tuple(stops)
    if not places:
        return None
    # A question about the setting is named in its own words, which may hold commas.
    separator = "; " if any(isinstance(stop, AtContext) for stop in places) else ", "
    ids = separator.join(name_of(sitting.setting, stop) for stop in places)
    return Group(sitting.setting.words.plural(singular, plural, len(places), ids=ids), places)
