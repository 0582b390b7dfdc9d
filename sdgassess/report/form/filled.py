"""What a profile already says, for a form that is filled: ticks, evidence, remarks, voices.

Answers by role in a small municipality point at people: without a yes to showing them, voices are
dots without roles, and nobody is listed (model.md: Consent).
"""

from __future__ import annotations

from typing import NamedTuple

from sdgassess.document.passage import own_passage
from sdgassess.document.runs import Run, Runs
from sdgassess.language import N_, Words
from sdgassess.model.condition import judge
from sdgassess.model.profile import (
    Answer,
    ContextAnswer,
    Profile,
    Scope,
    State,
)
from sdgassess.model.question import Level, Question
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.unscored import ContextQuestion
from sdgassess.phrases import labels
from sdgassess.phrases.evidence import evidence_runs
from sdgassess.phrases.questions import voices_words
from sdgassess.scoring.backing import QuestionResult, question_result
from sdgassess.scoring.evaluation import Basis, Evaluation
from sdgassess.scoring.score import Score, score


class Filled(NamedTuple):
    """What is written on the form of one question.

    Attributes:
        level: the level to tick, or None.
        state: the state to tick, or None.
        options: the ids of the answers to tick, where ids name answers.
        evidence: what backs the answer.
        remark: the reason, the comment, and who might know.
        voices: sentences about who said what, by role only with consent.
    """

    level: Level | None = None
    state: State | None = None
    options: tuple[str, ...] | None = None
    evidence: Runs = ()
    remark: Runs = ()
    voices: tuple[str, ...] = ()


EMPTY = Filled()
"""A question that nothing is written at."""


class Filling:
    """What a profile says, question by question."""

    def __init__(self, questionnaire: Questionnaire, profile: Profile, words: Words) -> None:
        """Score the profile as a whole, so that any question can be looked at.

        Args:
            questionnaire: the questionnaire that the profile answers.
            profile: the answers.
            words: the language of the document.
        """
        self.profile = profile._replace(scope=Scope.FULL)
        self._questionnaire = questionnaire
        self._words = words
        self._score: Score = score(questionnaire, self.profile)
        evaluation = Evaluation(questionnaire, self.profile, self._score.questions, Basis.ANSWERED)
        self._look = evaluation.look

    def asked(self, question: Question | ContextQuestion) -> bool:
        """Whether a question is asked: not where its condition is known to fail."""
        return question.ask_if is None or judge(question.ask_if, self._look) is not False

    def open_condition(self, question: Question | ContextQuestion) -> bool:
        """Whether a question has a condition that the profile does not settle yet."""
        return question.ask_if is not None and judge(question.ask_if, self._look) is None

    def at(self, question: Question) -> Filled:
        """What is written at a question."""
        answer = self.profile.answers.get(question.id)
        if answer is None:
            return EMPTY
        result = self._result(question)
        return Filled(
            level=result.answered,
            state=result.state,
            options=answer.options,
            evidence=self._evidence(answer),
            remark=self._remark(answer),
            voices=tuple(voices_words(self._score, result, self._words)),
        )

    def context(self, question: str) -> ContextAnswer | None:
        """The answer to a context question."""
        return self.profile.context.get(question)

    def own(self, text: str) -> Run:
        """Words of the profile, tagged where it is in another language than the document."""
        return own_passage(text, self.profile.language, self._words.language)

    def _result(self, question: Question) -> QuestionResult:
        """What the question stands at; also where a condition is still open."""
        return question_result(self._questionnaire, question, self.profile)

    def _evidence(self, answer: Answer) -> Runs:
        """Everything that backs an answer, one after the other."""
        language, words = self.profile.language, self._words
        lines = [evidence_runs(evidence, language, words) for evidence in answer.evidence]
        return tuple(run for n, line in enumerate(lines) for run in (*_gap(n), *line))

    def _remark(self, answer: Answer) -> Runs:
        """Reason, comment, doubt and who might know, as far as they are there."""
        words = self._words
        parts: list[Runs] = []
        for lead, text in (
            (N_("Does not apply, because: "), answer.reason),
            ("", answer.comment),
            (N_("Might know: "), answer.who_knows),
        ):
            if text:
                before = (Run(words(lead)),) if lead else ()
                parts.append((*before, self.own(text)))
        if answer.unsure:
            parts.append((Run(words(labels.MARKED_AS_UNSURE)),))
        return tuple(run for n, part in enumerate(parts) for run in (*_gap(n), *part))


def _gap(n: int) -> Runs:
    """What parts a passage from the one before it."""
    return (Run(" · "),) if n else ()
