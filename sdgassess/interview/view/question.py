"""How a question looks: where we are, its words, every anchor in full, what can be typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdgassess.analysis.agenda import Why
from sdgassess.interview.state.route import is_settled, position
from sdgassess.interview.state.screen import PromptKind, Screen, Strong
from sdgassess.interview.state.setting import Setting
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.last_year import earlier, in_words, titles_in_words
from sdgassess.interview.view.unscored import context_in_words
from sdgassess.interview.view.voices import in_a_line, sealed_in_words
from sdgassess.language import N_
from sdgassess.model.profile import Answer, State, Voice
from sdgassess.model.question import Option, Question
from sdgassess.model.unscored import ContextQuestion
from sdgassess.phrases import labels
from sdgassess.phrases.levels import NONE_OF_THEM, STATES_IN_A_SITTING
from sdgassess.phrases.questions import count_words
from sdgassess.text import exact, number, one_line, pad, visible, width

SPELLED_OUT = 3
"""On how many screens of a sitting the keys are explained; on a small terminal that takes room."""


def question_screen(sitting: Sitting, question: Question) -> Screen:
    """The screen of a question: header, words, all anchors, the answer there is, the keys.

    In a workshop what was shown alone already is not said again, and every anchor stands apart.
    """
    setting = sitting.setting
    answer = sitting.assessed.answers.get(question.id)
    alone = () if sitting.read_alone else question_alone(sitting, question)
    lines = (
        *alone,
        "",
        *frame_line(sitting, question),
        *anchor_lines(setting, question),
        "",
        *_previous(sitting, question),
        *_now(sitting, question, answer),
        *setting.key_line(_keys(sitting, question, answer)),
    )
    return Screen(lines, f"{_label(sitting, question)}: ", PromptKind.ANSWER)


def question_alone(sitting: Sitting, question: Question) -> tuple[str, ...]:
    """Where we are, and the question's words without its anchors."""
    gap = ("",) if sitting.setting.workshop else ()
    return (
        "",
        *question_header(sitting, question),
        "",
        *gap,
        *question_words(sitting.setting, question),
    )


def question_words(setting: Setting, question: Question) -> tuple[str, ...]:
    """The question's id and words, strong in a workshop."""
    asks = setting.listed(question.id, setting.spoken(question.text))
    return tuple(Strong(line) for line in asks) if setting.workshop else asks


def question_without_keys(sitting: Sitting, question: Question) -> tuple[str, ...]:
    """The question and all its anchors, to be looked at while others type."""
    setting = sitting.setting
    return (
        *question_alone(sitting, question),
        "",
        *frame_line(sitting, question),
        *anchor_lines(setting, question),
        "",
    )


def _label(sitting: Sitting, question: Question) -> str:
    """The question's id, with who answers where that is one person."""
    if len(sitting.answering) == 1:
        return f"{question.id} {sitting.answering[0]}"
    return question.id


def question_header(sitting: Sitting, question: Question) -> tuple[str, ...]:
    """Where we are: counted over the questions that apply."""
    setting = sitting.setting
    if question.id in sitting.agenda:
        return _agenda_header(sitting, question)
    where = position(setting.questionnaire, sitting.stops, question)
    progress = setting.words(
        "Question {number} of {of} · {part} {number_in_part} of {of_in_part}",
        number=where.number,
        of=where.of,
        part=where.part.id,
        number_in_part=where.number_in_part,
        of_in_part=where.of_in_part,
    )
    return (
        *setting.wrapped(setting.spaced(progress)),
        *setting.wrapped(setting.spoken(where.part.title)),
    )


_WHY = {
    Why.DISPUTED: N_("seen differently"),
    Why.UNKNOWN: N_("nobody knew"),
    Why.TOO_FEW: N_("answered by too few"),
}


def _agenda_header(sitting: Sitting, question: Question) -> tuple[str, ...]:
    """Where we are on the agenda, and why the question is on it."""
    setting = sitting.setting
    progress = setting.words(
        "To agree on, {number} of {of} · {why}",
        number=list(sitting.agenda).index(question.id) + 1,
        of=len(sitting.agenda),
        why=setting.words(_WHY[sitting.agenda[question.id]]),
    )
    title = setting.questionnaire.factor_of[question.id].title
    return (
        *setting.wrapped(setting.spoken(title)),
        *setting.wrapped(setting.spaced(progress)),
    )


