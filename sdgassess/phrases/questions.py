"""One question's voices and backing in words, with respect for consent.

Without a yes to showing answers by role, voices are anonymous dots per level and no role is named
(domain model §3.5, consent). Participants are never named in any case: a file holds no names.
"""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.document.passage import passage_line
from sdgassess.language import N_, Words
from sdgassess.model.profile import Answer
from sdgassess.model.question import BackedBy
from sdgassess.phrases.evidence import EVIDENCE
from sdgassess.scoring.backing import QuestionResult
from sdgassess.scoring.score import Score
from sdgassess.text import number, one_line


def voices_words(score: Score, result: QuestionResult, words: Words) -> Iterator[str]:
    """What the voices were, how far apart they are, who agreed, who stands lower."""
    answer = score.profile.answers.get(result.id)
    if answer is None:
        return
    by_role = bool(score.profile.consent)
    if answer.voices and (result.spoken or not by_role):
        yield _by_role(score, result, words) if by_role else _dots(score, result.id, words)
    if result.disagreement and result.spread is not None:
        steps = number(result.spread)
        yield words("Roles are {steps} levels apart: talk about it first.", steps=steps)
    for role, named, unnamed in _standpoints(result):
        yield words(named, role=role_name(score, role, words)) if by_role else words(unnamed)
    if answer.agreed is not None:
        yield from _agreement(score, answer, words)


def _standpoints(result: QuestionResult) -> Iterator[tuple[str, str, str]]:
    """Roles that stand apart, each with its sentence with and without consent."""
    if result.capped_by:
        yield (
            result.capped_by,
            N_("{role}: has the last word here, and sets the value."),
            N_("One role has the last word here, and sets the value."),
        )
    if result.sees_lower:
        yield result.sees_lower, N_("{role}: sees it lower."), N_("One role sees it lower.")
    for role in result.unknown_roles:
        yield role, N_("{role}: does not know."), N_("One role that should know does not know.")


def backing_words(score: Score, result: QuestionResult, words: Words) -> str:
    """How far the answer is backed, and by what; empty where there is nothing to say."""
    rules = score.questionnaire.backing
    if rules is None or result.answered is None or result.backed is None:
        return ""
    answered, backed = number(result.answered), number(result.backed)
    question = score.questionnaire.questions[result.id]
    if result.answered <= rules.carries["none"] and not result.evidence:
        return words(
            "answered {answered}; up to {n} needs no backing",
            answered=answered,
            n=number(rules.carries["none"]),
        )
    by: list[str] = []
    if question.backed_by is not BackedBy.PERCEPTION:
        kind = words(EVIDENCE[result.evidence]) if result.evidence else words("no evidence")
        by.append(kind)
    if question.backed_by is not BackedBy.DOCUMENT:
        singular, plural = (
            "one source at this level or above",
            "{n} sources at this level or above",
        )
        by.append(words.plural(singular, plural, result.sources))
    return words(
        "answered {answered}, backed {backed} ({by})",
        answered=answered,
        backed=backed,
        by=", ".join(by),
    )


def role_name(score: Score, role: str, words: Words) -> str:
    """A role's name; its id where the questionnaire doesn't list it."""
    for listed in score.questionnaire.roles:
        if listed.id == role:
            return passage_line(listed.title, words.language)
    return one_line(role)


def _by_role(score: Score, result: QuestionResult, words: Words) -> str:
    """Each role's value."""
    values = result.spoken or {}
    listed = [f"{role_name(score, role, words)} {number(v)}" for role, v in values.items()]
    return words("Voices by role: {values}", values=", ".join(listed) or "–")


def _dots(score: Score, question_id: str, words: Words) -> str:
    """A dot for each voice at each level, without roles."""
    voices = score.profile.answers[question_id].voices
    counts = []
    for option in score.questionnaire.questions[question_id].options:
        n = sum(voice.level == option.value for voice in voices)
        counts.append(f"{number(option.value)}: {'•' * n or '–'}")
    unknown = sum(voice.level is None for voice in voices)
    if unknown:
        counts.append(f"?: {'•' * unknown}")
    return words("Voices: {dots}", dots="  ".join(counts))


def _agreement(score: Score, answer: Answer, words: Words) -> Iterator[str]:
    """Who agreed, why, and the dissent; roles only with consent."""
    agreed = answer.agreed
    assert agreed is not None, "only called where somebody agreed"
    if score.profile.consent:
        roles = ", ".join(role_name(score, role, words) for role in agreed.by)
        yield words("Agreed by {roles}.", roles=roles)
    else:
        yield words.plural("Agreed by one role.", "Agreed by {n} roles.", len(agreed.by))
    if agreed.reason:
        yield words("Reason: {text}", text=one_line(agreed.reason))
    if agreed.dissent:
        yield words("Dissent: {text}", text=one_line(agreed.dissent))
