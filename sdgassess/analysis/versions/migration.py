"""A profile taken over to a newer version of its questionnaire, with nothing dropped.

What was asked alike is carried, levels that the newer version maps exactly are read anew, and
every other answer is kept under `unmapped`, as it stood and with the version it answers. What
belongs to an answer – voices, evidence, comments, last year's – goes where the answer goes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple

from sdgassess.analysis.versions.lineage import (
    Kin,
    Kinship,
    kin,
    successors,
)
from sdgassess.analysis.versions.questions_to_ask import Ask, questions_to_ask
from sdgassess.analysis.versions.unmapped import (
    context_fits,
    context_words,
    judgement_words,
    level_words,
    priority_words,
    style_fits,
    style_words,
    with_answer,
    with_note,
)
from sdgassess.model.profile import (
    Answer,
    EarlierAnswer,
    ParkedAnswer,
    Priority,
    Profile,
    QuestionnaireRef,
    Status,
    UnmappedAnswer,
)
from sdgassess.model.question import (
    Comparable,
    Level,
    Question,
    Text,
)
from sdgassess.model.questionnaire import Questionnaire


class Fate(StrEnum):
    """Where an answer goes: on as it stands, on as another level or id, or out of the scoring."""

    CARRIED = "carried"
    MAPPED = "mapped"
    UNMAPPED = "unmapped"


class Handover(NamedTuple):
    """What became of one answer.

    Attributes:
        question: the question that was answered.
        section: where it stood: `answers` or `parked`.
        fate: where it goes.
        reason: what happened to the question.
        to: the ids that it stands under now, in its section or among the unmapped.
        levels: the level of then and of now for each of `to`; None for what is no level.
    """

    question: str
    section: str
    fate: Fate
    reason: Kinship
    to: tuple[str, ...]
    levels: tuple[tuple[Level | None, Level | None], ...] = ()


class LeftOver(NamedTuple):
    """What has no place in the newer version and is kept as a note: its section and id."""

    section: str
    id: str


@dataclass(frozen=True, slots=True)
class Migration:
    """What taking over a profile comes to.

    Attributes:
        profile: the profile as it answers the newer version.
        before: the profile as it was.
        answers: what became of each answer, in the order of the file.
        ask: what is to be asked, in the order of the newer version.
        left_over: what is only a note now.
    """

    profile: Profile
    before: Profile
    answers: tuple[Handover, ...] = ()
    ask: tuple[Ask, ...] = ()
    left_over: tuple[LeftOver, ...] = ()

    def count(self, fate: Fate) -> int:
        """How many answers have a fate."""
        return sum(handover.fate is fate for handover in self.answers)


def migrate(profile: Profile, older: Questionnaire, newer: Questionnaire) -> Migration:
    """Take a profile over to a newer version.

    Args:
        profile: what was answered.
        older: the version that it answers.
        newer: the version that it shall answer; the same one changes nothing.
    """
    if (older.id, older.version) == (newer.id, newer.version):
        return Migration(profile, profile)
    under_way = _UnderWay(profile, older, newer)
    under_way.take_answers()
    under_way.take_parked()
    under_way.take_judgement()
    under_way.take_priorities()
    under_way.take_unscored()
    ask = under_way.ask()
    after = under_way.profile()
    if ask and after.status is not None:
        after = after._replace(status=Status.IN_PROGRESS)
    handovers, notes = tuple(under_way.handovers), tuple(under_way.left_over)
    return Migration(after, profile, handovers, ask, notes)


@dataclass
class _UnderWay:
    """A migration while it is made: what stands where so far."""

    before: Profile
    older: Questionnaire
    newer: Questionnaire
    answers: dict[str, Answer] = field(default_factory=dict)
    parked: dict[str, ParkedAnswer] = field(default_factory=dict)
    handovers: list[Handover] = field(default_factory=list)
    left_over: list[LeftOver] = field(default_factory=list)
    changes: dict[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.unmapped: dict[str, UnmappedAnswer] = dict(self.before.unmapped)
        self.follows = successors(self.older, self.newer)
        self.ref = self.before.questionnaire

    def profile(self) -> Profile:
        """The profile as far as it is taken over."""
        return self.before._replace(
            questionnaire=QuestionnaireRef(self.newer.id, self.newer.version),
            answers=self.answers,
            parked=self.parked,
            unmapped=self.unmapped,
            **self.changes,  # type: ignore[arg-type]  # each is of the field it is named after
        )

    def take_answers(self) -> None:
        """Every answer to where it goes."""
        for question, answer in self.before.answers.items():
            results = self._carried_over(question, answer)
            self.answers.update(results)
            reason = self.related(question).reason
            self._settle(Handover(question, "answers", Fate.UNMAPPED, reason, ()), answer, results)

    def take_parked(self) -> None:
        """Parked answers go the same ways, as long as there is what parks them."""
        for question, parked in self.before.parked.items():
            because = self._question_now(parked.because)
            results = self._carried_over(question, parked.answer)
            reason = self.related(question).reason
            if results and because is None:
                reason, results = Kinship.PARKER_GONE, {}
            self.parked.update(
                {k: ParkedAnswer(a, because) for k, a in results.items() if because}
            )
            self._settle(
                Handover(question, "parked", Fate.UNMAPPED, reason, ()), parked.answer, results
            )

    def take_judgement(self) -> None:
        """What the room judged goes with its question."""
        judgements = {}
        for question, judgement in self.before.judgement.items():
            to = self._questions_now(question)
            judgements.update(dict.fromkeys(to, judgement))
            if not to:
                self._note("judgement", question, judgement_words(judgement))
        self.changes["judgement"] = judgements

    def take_priorities(self) -> None:
        """Picks go with their question; a target that it lacks falls away, and is noted."""
        picks: list[Priority] = []
        for pick in self.before.priorities:
            question = self._question_now(pick.question)
            if question is None or question in {each.question for each in picks}:
                self._note("priorities", pick.question, priority_words(pick))
                continue
            target = self._target(pick, question)
            if pick.target is not None and target is None:
                self._note("priorities", pick.question, priority_words(pick))
            picks.append(pick._replace(question=question, target=target))
        rules = self.newer.priorities
        if rules is not None:
            for pick in picks[rules.picks :]:
                self._note("priorities", pick.question, priority_words(pick))
            picks = picks[: rules.picks]
        self.changes["priorities"] = tuple(picks)

    def take_unscored(self) -> None:
        """Setting and style stay where the newer version still asks for them."""
        context, style = dict(self.before.context), dict(self.before.style)
        for key, value in self.before.context.items():
            if not context_fits(self.newer, key, value):
                self._note("context", key, context_words(context.pop(key)))
        for key, style_answer in self.before.style.items():
            if not style_fits(self.newer, key, style_answer):
                self._note("style", key, style_words(style.pop(key)))
        self.changes |= {"context": context, "style": style}

    def _carried_over(self, question: str, answer: Answer) -> dict[str, Answer]:
        """The answers that one answer becomes, by id; none where it cannot go over."""
        before, results = self.older.questions[question], dict[str, Answer]()
        for to in self.follows[question]:
            related = self.related(to)
            if goes_over(related):
                new = migrated(answer, before, self.newer.questions[to], related, self.ref.version)
                results |= {} if new is None else {to: new}
        return results

    def _settle(self, handover: Handover, answer: Answer, results: Mapping[str, Answer]) -> None:
        """Note what became of an answer; one without a place is kept.

        It stays as it stands only under its own id and at its own levels.
        """
        if results:
            levels = tuple((answer.level, result.level) for result in results.values())
            same = tuple(results) == (handover.question,)
            same = same and all(same_levels(answer, result) for result in results.values())
            fate = Fate.CARRIED if same else Fate.MAPPED
            self.handovers.append(handover._replace(fate=fate, to=tuple(results), levels=levels))
            return
        earlier = self.unmapped.keys()
        self.unmapped = with_answer(self.unmapped, handover.question, answer, self.ref)
        name = next(iter(self.unmapped.keys() - earlier), handover.question)
        self.handovers.append(handover._replace(to=(name,)))

    def ask(self) -> tuple[Ask, ...]:
        """What is to be asked, once everything has gone where it goes."""
        lost = {
            each.question: each.reason for each in self.handovers if each.fate is Fate.UNMAPPED
        }
        answered = self.answers.keys() | self.parked.keys()
        return questions_to_ask(self.before, self.older, self.newer, answered, lost)

    def related(self, question: str) -> Kin:
        """How a newer question is related to the older version."""
        return kin(self.older, self.newer, question)

    def _questions_now(self, question: str) -> tuple[str, ...]:
        """The questions that one is now: itself while there is such an id, else its successors."""
        return (question,) if question in self.newer.questions else self.follows.get(question, ())

    def _question_now(self, question: str) -> str | None:
        """The question that one is now, the first where there are several."""
        return next(iter(self._questions_now(question)), None)

    def _target(self, pick: Priority, question: str) -> Level | None:
        """A target as the newer question has it; None where it has no such level."""
        related, rules = self.related(question), self.newer.priorities
        target = pick.target
        if target is not None and related.levels is not None:
            target = related.levels.get(target)
        if target is None or target not in self.newer.questions[question].levels:
            return None
        return target if rules is None or target >= rules.lowest_target else None

    def _note(self, section: str, key: str, note: str) -> None:
        """Keep what has no place of its own as words."""
        self.left_over.append(LeftOver(section, key))
        self.unmapped = with_note(self.unmapped, key, note, self.ref)


def goes_over(related: Kin) -> bool:
    """Whether answers may stand as answers to the newer question.

    They may where it was asked alike, or where its author says that it means exactly the same,
    level for level. What is only nearly the same is asked again, even where there is a map.
    """
    return related.comparable is Comparable.EXACT


class Choice(NamedTuple):
    """What was chosen: a level, and the ids of the options where the answer names them."""

    level: Level | None
    options: tuple[str, ...] | None


def _choices(answer: Answer) -> Iterator[Choice]:
    """What the room and every voice chose."""
    yield Choice(answer.level, answer.options)
    for voice in answer.voices:
        yield Choice(voice.level, voice.options)


def _named(answer: Answer) -> set[str]:
    """The ids of all options that an answer names: the room's, the voices', last year's."""
    earlier = answer.was.options if answer.was else None
    chosen = (*(choice.options for choice in _choices(answer)), earlier)
    return {identity for options in chosen for identity in options or ()}


