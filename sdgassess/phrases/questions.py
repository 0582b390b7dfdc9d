"""One question's voices and backing in words, with respect for consent.

What may be shown of voices is decided in one place, `scoring/disclosure.py`. Participants are
never named in any case: a file holds no names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from sdgassess.document.passage import passage_line
from sdgassess.language import N_, Words
from sdgassess.model.profile import Agreement, Count, State, Voice
from sdgassess.model.question import BackedBy, Level
from sdgassess.numbers import between, written_level, written_number
from sdgassess.phrases import labels
from sdgassess.phrases.evidence import EVIDENCE
from sdgassess.phrases.levels import MARKS
from sdgassess.scoring.backing import QuestionResult
from sdgassess.scoring.disclosure import Disclosure, disclosure, sources_to_tell
from sdgassess.scoring.score import Score, answered_of
from sdgassess.text import one_line, own_lines

VOICES_RANGE = N_("Voices go from {low} to {high}.")


def answered_words(score: Score, words: Words) -> Iterator[str]:
    """How many of the questions that apply have a level, and how many do not apply."""
    answered, applying = answered_of(score)
    yield words("{known} of {all} questions answered", known=answered, all=applying)
    if inapplicable := len(score.questions) - applying:
        yield words.plural("one does not apply", "{n} do not apply", inapplicable)


def count_words(count: Count, words: Words) -> str:
    """Of how many, as counted beside a level: 4 of 6 administrations; no level counts it."""
    return words("Counted: {n} of {of}", n=count.n, of=count.of)


def voices_words(score: Score, result: QuestionResult, words: Words) -> Iterator[str]:
    """What the voices were, how far apart they are, who agreed, who stands lower."""
    answer = score.profile.answers.get(result.id)
    if answer is None:
        return
    shown = disclosure(score.profile, result)
    if shown.values:
        yield _by_role(score, shown.values, words)
    if shown.unnamed:
        yield _dots(score, result.id, shown.unnamed, words)
    if sentence := _distance(result, shown, words):
        yield sentence
    for role, sentence in _standpoints(result):
        if shown.may_name(role):
            yield words(sentence, role=role_name(score, role, words))
    if answer.agreed is not None:
        yield from _agreement(score, answer.agreed, shown, words)


def _distance(result: QuestionResult, shown: Disclosure, words: Words) -> str:
    """How far roles and voices are apart; nothing where the values that are shown say it all.

    The range of the voices is told only where they are shown.
    """
    ends, spread = result.voice_range, result.spread if shown.tells_spread else None
    if ends is None or not shown.voices:
        return (
            words("The voices are far apart: talk about it first.") if result.disagreement else ""
        )
    low, high = (written_number(end, words) for end in ends)
    if result.disagreement and spread == 0:
        return words(
            "Roles come to the same level, voices go from {low} to {high}: talk about it first.",
            low=low,
            high=high,
        )
    if result.disagreement and spread is not None:
        return words(
            "Roles are {steps} apart, voices go from {low} to {high}: talk about it first.",
            steps=written_number(spread, words),
            low=low,
            high=high,
        )
    if result.disagreement:
        return words("Voices go from {low} to {high}: talk about it first.", low=low, high=high)
    if shown.values and ends.steps > (spread or 0):
        return words(VOICES_RANGE, low=low, high=high)
    return ""


def distance_words(score: Score, question: str, words: Words) -> str:
    """In brackets how far apart a question is seen, roles and voices; the voices only if shown."""
    result = score.questions[question]
    shown = disclosure(score.profile, result)
    ends, spread = result.voice_range, result.spread if shown.tells_spread else None
    if ends is None or not shown.voices:
        return words("(voices far apart)")
    steps = written_number(ends.steps, words)
    if spread is None:
        return words("(voices {steps} apart)", steps=steps)
    roles = written_number(spread, words)
    if spread == ends.steps:
        return words("(roles {steps} apart)", steps=roles)
    return words("(roles {roles}, voices {steps} apart)", roles=roles, steps=steps)


def voices_between(score: Score, question: str, words: Words) -> str:
    """From the lowest to the highest level that was said; empty where voices are not shown."""
    shown = disclosure(score.profile, score.questions[question])
    levels = [v.level for v in (*shown.named, *shown.unnamed) if v.level is not None]
    if not levels:
        return ""
    low, high = (written_number(end(levels), words) for end in (min, max))
    return low if low == high else between(low, high, words)


def _standpoints(result: QuestionResult) -> Iterator[tuple[str, str]]:
    """Roles that stand apart, each with its sentence; not said at all where it may not be named.

    "One role sees it lower" would name it: which role has the last word is public.
    """
    if result.capped_by:
        yield result.capped_by, N_("{role}: has the last word here, and sets the value.")
    if result.sees_lower:
        yield result.sees_lower, N_("{role}: sees it lower.")
    for role in result.unknown_roles:
        yield role, N_("{role}: does not know.")


def backing_words(score: Score, result: QuestionResult, words: Words) -> str:
    """How far the answer is backed, and by what; empty where there is nothing to say."""
    rules = score.questionnaire.backing
    if rules is None or result.answered is None or result.backed is None:
        return ""
    answered, backed = written_number(result.answered, words), written_number(result.backed, words)
    question = score.questionnaire.questions[result.id]
    if result.answered <= rules.carries["none"] and not result.evidence:
        return words(
            "answered {answered}; up to {n} needs no backing",
            answered=answered,
            n=written_number(rules.carries["none"], words),
        )
    by: list[str] = []
    if question.backed_by is not BackedBy.PERCEPTION:
        kind = words(EVIDENCE[result.evidence]) if result.evidence else words("no evidence")
        by.append(kind)
    sources = sources_to_tell(score.profile, result)
    if question.backed_by is not BackedBy.DOCUMENT and sources is not None:
        singular, plural = (
            "one source at this level or above",
            "{n} sources at this level or above",
        )
        by.append(words.plural(singular, plural, sources))
    if not by:
        return answered_and_backed(result, words)
    return words(
        "answered {answered}, backed {backed} ({by})",
        answered=answered,
        backed=backed,
        by=", ".join(by),
    )


def answered_and_backed(result: QuestionResult, words: Words) -> str:
    """The level that was answered beside the one that is backed."""
    return words(
        "answered {answered}, backed {backed}",
        answered=written_level(result.answered, words),
        backed=written_level(result.backed, words),
    )


def role_name(score: Score, role: str, words: Words) -> str:
    """A role's name; its id where the questionnaire doesn't list it."""
    for listed in score.questionnaire.roles:
        if listed.id == role:
            return passage_line(listed.title, words.language)
    return one_line(role)


def _by_role(score: Score, values: Mapping[str, Level], words: Words) -> str:
    """Each role's value, in the questionnaire's order."""
    order = {role.id: place for place, role in enumerate(score.questionnaire.roles)}
    roles = sorted(values, key=lambda role: order.get(role, len(order)))
    listed = (
        f"{role_name(score, role, words)} {written_number(values[role], words)}" for role in roles
    )
    return words("Voices by role: {values}", values=", ".join(listed))


def _dots(score: Score, question_id: str, voices: Sequence[Voice], words: Words) -> str:
    """A dot for each voice at each level, without roles."""
    counts = []
    for option in score.questionnaire.questions[question_id].options:
        n = sum(voice.level == option.value for voice in voices)
        counts.append(f"{written_number(option.value, words)}: {'•' * n or '–'}")
    stated = Counter(voice.state for voice in voices)
    counts += [
        f"{MARKS[state]}: {'•' * stated[state]}"
        for state in (State.UNKNOWN, State.NOT_APPLICABLE)
        if stated[state]
    ]
    return words("Voices: {dots}", dots="  ".join(counts))


def _agreement(score: Score, agreed: Agreement, shown: Disclosure, words: Words) -> Iterator[str]:
    """Who agreed, why, and the dissent; roles only where all of them may be named."""
    if shown.may_name_all(agreed):
        roles = ", ".join(role_name(score, role, words) for role in agreed.by)
        yield words("Agreed by {roles}.", roles=roles)
    else:
        yield agreed_by(len(agreed.by), words)
    if agreed.reason:
        yield words(labels.REASON_LINE, text=own_lines(agreed.reason))
    if agreed.dissent:
        yield words(labels.DISSENT_LINE, text=own_lines(agreed.dissent))


def agreed_by(roles: int, words: Words) -> str:
    """How many roles agreed, where they may not be named."""
    return words.plural("Agreed by one role.", "Agreed by {n} roles.", roles)
