"""The sheet of answers: one row per question and profile."""

from __future__ import annotations

from collections.abc import Sequence

from sdgassess.document.passage import passage_line
from sdgassess.document.sheets import Column, Rows, Sheet, Value, distinct_columns
from sdgassess.language import Words
from sdgassess.model.profile import Answer
from sdgassess.model.questionnaire import Role
from sdgassess.phrases import labels
from sdgassess.phrases.anchors import standalone_text
from sdgassess.phrases.evidence import EVIDENCE, evidence_line
from sdgassess.phrases.levels import NO, STATES, YES
from sdgassess.report.workbook.columns import part_above, profile_cells, profile_columns
from sdgassess.scoring.backing import QuestionResult
from sdgassess.scoring.disclosure import disclosure
from sdgassess.scoring.score import Score
from sdgassess.text import one_line, visible


def answers_sheet(scores: Sequence[Score], words: Words) -> Sheet:
    """Every question in scope of every profile, with all that is known of it.

    Args:
        scores: one per profile.
        words: the fixed words.
    """
    roles = _shown_roles(scores)
    return Sheet(
        id="answers",
        name=words("Answers"),
        columns=distinct_columns((*_columns(words), *_role_columns(roles, words), *_last(words))),
        rows=Rows(
            lambda: (
                _row(score, result, roles, words)
                for score in scores
                for result in score.questions.values()
            )
        ),
        fixed=3,
    )


def _columns(words: Words) -> tuple[Column, ...]:
    """The columns before those of roles."""
    return (
        *profile_columns(words),
        Column(words(labels.ID), 9),
        Column(words(labels.BLOCK), 16),
        Column(words(labels.PART), 20),
        Column(words(labels.TEXT), 50),
        Column(words("Core question"), 15),
        Column(words(labels.ANSWERED_LEVEL), 12),
        Column(words(labels.INSTEAD_OF_A_LEVEL), 14),
        Column(words(labels.WHAT_THE_LEVEL_SAYS), 50),
        Column(words(labels.BACKED_LEVEL), 13),
        Column(words("Best evidence"), 18),
        Column(words("Pieces of evidence"), 15),
        Column(words(labels.EVIDENCE), 40),
        Column(words(labels.VOICES), 9),
        Column(words(labels.LOWEST_VOICE), 10),
        Column(words(labels.HIGHEST_VOICE), 10),
        Column(words(labels.STEPS_BETWEEN_ROLES), 10),
    )


def _last(words: Words) -> tuple[Column, ...]:
    """The columns behind those of roles."""
    return (
        Column(words(labels.TARGET), 8),
        Column(words(labels.COMMENT), 40),
        Column(words(labels.REASON), 30),
        Column(words("Seen differently"), 30),
        Column(words("Would know"), 18),
        Column(words("Unsure"), 9),
    )


def _row(
    score: Score, result: QuestionResult, roles: dict[str, Role], words: Words
) -> tuple[Value, ...]:
    """One question of one profile."""
    questionnaire, language = score.questionnaire, words.language
    question, factor = questionnaire.questions[result.id], questionnaire.factor_of[result.id]
    block = part_above(questionnaire, factor)
    answer = score.profile.answers.get(result.id) or Answer()
    options = question.standing_at(result.answered, answer.options)
    meanings = [passage_line(standalone_text(question, option), language) for option in options]
    return (
        *profile_cells(score.profile),
        result.id,
        passage_line(block.title, language) if block else None,
        passage_line(factor.title, language),
        passage_line(question.text, language),
        words(YES) if question.core else words(NO),
        result.answered,
        words(STATES[result.state]) if result.state is not None else None,
        "; ".join(meanings) or None,
        result.backed,
        words(EVIDENCE[result.evidence]) if result.evidence else None,
        len(answer.evidence),
        "\n".join(evidence_line(evidence, words) for evidence in answer.evidence) or None,
        *voice_cells(score, answer, result),
        *_by_role(score, result, roles),
        target_of(score, result.id),
        *_free_words(answer, words),
    )


def voice_cells(score: Score, answer: Answer, result: QuestionResult) -> tuple[Value, ...]:
    """How many voices, the lowest and highest, how far the roles are apart: nobody's name.

    Where the voices may not be shown, their number and ends are not either: they are all of one
    role.
    """
    shown = disclosure(score.profile, result)
    if answer.voices and not shown.voices:
        return None, None, None, None
    spread = result.spread if shown.tells_spread else None
    levels = [voice.level for voice in shown.voices if voice.level is not None]
    return len(shown.voices), min(levels, default=None), max(levels, default=None), spread


def _free_words(answer: Answer, words: Words) -> tuple[Value, ...]:
    """What was noted in words; lines are kept."""
    agreed = answer.agreed
    reasons = (answer.reason, agreed.reason if agreed else None)
    return (
        visible(answer.comment).strip() if answer.comment else None,
        "\n".join(visible(reason).strip() for reason in reasons if reason) or None,
        visible(agreed.dissent).strip() if agreed and agreed.dissent else None,
        one_line(answer.who_knows) if answer.who_knows else None,
        words(YES) if answer.unsure else None,
    )


def target_of(score: Score, question: str) -> Value:
    """The target that the room set."""
    return next((p.target for p in score.profile.priorities if p.question == question), None)


def _shown_roles(scores: Sequence[Score]) -> dict[str, Role]:
    """The roles that have a column: none unless some profile has consent (model.md: Consent)."""
    agreed = [score for score in scores if score.profile.consent is True]
    return {role.id: role for score in agreed for role in score.questionnaire.roles}


def _role_columns(roles: dict[str, Role], words: Words) -> list[Column]:
    """A column for each role."""
    names = (passage_line(role.title, words.language) for role in roles.values())
    return [Column(words("Voice: {role}", role=name), 16) for name in names]


def _by_role(score: Score, result: QuestionResult, roles: dict[str, Role]) -> list[Value]:
    """Each role's value; empty where it may not be named."""
    values = disclosure(score.profile, result).values or {}
    return [values.get(role) for role in roles]