def _choice_now(
    choice: Choice, levels: Mapping[Level, Level] | None, after: Question
) -> Choice | None:
    """A choice as the newer question has it; None where it has no place there.

    Ids stay where the newer question offers them and they are worth what the level of then is
    now; else the level stands alone, where it names one answer only.
    """
    if choice.level is None:
        return choice
    level = choice.level if levels is None else levels.get(choice.level)
    if level is None:
        return None
    offered = {option.id for option in after.options}
    if choice.options is not None and offered.issuperset(choice.options):
        fits = after.several or len(choice.options) == 1
        if fits and after.worth(choice.options) == level:
            return Choice(level, choice.options)
    return None if after.option(level) is None else Choice(level, None)


def same_levels(before: Answer, after: Answer) -> bool:
    """Whether an answer and its open voices stand at the levels at which they stood.

    Sealed ones are passed over, for what is told of the answer would tell of them.
    """
    levels = ([voice.level for voice in answer.open_voices] for answer in (before, after))
    return before.level == after.level and next(levels) == next(levels)


def migrated(
    answer: Answer, before: Question, after: Question, related: Kin, version: str
) -> Answer | None:
    """An answer to an older question as one to a newer.

    Args:
        answer: what was answered; all that belongs to it comes along.
        before: the question that was answered.
        after: the question that it goes over to.
        related: how the two are related; answers may go over.
        version: the older version, to be named where last year's level has no place now.

    Returns:
        The answer, or None where a level of it has no place on the newer scale. Where its level is
        another now, `asked` stays as it was put.
    """
    offered = {option.id for option in after.options}
    if related.reason is Kinship.SAME and offered.issuperset(_named(answer)):
        return answer
    levels = related.levels
    choices = [_choice_now(choice, levels, after) for choice in _choices(answer)]
    if None in choices:
        return None
    room, *others = (choice for choice in choices if choice is not None)
    voices = zip(answer.voices, others, strict=True)
    new = replace(
        answer,
        level=room.level,
        options=room.options,
        means=_meaning(answer, room, before, after),
        voices=tuple(voice._replace(**choice._asdict()) for voice, choice in voices),
        was=_last_years(answer.was, before, after, levels, version),
    )
    if same_levels(answer, new):
        new = replace(new, asked=_in_new_words(answer.asked, before.text, after.text))
    return new