def frame_line(sitting: Sitting, question: Question) -> tuple[str, ...]:
    """What the frame says of how many, where the question is counted of it and it is known."""
    setting, answers = sitting.setting, sitting.assessed.context
    asked = next((c for c in setting.questionnaire.context if c.id == question.of), None)
    if asked is None or asked.id not in answers or answers[asked.id] is State.UNKNOWN:
        return ()
    answer = context_in_words(setting, asked, answers[asked.id])
    return (*setting.wrapped(f"{one_line(setting.spoken(asked.text))} {answer}"), "")


def anchor_lines(
    setting: Setting, question: Question, beside: Sequence[str] = ()
) -> tuple[str, ...]:
    """Every anchor in full, each on lines of its own that begin with its value.

    Args:
        setting: the language and the width; in a workshop every anchor stands apart.
        question: whose anchors.
        beside: what stands between each value and its text, closer together then.
    """
    texts, language = setting.anchors(question.options)
    labels = labels_with(question, beside)
    lines: list[str] = []
    if language != setting.language:
        note = setting.words("The answers are not translated yet.")
        lines.extend(setting.wrapped(setting.marked(note, language)))
    for label, text in zip(labels, texts, strict=True):
        if setting.workshop and lines and not (beside or setting.close):
            lines.append("")
        lines.extend(setting.listed(label, visible(text).strip()))
    return tuple(lines)


def labels_with(question: Question, beside: Sequence[str] = ()) -> list[str]:
    """The values of a question's anchors, as wide as the widest, and what stands beside each."""
    labels = [question.label(option) for option in question.options]
    column = max(map(len, labels))
    if not beside:
        return [label.rjust(column) for label in labels]
    room = max(map(width, beside))
    return [
        f"{label.rjust(column)}  {pad(mark, room)}"
        for label, mark in zip(labels, beside, strict=True)
    ]


def _previous(sitting: Sitting, question: Question) -> tuple[str, ...]:
    """Last year's answer, where it was asked to be shown before this year's."""
    last_year = earlier(sitting, question) if sitting.setting.show_previous else None
    return () if last_year is None else sitting.setting.wrapped(in_words(sitting, last_year))


def _now(sitting: Sitting, question: Question, answer: Answer | None) -> tuple[str, ...]:
    """What stands there already, if anything does."""
    if answer is None:
        return ()
    setting = sitting.setting
    words, lines = setting.words, [*_level_now(sitting, question, answer)]
    if answer.count is not None:
        lines.append(count_words(answer.count, words))
    if answer.unsure:
        lines.append(words(labels.MARKED_AS_UNSURE))
    if answer.comment:
        lines.append(words(labels.COMMENT_LINE, text=visible(answer.comment).strip()))
    if titles := titles_in_words(answer):
        lines.append(words(labels.EVIDENCE_LINE, titles=titles))
    return tuple(line for text in lines for line in setting.wrapped(text))


def _level_now(sitting: Sitting, question: Question, answer: Answer) -> Iterator[str]:
    """The answer as it stands; while one person answers only that person's own voice."""
    setting, words = sitting.setting, sitting.setting.words
    if len(sitting.answering) == 1:
        own = next((v for v in answer.open_voices if v.by == sitting.answering[0]), None)
        if own is not None:
            yield words(labels.ANSWER_LINE, answer=_said(setting, own))
        return
    if answer.level is not None or answer.state is not None:
        yield words(labels.ANSWER_LINE, answer=_said(setting, answer))
    if voices := in_a_line(sitting, question):
        yield words(labels.VOICES_LINE, voices=voices)
    if sealed := sealed_in_words(setting, answer):
        key = ":a" if question.by_id else "a"
        yield f"{sealed} {words('{a} goes on with the round.', a=key)}"


def _said(setting: Setting, answer: Answer | Voice) -> str:
    """A level, or a state in words."""
    if answer.options is not None:
        return " ".join(answer.options) or setting.words(NONE_OF_THEM)
    if answer.level is not None:
        return exact(answer.level)
    return setting.words(STATES_IN_A_SITTING[answer.state]) if answer.state else ""


def _keys(sitting: Sitting, question: Question, answer: Answer | None) -> str:
    """What can be typed: in full on the first screens and when asked for, then the keys alone."""
    setting = sitting.setting
    if sitting.in_full or sitting.screens <= SPELLED_OUT or question.by_id:
        return allowed(sitting, question, answer)
    if len(sitting.assessed.participants) > 1:
        return setting.words(
            "{values} · u · - · s · {example} · a · c · e · b · ? help",
            values=span(question),
            example=voices_example(sitting, question),
        )
    return setting.words("{values} · u · - · s · c · e · b · ? help", values=span(question))


