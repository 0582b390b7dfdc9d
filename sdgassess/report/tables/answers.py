"""What was asked and answered: the questions, the answers, what backs them, what roles said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdgassess.document.passage import passage_line
from sdgassess.document.sheets import Row, Sheet, Value
from sdgassess.model.profile import Answer
from sdgassess.report.tables.rows import (
    WHOSE,
    Numbered,
    line,
    lines,
    listed,
    questionnaire_of,
    table,
)
from sdgassess.report.workbook.answers import target_of, voice_cells
from sdgassess.scoring.backing import QuestionResult
from sdgassess.scoring.disclosure import disclosure

_QUESTIONS = ("questionnaire", "question", "part", "core", "text")
_ANSWERS = (
    *WHOSE,
    *("question", "part", "state", "answered", "backed", "options", "target"),
    *("best_evidence", "evidence", "voices", "lowest", "highest", "spread", "disagreement"),
    *("unsure", "comment", "reason", "dissent", "who_knows"),
)
_EVIDENCE = (*WHOSE, "question", "kind", "title", "reference", "dated")
_ROLES = (*WHOSE, "question", "role", "level")


def answer_tables(profiles: Sequence[Numbered], language: str) -> tuple[Sheet, ...]:
    """The tables of questions, answers, evidence and roles.

    Args:
        profiles: the profiles with their numbers.
        language: the language of the questions' texts.
    """
    return (
        table("questions", _QUESTIONS, lambda: _questions(profiles, language)),
        table(
            "answers",
            _ANSWERS,
            lambda: (
                _answer(profile, result)
                for profile in profiles
                for result in profile.score.questions.values()
            ),
        ),
        table("evidence", _EVIDENCE, lambda: _evidence(profiles)),
        table("roles", _ROLES, lambda: _roles(profiles)),
    )


def _questions(profiles: Sequence[Numbered], language: str) -> Iterator[Row]:
    """Each question of each version that was asked by, once."""
    every = (profile.score.questionnaire for profile in profiles)
    for name, rules in {questionnaire_of(rules): rules for rules in every}.items():
        for question in rules.questions.values():
            part = rules.factor_of[question.id].id
            text = passage_line(question.text, language)
            yield name, question.id, part, question.core, text


def _answer(profile: Numbered, result: QuestionResult) -> Row:
    """One question of one profile; voices only as far as they may be shown."""
    score = profile.score
    answer = score.profile.answers.get(result.id) or Answer()
    agreed = answer.agreed
    reasons = (answer.reason, agreed.reason if agreed else None)
    return (
        *profile.whose,
        result.id,
        score.questionnaire.factor_of[result.id].id,
        result.state.value if result.state else None,
        result.answered,
        result.backed if score.questionnaire.backing is not None else None,
        listed(score.chosen(result.id)),
        target_of(score, result.id),
        result.evidence.value if result.evidence else None,
        len(answer.evidence),
        *voice_cells(score, answer, result),
        result.disagreement,
        answer.unsure,
        lines(answer.comment),
        lines("\n".join(reason for reason in reasons if reason)),
        lines(agreed.dissent if agreed else None),
        line(answer.who_knows),
    )


def _evidence(profiles: Sequence[Numbered]) -> Iterator[Row]:
    """Everything that backs an answer."""
    for profile in profiles:
        answers = profile.score.profile.answers
        for question in profile.score.questions:
            for proof in (answers.get(question) or Answer()).evidence:
                about: tuple[Value, ...] = (line(proof.title), line(proof.ref))
                dated = str(proof.date) if proof.date else None
                yield *profile.whose, question, proof.kind.value, *about, dated


def _roles(profiles: Sequence[Numbered]) -> Iterator[Row]:
    """What each role says to each question, where roles may be named."""
    for profile in profiles:
        for question, result in profile.score.questions.items():
            values = disclosure(profile.score.profile, result).values or {}
            for role, level in values.items():
                yield *profile.whose, question, role, level