def _last_years(
    earlier: EarlierAnswer | None,
    before: Question,
    after: Question,
    levels: Mapping[Level, Level] | None,
    version: str,
) -> EarlierAnswer | None:
    """Last year's answer on the newer scale; one without a place there goes to its reason."""
    if earlier is None or (earlier.level is None and earlier.options is None):
        return earlier
    then = before.answered(earlier.level, earlier.options)
    level = then.value if then and earlier.options is not None else earlier.level
    choice = _choice_now(Choice(level, earlier.options), levels, after)
    if choice is not None and level is not None:
        level = None if choice.options is not None else choice.level
        return earlier._replace(level=level, options=choice.options)
    words = "" if level is None else f"level: {level_words(level)}"
    if earlier.options is not None:
        words = f"options: [{', '.join(earlier.options)}]"
    note = f"was: {{{words}, version: {version}}}"
    reason = note if not earlier.reason else earlier.reason.rstrip("\n") + "\n" + note
    return earlier._replace(level=None, options=None, reason=reason)


def _meaning(answer: Answer, choice: Choice, before: Question, after: Question) -> str | None:
    """The chosen anchor in the words of now, where it stood in the words of then."""
    old = before.answered(answer.level, answer.options)
    new = after.answered(choice.level, choice.options)
    if old is None or new is None:
        return answer.means
    return _in_new_words(answer.means, old.text, new.text)


def _in_new_words(wording: str | None, before: Text, after: Text) -> str | None:
    """A text of then in the words of now; somebody's own words stay as they are."""
    if wording is None:
        return None
    plain = " ".join(wording.split())
    for language, words in before.words.items():
        if " ".join(words.split()) == plain and language in after.words:
            return after.words[language]
    return wording
