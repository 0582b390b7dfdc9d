"""The state of a sitting: where it is, what has been answered, what was just said.

A frozen value with the few moves that every phase makes. What the phases do with it stands in
their own modules, and the table that joins them in `sdgassess.interview.engine`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from sdgassess.analysis.agenda import Why
from sdgassess.interview.state.phases import (
    AtAxis,
    AtQuestion,
    Phase,
    Stop,
)
from sdgassess.interview.state.route import (
    applicable,
    is_open,
    is_put_off,
    lacks_voice,
    route,
    whole_route,
)
from sdgassess.interview.state.setting import Setting
from sdgassess.model.profile import ParkedAnswer, Profile, Status
from sdgassess.model.question import Question
from sdgassess.model.questionnaire import Questionnaire


@dataclass(frozen=True, slots=True)
class Moment:
    """What undoing goes back to: a profile, and where it was changed."""

    profile: Profile
    phase: Phase


@dataclass(frozen=True)
class Sitting:
    """A sitting at one moment.

    Attributes:
        setting: what does not change.
        phase: what the next line is taken for.
        profile: what has been answered; None before the municipality is named.
        fresh: whether the screen is to be shown in full, or only its prompt.
        reply: lines said about the line that was taken last.
        history: the moments that can be gone back to, oldest first.
        put_off: what was left open in this sitting without a trace in the file.
        revisited: stops that were put off and have been offered again.
        offered: parts whose rest was offered to be skipped.
        evidence_asked: questions for which evidence was asked after an answer.
        change_asked: questions for which it was asked why the answer is lower than last year's.
        style_offered: whether the style questions were offered.
        screens: how many screens of questions were shown, this one among them.
        in_full: whether the question was asked for again, with all its keys.
        answering: ids of those who answer from now on; empty means the room.
        read: questions whose anchors a room has seen.
        read_alone: whether the question at hand was just shown alone.
        paused: blocks whose end has been told.
        looked_at: places on the check list that were gone to in this round.
        looking_at: the one of them that was gone to last, from which the way leads to the end.
        rest_offered: whether the rest of disputed parts was offered.
        added: questions beyond the quick scan that the room added.
        asked_why: how often it was asked why a complete assessment is changed.
        changes_nothing: whether what was typed last was understood and left all as it is.
        to_correct: what was typed last and not understood, to be corrected where lines are edited.
        twins_meant: files of the same place and day beside which a second one is meant.
        agenda: the questions that the room has to agree on, in order; then they are the way.
        discussed: those of them that were talked about in this sitting.
    """

    setting: Setting
    phase: Phase
    profile: Profile | None = None
    fresh: bool = True
    reply: tuple[str, ...] = ()
    history: tuple[Moment, ...] = ()
    put_off: frozenset[str] = frozenset()
    revisited: frozenset[Stop] = frozenset()
    offered: frozenset[str] = frozenset()
    evidence_asked: frozenset[str] = frozenset()
    change_asked: frozenset[str] = frozenset()
    style_offered: bool = False
    screens: int = 0
    in_full: bool = False
    answering: tuple[str, ...] = ()
    read: frozenset[str] = frozenset()
    read_alone: bool = False
    paused: frozenset[str] = frozenset()
    looked_at: frozenset[Stop] = frozenset()
    looking_at: Stop | None = None
    rest_offered: bool = False
    added: frozenset[str] = frozenset()
    asked_why: int = 0
    changes_nothing: bool = False
    to_correct: str = ""
    twins_meant: frozenset[str] = frozenset()
    agenda: Mapping[str, Why] = field(default_factory=dict)
    discussed: frozenset[str] = frozenset()

    @property
    def assessed(self) -> Profile:
        """The profile, in the phases that come after the municipality was named."""
        assert self.profile is not None, "the municipality is named before any other phase"
        return self.profile

    def question(self, identity: str) -> Question:
        """The question with an id."""
        return self.setting.questionnaire.questions[identity]

    @property
    def stops(self) -> tuple[Stop, ...]:
        """The stops that apply now, in order: in scope, and among what alone is asked."""
        setting, added = self.setting, self.added
        stops = route(setting.questionnaire, self.assessed, setting.quick and not added)
        if setting.quick and added:
            scope = {stop.id for stop in whole_route(setting.questionnaire, quick=True)} | added
            stops = tuple(stop for stop in stops if stop.id in scope)
        if setting.only is None:
            return stops
        return tuple(stop for stop in stops if stop.id in setting.only)

    @property
    def way(self) -> tuple[Stop, ...]:
        """The stops that the sitting leads through: its agenda where it has one, else all."""
        if not self.agenda:
            return self.stops
        return tuple(stop for key in self.agenda if (stop := AtQuestion(key)) in self.stops)

    def waits(self, stop: Stop) -> bool:
        """Whether a stop still waits for an answer of whoever answers, or to be talked about."""
        if self.agenda:
            return stop.id in self.agenda and stop.id not in self.discussed
        if len(self.answering) != 1 or not isinstance(stop, AtQuestion):
            return is_open(self.setting.questionnaire, stop, self.assessed)
        question = self.setting.questionnaire.questions[stop.id]
        return lacks_voice(question, self.assessed, self.answering[0])

    def put_aside(self, stop: Stop) -> bool:
        """Whether a stop that waits was put off, to come again at the end."""
        if self.agenda:
            return False
        if len(self.answering) == 1 and isinstance(stop, AtQuestion):
            return stop.id in self.put_off and self.waits(stop)
        return is_put_off(self.setting.questionnaire, stop, self.assessed, self.put_off)

    def saying(self, sentence: str, indent: str = "") -> Sitting:
        """The sitting with one more sentence said."""
        return replace(self, reply=(*self.reply, *self.setting.wrapped(sentence, indent)))

    def allowing(self, keys: str) -> Sitting:
        """The sitting with what can be typed said."""
        return replace(self, reply=(*self.reply, *self.setting.keys(keys)))

    def at(self, phase: Phase, *, fresh: bool = True) -> Sitting:
        """The sitting at another phase; not `fresh` where its screen is still in sight."""
        return replace(self, phase=phase, fresh=fresh)

    def counted(self) -> Sitting:
        """The sitting with its screen counted, where that shows a question."""
        shows = self.fresh and isinstance(self.phase, AtQuestion)
        return replace(self, screens=self.screens + 1) if shows else self

    def staying(self) -> Sitting:
        """The sitting where it is, its screen not shown again."""
        return replace(self, fresh=False)

    def keeping(self, profile: Profile, where: Stop | AtAxis) -> Sitting:
        """The sitting with a changed profile, which can be undone.

        Answers that the change switched off are parked, and said. A complete profile that is
        changed has been amended.

        Args:
            profile: the changed profile.
            where: where undoing leads back to.
        """
        if profile == self.assessed:
            return self
        if profile.status is Status.COMPLETE:
            profile = profile._replace(status=Status.AMENDED)
        by = where.axis if isinstance(where, AtAxis) else where.id
        profile = settle(self.setting.questionnaire, self.assessed, profile, by)
        moment = Moment(self.assessed, where)
        changed = replace(self, profile=profile, history=(*self.history, moment))
        return _about_others(changed, self.assessed)

    def as_one_change(self, begun: int) -> Sitting:
        """The sitting whose changes since a moment are one, with what they did to others said."""
        first = self.history[begun]
        joined = replace(self, history=(*self.history[:begun], first))
        return _about_others(joined, first.profile)

    def undone_as_one(self, begun: int) -> Sitting:
        """The sitting whose changes since a moment are taken back together."""
        return replace(self, history=self.history[: begun + 1])

    def noting(self, profile: Profile) -> Sitting:
        """The sitting with something noted that is no answer, which can be undone from here.

        A judgement, a pick or a reason switches no question off, and amends nothing.
        """
        if profile == self.assessed:
            return self
        moment = Moment(self.assessed, self.phase)
        return replace(self, profile=profile, history=(*self.history, moment))

    def showing(self, lines: Iterable[str]) -> Sitting:
        """The sitting with lines said that are wrapped already."""
        return replace(self, reply=(*self.reply, *lines))

    def undone(self) -> Sitting:
        """The sitting before its last change, or the same one where nothing was changed."""
        words = self.setting.words
        if not self.history:
            return self.staying().saying(words("Nothing has been changed in this sitting."))
        *earlier, last = self.history
        # Who came in meanwhile, and what the room allowed, is no answer to take back; who was
        # taken away comes back with what they said.
        people = last.profile.participants
        came_in = (each for each in self.assessed.participants if each not in people)
        profile = last.profile._replace(
            participants=(*people, *came_in), consent=self.assessed.consent
        )
        restored = replace(self, profile=profile, history=tuple(earlier))
        return restored.at(last.phase).saying(words("Undone: the last change is taken back."))


def _about_others(sitting: Sitting, before: Profile) -> Sitting:
    """Say what a change did to other questions."""
    words = sitting.setting.words
    parked_after, parked_before = sitting.assessed.parked, before.parked
    parked = tuple(question for question in parked_after if question not in parked_before)
    restored = tuple(question for question in parked_before if question not in parked_after)
    if parked:
        sentence = words("No longer asked, their answers are put aside: {ids}.", ids=_list(parked))
        sitting = sitting.saying(sentence)
    if restored:
        sentence = words("Asked again, their answers are back: {ids}.", ids=_list(restored))
        sitting = sitting.saying(sentence)
    return _about_scope(sitting, before, {*parked, *restored})


def _about_scope(sitting: Sitting, before: Profile, mentioned: set[str]) -> Sitting:
    """Say which questions apply that did not before, or no longer, unless all are mentioned."""
    words, questionnaire = sitting.setting.words, sitting.setting.questionnaire
    applies, applied = (
        applicable(questionnaire, sitting.assessed),
        applicable(questionnaire, before),
    )
    scope = questionnaire.question_ids(sitting.assessed.quick)
    added = tuple(question for question in scope if question in applies - applied)
    removed = tuple(question for question in scope if question in applied - applies)
    if not mentioned.issuperset(added):
        singular, plural = "{n} question more: {ids}.", "{n} questions more: {ids}."
        sitting = sitting.saying(words.plural(singular, plural, len(added), ids=_list(added)))
    if not mentioned.issuperset(removed):
        singular, plural = "{n} question fewer: {ids}.", "{n} questions fewer: {ids}."
        sitting = sitting.saying(words.plural(singular, plural, len(removed), ids=_list(removed)))
    return sitting


def _list(ids: tuple[str, ...]) -> str:
    """Ids in a row."""
    return ", ".join(ids)


def settle(questionnaire: Questionnaire, before: Profile, after: Profile, by: str) -> Profile:
    """Park what a change switched off, bring back what it switched on.

    Only what changed its standing is touched: a file that people wrote may hold answers that
    do not apply, and they stay where they are.

    Args:
        questionnaire: the conditions.
        before: the profile before the change.
        after: the profile after it.
        by: the id of what was answered, kept as the reason.

    Returns:
        The profile after the change, with answers put aside and brought back.
    """
    applied = applicable(questionnaire, before)
    profile, applies = after, applicable(questionnaire, after)
    # What comes back may switch on something further down; conditions only point backwards.
    for question in questionnaire.questions:
        if question in applies - applied and question in profile.parked:
            profile = _bring_back(profile, question)
        elif question in applied - applies and question in profile.answers:
            profile = _put_aside(profile, question, by)
        else:
            continue
        applies = applicable(questionnaire, profile)
    return profile


def _put_aside(profile: Profile, question: str, by: str) -> Profile:
    """Move an answer among the parked ones."""
    answers = dict(profile.answers)
    aside = ParkedAnswer(answers.pop(question), by)
    return profile._replace(answers=answers, parked={**profile.parked, question: aside})


def _bring_back(profile: Profile, question: str) -> Profile:
    """Move a parked answer back, unless the question was answered meanwhile."""
    parked = dict(profile.parked)
    answer = parked.pop(question).answer
    if question in profile.answers:
        return profile
    return profile._replace(answers={**profile.answers, question: answer}, parked=parked)


class Ended(Enum):
    """How a sitting ended."""

    FINISHED = "finished"
    LEFT = "left"
    INTERRUPTED = "interrupted"
