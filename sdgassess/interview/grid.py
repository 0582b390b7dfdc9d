"""How a question looks: where we are, its words, every anchor in full, what can be typed."""

from __future__ import annotations

from sdgassess.interview.overview import state_in_words
from sdgassess.interview.route import is_settled, place
from sdgassess.interview.screen import Kind, Screen
from sdgassess.interview.setting import Setting, marked
from sdgassess.interview.sitting import Sitting
from sdgassess.model.profile import Answer
from sdgassess.model.question import Option, Question
from sdgassess.text import number, one_line, visible

SPELLED_OUT = 3
"""On how many screens of a sitting the keys are explained; on a small terminal that takes room."""


def question_screen(sitting: Sitting, question: Question) -> Screen:
    """The screen of a question: header, words, all anchors, the answer there is, the keys."""
    setting = sitting.setting
    answer = sitting.assessed.answers.get(question.id)
    lines = (
        "",
        *_header(sitting, question),
        "",
        *setting.listed(question.id, setting.spoken(question.text)),
        "",
        *anchor_lines(setting, question),
        "",
        *_now(setting, answer),
        *setting.keys(_keys(sitting, question, answer)),
    )
    return Screen(lines, f"{question.id}: ", Kind.ANSWER)


def _header(sitting: Sitting, question: Question) -> tuple[str, ...]:
    """Where we are: counted over the questions that apply."""
    setting = sitting.setting
    where = place(setting.questionnaire, sitting.stops, question)
    progress = setting.words(
        "Question {number} of {of} · {part} {number_in_part} of {of_in_part}",
        number=where.number,
        of=where.of,
        part=where.part.id,
        number_in_part=where.number_in_part,
        of_in_part=where.of_in_part,
    )
    return (*setting.wrapped(progress), *setting.wrapped(setting.spoken(where.part.title)))


def anchor_lines(setting: Setting, question: Question) -> tuple[str, ...]:
    """Every anchor in full, each on lines of its own that begin with its value."""
    texts, language = setting.anchors(question.options)
    labels = [value_label(option) for option in question.options]
    column = max(map(len, labels))
    lines: list[str] = []
    if language != setting.language:
        note = setting.words("The answers are not translated yet.")
        lines.extend(setting.wrapped(marked(note, language, setting.language)))
    for label, text in zip(labels, texts, strict=True):
        lines.extend(setting.listed(label.rjust(column), visible(text).strip()))
    return tuple(lines)


def _now(setting: Setting, answer: Answer | None) -> tuple[str, ...]:
    """What stands there already, if anything does."""
    if answer is None:
        return ()
    words, lines = setting.words, []
    if answer.level is not None:
        lines.append(words("Answer now: {answer}", answer=number(answer.level, 9)))
    elif answer.state is not None:
        lines.append(words("Answer now: {answer}", answer=state_in_words(setting, answer.state)))
    if answer.voices:
        n = len(answer.voices)
        lines.append(words.plural("{n} voice is recorded.", "{n} voices are recorded.", n))
    if answer.comment:
        lines.append(words("Comment: {text}", text=visible(answer.comment).strip()))
    titles = [one_line(item.title or item.ref or item.kind.value) for item in answer.evidence]
    if titles:
        lines.append(words("Evidence: {titles}", titles="; ".join(titles)))
    return tuple(line for text in lines for line in setting.wrapped(text))


def _keys(sitting: Sitting, question: Question, answer: Answer | None) -> str:
    """What can be typed: in full on the first screens and when asked for, then the keys alone."""
    setting = sitting.setting
    if sitting.in_full or sitting.screens <= SPELLED_OUT:
        return allowed(setting, question, answer)
    return setting.words("{values} · u · - · s · c · e · b · ? all keys", values=span(question))


def allowed(setting: Setting, question: Question, answer: Answer | None) -> str:
    """What can be typed at a question, in one line."""
    words, values = setting.words, span(question)
    if is_settled(answer):
        return words(
            "{values} answer · u unknown · - not applicable · s later · c comment · e evidence · "
            "b back · Enter keeps the answer · ? all keys · q save and stop",
            values=values,
        )
    return words(
        "{values} answer · u unknown · - not applicable · s later · c comment · e evidence · "
        "b back · Enter skips for now · ? all keys · q save and stop",
        values=values,
    )


def span(question: Question) -> str:
    """The values that can be answered: `0–4`, or each of them where the scale has gaps."""
    values = [option.value for option in question.options]
    first, last = values[0], values[-1]
    if len(values) > 2 and values == [first + step for step in range(len(values))]:
        return f"{number(first, 9)}–{number(last, 9)}"
    return ", ".join(map(value_label, question.options))


def value_label(option: Option) -> str:
    """An option's value as it is shown and typed."""
    return number(option.value, 9)