def allowed(
    sitting: Sitting, question: Question, answer: Answer | None, *, helped: bool = False
) -> str:
    """What can be typed at a question, in one line; voices where there are several people.

    Args:
        sitting: where it is typed.
        question: the question.
        answer: what stands there already.
        helped: whether help was just asked for; then it names the list of all keys.
    """
    words, values = sitting.setting.words, span(question)
    enter = words("Enter keeps the answer") if is_settled(answer) else words("Enter skips for now")
    first = words("{values} answer · u unknown · - not applicable · s later", values=values)
    if question.by_id:
        return _allowed_by_id(sitting, question, values, enter)
    room = (_voices_allowed(sitting, question),) if len(sitting.assessed.participants) > 1 else ()
    if question.of is not None:
        first += " · " + _counting(sitting, question)
    last = words("c comment · e evidence · b back")
    ends = words("? help · q save and stop")
    if helped:
        ends = words("?? all keys · q save and stop")
    return " · ".join((first, *room, last, enter, ends))


def _counting(sitting: Sitting, question: Question) -> str:
    """How an answer is counted of the frame, with the room's own number where it is known."""
    frame = sitting.assessed.context.get(question.of or "")
    n, of = (max(frame - 1, 1), frame) if isinstance(frame, int) and frame else (4, 6)
    answer = value_label(question.options[len(question.options) // 2])
    return sitting.setting.words(
        "{answer} {n}/{of} counts {n} of {of} beside it", answer=answer, n=n, of=of
    )


def _allowed_by_id(sitting: Sitting, question: Question, values: str, enter: str) -> str:
    """What can be typed where letters are answers: keys then have a colon before them."""
    words = sitting.setting.words
    first = words("{values} answer", values=values)
    if question.several:
        first = words("{values} answer, one or several · 0 none of them", values=values)
    room = (_voices_allowed(sitting, question),) if len(sitting.assessed.participants) > 1 else ()
    keys = words(":u unknown · :- not applicable · :s later · :c comment · :e evidence · :b back")
    return " · ".join((first, *room, keys, enter, words(":? help · :q save and stop")))


def _voices_allowed(sitting: Sitting, question: Question) -> str:
    """How voices are typed, shown with the letters of those who are here."""
    example = voices_example(sitting, question)
    if question.by_id:
        return sitting.setting.words("{example} voices · :a each in turn, unseen", example=example)
    return sitting.setting.words("{example} voices · a each in turn, unseen", example=example)


def voices_example(sitting: Sitting, question: Question) -> str:
    """Voices as they are typed, with the letters of two roles that are here: `p2 l2`.

    Where answers have ids and may be several: `p:a+c l:a`.
    """
    present = {person.role for person in sitting.assessed.participants}
    roles = {role for role in present if role in question.roles} or present
    letters = [role.letter for role in sitting.setting.questionnaire.roles if role.id in roles]
    middle = question.options[len(question.options) // 2 :]
    levels = [f":{option.id}" if question.by_id else exact(option.value) for option in middle]
    together = f"{levels[0]}+{middle[1].id}" if question.several and len(middle) > 1 else levels[0]
    return " ".join(
        f"{letter}{together if n == 0 else levels[0]}" for n, letter in enumerate(letters[:2])
    )


def here(sitting: Sitting) -> list[str]:
    """The letters of the roles that are here, in their order."""
    present = {person.role for person in sitting.assessed.participants}
    return [role.letter for role in sitting.setting.questionnaire.roles if role.id in present]


def span(question: Question | ContextQuestion) -> str:
    """The values that can be answered: `0–4`, or each of them where the scale has gaps."""
    if isinstance(question, Question) and question.by_id:
        between = " " if question.several else ", "
        return between.join(option.id or "" for option in question.options)
    values = [option.value for option in question.options]
    first, last = values[0], values[-1]
    if len(values) > 2 and values == [first + step for step in range(len(values))]:
        dash = " … " if first < 0 else "–"  # a dash before a minus is read as one sign
        return f"{number(first, 9)}{dash}{number(last, 9)}"
    return ", ".join(map(value_label, question.options))


def value_label(option: Option) -> str:
    """An option's value as it is shown and typed."""
    return exact(option.value)
