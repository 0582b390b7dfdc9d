"""What a form asks and nobody scores: the setting, before the part it belongs to, and the styles.

The setting stands before the part whose rules look at it; the styles come last, and none of them
is better than another (model.md: Style).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sdgassess.document.blocks import (
    Block,
    Cell,
    Choice,
    Choices,
    Heading,
    Paragraph,
    Table,
    Together,
)
from sdgassess.document.runs import Run, Runs, text_of
from sdgassess.language import N_
from sdgassess.model.profile import ContextAnswer, State, StyleAnswer
from sdgassess.model.unscored import (
    Axis,
    AxisItem,
    AxisKind,
    ContextKind,
    ContextQuestion,
)
from sdgassess.numbers import written_number
from sdgassess.phrases import labels
from sdgassess.phrases.levels import NO, NO_POSITION_YET, UNKNOWN, YES
from sdgassess.report.form.languages import Speech
from sdgassess.report.form.question import BOXES, NONE_OF_THESE, only_if
from sdgassess.scoring.style import NEITHER_YET

_BETWEEN_BOXES = "   "
_NO_BREAK = "\u00a0"
"""A space at which no line ends, so that a box stays with its words."""

_ROOM_FOR_A_NUMBER = "_______"


def setting_table(
    speech: Speech,
    questions: tuple[ContextQuestion, ...],
    answers: Mapping[str, ContextAnswer],
    conditional: Collection[str],
) -> Table:
    """The questions about the setting that come before a part.

    Args:
        speech: the languages.
        questions: at least one.
        answers: what a profile says already.
        conditional: those beside which it stands when they are asked, since nobody knows yet.
    """
    return Table(
        caption=speech.fixed(labels.NOT_SCORED),
        head=(speech.fixed(labels.QUESTION), speech.fixed(labels.ANSWER)),
        rows=tuple(
            (
                Cell(_setting_text(speech, question, question.id in conditional)),
                _setting_cell(speech, question, answers.get(question.id)),
            )
            for question in questions
        ),
        shares=(1, 1.2),
        dense=True,
    )


def _setting_text(speech: Speech, question: ContextQuestion, conditional: bool) -> Runs:
    """A question about the setting; when it is asked, and that several answers may be ticked."""
    text = speech.text(question.text)
    if question.kind is ContextKind.SEVERAL:
        text = (*text, Run(" "), *speech.fixed(N_("Tick all that fit.")))
    if conditional and question.ask_if is not None:
        text = (*text, Run(" · "), *only_if(speech, question))
    return text


def _setting_cell(speech: Speech, question: ContextQuestion, answer: ContextAnswer | None) -> Cell:
    """Where a question about the setting is answered."""
    unknown_box = _fixed_box(speech, UNKNOWN, answer is State.UNKNOWN)
    if question.kind is ContextKind.CHOICE:
        return Cell(_row_of((*_option_boxes(speech, question, (answer,)), unknown_box)))
    if question.kind is ContextKind.SEVERAL:
        chosen = answer if isinstance(answer, tuple) else ()
        none = _fixed_box(speech, NONE_OF_THESE, answer == ())
        return Cell(_row_of((*_option_boxes(speech, question, chosen), none, unknown_box)))
    if question.kind is ContextKind.YES_NO:
        yes_no = ((YES, answer is True), (NO, answer is False))
        return Cell(_row_of((*(_fixed_box(speech, *box) for box in yes_no), unknown_box)))
    written = answer is not None and not isinstance(answer, State)
    figure = Run(f"{answer}", strong=True) if written else Run(_ROOM_FOR_A_NUMBER)
    return Cell((figure, Run(_BETWEEN_BOXES), *unknown_box))


def _option_boxes(
    speech: Speech, question: ContextQuestion, chosen: tuple[object, ...]
) -> tuple[Runs, ...]:
    """A box for each option of a question about the setting."""
    return tuple(
        _box(
            (
                Run(f"{written_number(option.value, speech.words)}{_NO_BREAK}"),
                *speech.text(option.text),
            ),
            option.value in chosen,
        )
        for option in question.options
    )


def style_blocks(
    speech: Speech, axes: tuple[Axis, ...], answers: Mapping[str, StyleAnswer]
) -> tuple[Block, ...]:
    """The style axes under their head, each kept whole.

    Args:
        speech: the languages.
        axes: at least one.
        answers: what a profile says already.
    """
    note = speech.fixed(N_("None of these is better than another, and none is scored."))
    return (
        Heading(2, speech.fixed(N_("Ways of working"))),
        Paragraph(note),
        *(Together(_axis(speech, axis, answers.get(axis.id))) for axis in axes),
    )


def _axis(speech: Speech, axis: Axis, answer: StyleAnswer | None) -> tuple[Block, ...]:
    """One axis: its question, and what to tick."""
    text = speech.text(axis.text)
    head = (Heading(3, speech.text(axis.title)), Paragraph(text))
    if axis.kind is AxisKind.POLES:
        items = answer if isinstance(answer, Mapping) else {}
        return (*head, _poles(speech, axis, items))
    if axis.kind is AxisKind.SEVERAL:
        head = (head[0], Paragraph((*text, Run(" "), *speech.fixed(N_("Tick all that fit.")))))
    chosen = answer if isinstance(answer, tuple) else (answer,)
    options = [
        Choice(str(n), speech.text(option.title), option.id in chosen)
        for n, option in enumerate(axis.options, start=1)
    ]
    return (*head, Choices(text_of(text), tuple(options), axis.kind is AxisKind.SEVERAL))


def _poles(speech: Speech, axis: Axis, answers: Mapping[str, int | str]) -> Table:
    """The items between two poles, a box at each step."""
    steps = range(-axis.reach, axis.reach + 1)
    return Table(
        caption=speech.fixed(N_("One cross in each row; 0 is in between.")),
        head=(
            speech.fixed(labels.QUESTION),
            speech.fixed(N_("The one end")),
            *((Run(_signed(step)),) for step in steps),
            speech.fixed(N_("The other end")),
            speech.fixed(NO_POSITION_YET),
        ),
        rows=tuple(_item(speech, item, steps, answers.get(item.id)) for item in axis.items),
        shares=(3, 2.6, *(0.6 for _ in steps), 2.6, 1.2),
    )


def _item(
    speech: Speech, item: AxisItem, steps: range, answer: int | str | None
) -> tuple[Cell, ...]:
    """One item: its question, its poles, its boxes."""
    text = speech.text(item.text)
    if item.optional:
        text = (*text, Run(" "), *speech.fixed(N_("(optional)")))
    return (
        Cell(text),
        Cell(speech.text(item.low)),
        *(_tick(step == answer) for step in steps),
        Cell(speech.text(item.high)),
        _tick(answer == NEITHER_YET),
    )


def _tick(ticked: bool) -> Cell:
    """A cell with nothing but a box."""
    return Cell((Run(BOXES[ticked]),), numeric=True)


def _box(runs: Runs, ticked: bool) -> Runs:
    """A box with its words, which stand out where it is ticked."""
    return (Run(f"{BOXES[ticked]}{_NO_BREAK}"), *(run._replace(strong=ticked) for run in runs))


def _fixed_box(speech: Speech, message: str, ticked: bool) -> Runs:
    """A box with fixed words."""
    return _box(speech.fixed(message), ticked)


def _row_of(boxes: tuple[Runs, ...]) -> Runs:
    """Boxes in a line."""
    return tuple(
        run for n, box in enumerate(boxes) for run in ((Run(_BETWEEN_BOXES),) * bool(n)) + box
    )


def _signed(step: int) -> str:
    """A step with a true minus."""
    return str(step) if step >= 0 else f"−{-step}"
