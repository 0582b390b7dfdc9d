"""The table: the voices beside the anchors, how far they are apart, what they come to together.

Roles are shown only with consent (model.md: Consent), each by its letter with the letters said
below; without it every voice is a dot without a face. Where lines are read aloud, who stands where
is said in words, without the anchors, which were heard just before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from sdgassess.interview.state.setting import Setting
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.question import anchor_lines, frame_line, question_words
from sdgassess.interview.view.voices import (
    DOT,
    by_role,
    is_state,
    sealed_in_words,
    standing_where,
    who_stands,
)
from sdgassess.language import Words
from sdgassess.model.profile import Answer, State, Voice
from sdgassess.model.question import Option, Question
from sdgassess.numbers import written_number
from sdgassess.phrases.levels import NOT_APPLICABLE, UNKNOWN
from sdgassess.phrases.questions import VOICES_RANGE
from sdgassess.scoring.backing import QuestionResult, question_result, without_sealed
from sdgassess.scoring.disclosure import Disclosure, disclosure
from sdgassess.text import pad, width

_WIDEST = 9
"""So wide may marks that stand one by one be; what is wider is counted."""


def laid_out(sitting: Sitting, question: Question) -> tuple[str, ...]:
    """The question, its anchors with the voices beside them, and what follows from these."""
    setting, profile = sitting.setting, sitting.assessed
    answer = without_sealed(profile.answers.get(question.id) or Answer())
    sealed = sealed_in_words(setting, profile.answers.get(question.id))
    if not answer.voices:
        return ("", *setting.wrapped(sealed)) if sealed else ()
    result = _of_voices(sitting, question, answer)
    shown = disclosure(profile, result)
    if not shown.voices:
        # All of one role. The room that gave them sees them; it knows who it is.
        shown = Disclosure(unnamed=answer.voices)
    return (
        "",
        *_head(sitting, question),
        *_anchors(setting, question, shown),
        "",
        *_legend(setting, shown),
        *setting.wrapped(" ".join(_sentences(setting, result, shown, answer))),
        *(setting.wrapped(sealed) if sealed else ()),
    )


def _head(sitting: Sitting, question: Question) -> tuple[str, ...]:
    """The question; its id alone where lines are heard and its words were heard just before."""
    setting = sitting.setting
    if setting.aloud:
        voices = setting.wrapped(setting.words("Voices on {id}:", id=question.id))
        if not sitting.agenda:
            return voices
        anchors = anchor_lines(setting, question)
        return (*question_words(setting, question), "", *anchors, "", *voices)
    return (*question_words(setting, question), "", *frame_line(sitting, question))


def _of_voices(sitting: Sitting, question: Question, answer: Answer) -> QuestionResult:
    """What the voices alone come to, without what the room has recorded beside them."""
    alone = replace(answer, level=None, state=None, agreed=None)
    profile = sitting.assessed
    voiced = profile._replace(answers={**profile.answers, question.id: alone})
    return question_result(sitting.setting.questionnaire, question, voiced)


def _anchors(setting: Setting, question: Question, shown: Disclosure) -> tuple[str, ...]:
    """Every anchor with who stands at it, the empty ones too, so that distance is seen."""
    standing = [
        standing_where(shown, partial(_chose, option=option, question=question))
        for option in question.options
    ]
    unsettled = [
        (sign, words, at)
        for sign, words, state in (
            ("?", setting.words(UNKNOWN), State.UNKNOWN),
            ("-", setting.words(NOT_APPLICABLE), State.NOT_APPLICABLE),
        )
        if (at := standing_where(shown, partial(is_state, state=state))).voices
    ]
    column = max(len(question.label(option)) for option in question.options)
    if setting.aloud:
        return _in_words(setting, question, standing, unsettled, column)
    marks = [_marks(setting, at) for at in standing]
    others = [_marks(setting, at) for _, _, at in unsettled]
    room = max(map(width, (*marks, *others)))
    lines = [*anchor_lines(setting, question, [pad(mark, room) for mark in marks])]
    for (sign, words, _), mark in zip(unsettled, others, strict=True):
        lines.extend(setting.listed(f"{sign.rjust(column)}  {pad(mark, room)}", words))
    return tuple(lines)


def _in_words(
    setting: Setting,
    question: Question,
    standing: Sequence[Disclosure],
    unsettled: Sequence[tuple[str, str, Disclosure]],
    column: int,
) -> tuple[str, ...]:
    """The same to be heard: each level, and who stands there, without the anchors once more."""
    rows = [
        (question.label(option), who_stands(setting, at))
        for option, at in zip(question.options, standing, strict=True)
    ]
    rows += [(sign, f"{who_stands(setting, at)} ({words})") for sign, words, at in unsettled]
    return tuple(line for label, who in rows for line in setting.listed(label.rjust(column), who))


def _marks(setting: Setting, standing: Disclosure) -> str:
    """Who stands there: the letters of roles, then dots; many of them are counted."""
    letters = {role.id: role.letter for role in setting.questionnaire.roles}
    roles = Counter(voice.role for voice in standing.named)
    ordered = [role for role in letters if role in roles]
    ordered += [role for role in roles if role not in letters]
    marks = Counter({letters.get(role, role): roles[role] for role in ordered})
    if standing.unnamed:
        marks[DOT] = len(standing.unnamed)
    singly = " ".join(marks.elements()) or "·"
    if width(singly) <= _WIDEST:
        return singly
    return " ".join(f"{n} {mark}" if n > 1 else mark for mark, n in marks.items())


def _legend(setting: Setting, shown: Disclosure) -> tuple[str, ...]:
    """Which role each letter is, where letters stand beside the anchors."""
    present = {voice.role for voice in shown.named}
    roles = [role for role in setting.questionnaire.roles if role.id in present]
    if setting.aloud or not roles:
        return ()
    row = " · ".join(f"{role.letter} {setting.spoken(role.title)}" for role in roles)
    return setting.keys(row)


def _chose(voice: Voice, option: Option, question: Question) -> bool:
    """Whether a voice named an option, or stands at its level."""
    if question.by_id:
        return option.id in (voice.options or ())
    return voice.level == option.value


def _sentences(
    setting: Setting, result: QuestionResult, shown: Disclosure, answer: Answer
) -> Iterator[str]:
    """How far apart roles and voices stand, who has the last word, what follows, what is recorded.

    In one passage: a room decides below a question, its anchors and this, in 24 lines together.
    """
    words = setting.words
    yield from _distance(setting, result, shown)
    if result.disagreement and not answer.is_agreed:
        yield words("Talk about that before any level.")
    lower = result.capped_by or result.sees_lower
    if lower and shown.may_name(lower):
        title = by_role(setting, [lower])
        yield words("{role}: has the last word here and sees it lower.", role=title)
    # What was agreed stands for what voices come to, which would tell whose they are.
    if result.answered is not None and not answer.is_agreed:
        level = written_number(result.answered, words)
        yield words("Together the voices come to {level}.", level=level)
    if answer.level is not None:
        level = written_number(answer.level, words, 9)
        yield words("The room recorded {level}.", level=level)


def rule_of_voices(words: Words, question: Question) -> Iterator[str]:
    """By which rule voices come to a level: the same whoever stands where, so it tells none."""
    yield words("The middle counts, in each role and then among the roles; of two the lower.")
    if question.last_word is not None:
        yield words("The role with the last word can lower it.")


def _distance(setting: Setting, result: QuestionResult, shown: Disclosure) -> Iterator[str]:
    """How far the roles are apart, from where to where the voices go."""
    words, ends = setting.words, result.voice_range
    spread = result.spread if shown.tells_spread else None
    if ends is None or not ends.steps:
        return
    if spread == 0:
        yield words("The roles come to the same level.")
    elif spread == 1:
        yield words("The roles stand {n} step apart.", n=written_number(spread, words))
    elif spread is not None:
        yield words("The roles stand {n} steps apart.", n=written_number(spread, words))
    low, high = (written_number(end, words) for end in ends)
    yield words(VOICES_RANGE, low=low, high=high)
