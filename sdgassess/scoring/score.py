"""The whole result of a profile: questions, factors, gates, patterns, style.

Nothing here knows a factor or a question by name. Everything runs on a *basis*: the answered
levels, or the backed ones (model.md: Answered and backed); the other is always computed beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sdgassess.model.condition import judge
from sdgassess.model.profile import Profile, State
from sdgassess.model.question import Level, Option
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.rules import Hearing
from sdgassess.scoring.backing import QuestionResult, question_result, without_sealed
from sdgassess.scoring.evaluation import (
    Basis,
    Evaluation,
    NodeResult,
    level_on,
)
from sdgassess.scoring.hearing import inside_view, not_heard
from sdgassess.scoring.patterns import PatternResult, Risk, judge_pattern
from sdgassess.scoring.style import StyleResult, style_result


class Score(NamedTuple):
    """Everything that follows from one profile on one basis.

    Attributes:
        profile: what was scored.
        questionnaire: by which rules.
        basis: on which levels.
        questions: each question in scope.
        factors: the nodes scored from questions, in order.
        tiers: the scored nodes above them, in order.
        patterns: the risks, gravest first; those that a quick scan does not judge are left out.
        style: the position on each axis.
        not_heard: who is missing for the assessment to be called valid.
        inside_view: the factors that rest on the municipality's own view only.
        sealed: from how many people there are voices of a round that is still closed.
        supposed: the questions whose level nobody answered (`sdgassess.scoring.supposition`).
    """

    profile: Profile
    questionnaire: Questionnaire
    basis: Basis
    questions: Mapping[str, QuestionResult]
    factors: Mapping[str, NodeResult]
    tiers: Mapping[str, NodeResult]
    patterns: tuple[PatternResult, ...]
    style: tuple[StyleResult, ...]
    not_heard: tuple[Hearing, ...] = ()
    inside_view: frozenset[str] = frozenset()
    sealed: int = 0
    supposed: frozenset[str] = frozenset()

    @property
    def has_levels(self) -> bool:
        """Whether any question has a level."""
        return any(result.answered is not None for result in self.questions.values())

    @property
    def factor_levels(self) -> dict[str, Level]:
        """The level of each factor that has one, on the chosen basis, in the order of the tree."""
        levels = ((key, factor.level) for key, factor in self.factors.items())
        return {key: level for key, level in levels if level is not None}

    @property
    def scored(self) -> dict[str, NodeResult]:
        """The factors and the nodes above them, in the order of the tree: upper ones first."""
        both = {**self.tiers, **self.factors}
        return {key: both[key] for key in self.questionnaire.scored_above if key in both}

    def level(self, question: str) -> Level | None:
        """A question's level on the chosen basis; None where it has none or is out of scope."""
        return level_on(self.questions.get(question), self.basis)

    def answers_at(self, question: str) -> tuple[Option, ...]:
        """What was answered to a question that has a level; several where they are added up."""
        answer = self.profile.answers.get(question)
        chosen = answer.options if answer is not None else None
        return self.questionnaire.questions[question].standing_at(self.level(question), chosen)

    def graver(self, result: PatternResult) -> PatternResult | None:
        """The pattern at high that says the same as a result more gravely and speaks for both."""
        rules = next(p for p in self.questionnaire.patterns if p.id == result.id)
        high = (each for each in self.patterns if each.result is Risk.HIGH)
        return next((each for each in high if each.id == rules.yields_to), None)

    def chosen(self, question: str) -> tuple[str, ...]:
        """The ids of what was answered to a question; none where its answers have no ids."""
        return tuple(option.id for option in self.answers_at(question) if option.id is not None)

    @property
    def assumed(self) -> Mapping[str, Level]:
        """What unknown questions and parts were taken to stand at, where a level rests on that."""
        nodes = (*self.factors.values(), *self.tiers.values())
        return {key: level for node in nodes for key, level in node.rolled.assumed.items()}


def score(questionnaire: Questionnaire, profile: Profile, basis: Basis = Basis.ANSWERED) -> Score:
    """Score a profile.

    Args:
        questionnaire: the rules; the one that the profile names.
        profile: the answers; it may hold none at all.
        basis: the levels that gates, patterns and style conditions run on.

    Returns:
        A result for every factor; factors without answers have an insufficient basis.
    """
    sealed = sealed_people(profile)
    profile = unsealed(profile) if sealed else profile
    questions = question_results(questionnaire, profile)
    return score_of(questionnaire, profile, questions, basis)._replace(sealed=sealed)


def score_of(
    questionnaire: Questionnaire,
    profile: Profile,
    questions: Mapping[str, QuestionResult],
    basis: Basis,
) -> Score:
    """What follows from where the questions stand.

    Args:
        questionnaire: the rules.
        profile: the answers, without sealed voices.
        questions: each question in scope.
        basis: the levels that gates, patterns and style conditions run on.
    """
    evaluation = Evaluation(questionnaire, profile, questions, basis)
    nodes = evaluation.nodes()
    quick = frozenset(questionnaire.question_ids(quick=True)) if profile.quick else None
    judged = [p for p in questionnaire.patterns if p.in_quick or not profile.quick]
    return Score(
        profile=profile,
        questionnaire=questionnaire,
        basis=basis,
        questions=questions,
        factors={key: nodes[key] for key in questionnaire.factors if key in nodes},
        tiers={key: node for key, node in nodes.items() if key not in questionnaire.factors},
        patterns=tuple(judge_pattern(pattern, evaluation.look, quick) for pattern in judged),
        style=tuple(style_result(axis, profile, evaluation.look) for axis in questionnaire.style),
        not_heard=not_heard(questionnaire, profile),
        inside_view=frozenset(
            key for key, node in questionnaire.factors.items() if inside_view(node, profile)
        ),
    )


def sealed_people(profile: Profile) -> int:
    """From how many people there are sealed voices; without a name each on a question is one."""
    sealed = {
        key: [voice.by for voice in answer.voices if voice.sealed]
        for key, answer in profile.answers.items()
    }
    named = {by for people in sealed.values() for by in people if by is not None}
    return len(named) + max((people.count(None) for people in sealed.values()), default=0)


def unsealed(profile: Profile) -> Profile:
    """The profile without the voices of a round that is still closed."""
    answers = {key: without_sealed(answer) for key, answer in profile.answers.items()}
    return profile._replace(answers=answers)


def question_results(
    questionnaire: Questionnaire, profile: Profile, among: frozenset[str] | None = None
) -> dict[str, QuestionResult]:
    """Each question in scope; one whose condition does not hold is not applicable.

    Args:
        questionnaire: the questions.
        profile: what was answered.
        among: the questions that are wanted, with those that their conditions look at; None
            means all.
    """
    results: dict[str, QuestionResult] = {}
    evaluation = Evaluation(questionnaire, profile, results, Basis.ANSWERED)
    for question_id in questionnaire.question_ids(profile.quick):
        if among is not None and question_id not in among:
            continue
        question = questionnaire.questions[question_id]
        if question.ask_if is not None and not judge(question.ask_if, evaluation.look):
            results[question_id] = QuestionResult(question_id, State.NOT_APPLICABLE)
        else:
            results[question_id] = question_result(questionnaire, question, profile)
    return results


def answered_of(result: Score) -> tuple[int, int]:
    """How many questions have a level, and how many apply: all that were asked, without *n/a*."""
    states = [standing.state for standing in result.questions.values()]
    return states.count(None), len(states) - states.count(State.NOT_APPLICABLE)


def unanswered(result: Score, part: str | None = None) -> tuple[str, ...]:
    """The applicable questions without a level, at or below a part or all; core ones first."""
    rules = result.questionnaire
    below = rules.questions.values() if part is None else rules.nodes[part].all_questions()
    open_ones = [
        question
        for question in below
        if question.id in result.questions
        and result.level(question.id) is None
        and result.questions[question.id].state is not State.NOT_APPLICABLE
    ]
    return tuple(q.id for q in sorted(open_ones, key=lambda question: not question.core))


def unbacked(result: Score) -> tuple[str, ...]:
    """The questions whose answered level is not carried by evidence or agreement."""
    return tuple(
        question
        for question, standing in result.questions.items()
        if standing.answered is not None
        and standing.backed is not None
        and standing.answered > standing.backed
    )
