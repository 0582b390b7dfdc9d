"""The agenda: what everybody gets, on one page, with the times counted from the beginning."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.document.blocks import (
    Beside,
    Block,
    Cell,
    Document,
    Heading,
    Table,
    WritingLines,
    bullets,
    heading,
    mark_cell,
    paragraph,
    table_head,
    words_cell,
)
from sdgassess.document.runs import plain_runs
from sdgassess.language import Words
from sdgassess.phrases.levels import assessed_name
from sdgassess.report.edition import Edition
from sdgassess.report.kit.course import ALONE, COURSE, DIFFERENTLY, Step, minutes_of
from sdgassess.report.kit.questions import most_asked, number_to_agree_on, number_within
from sdgassess.report.kit.sheet import sheet
from sdgassess.scoring.score import Score


def agenda(edition: Edition[Score], *, half_day: bool) -> Document:
    """What happens when, for everybody who comes.

    Args:
        edition: the assessment as it stands, and the language.
        half_day: whether it takes half a day, with a longer break; else two hours.
    """
    words, profile = edition.words, edition.subject.profile
    title = words("Agenda: how we govern our work")
    return sheet(profile, words, title, _blocks(edition, title, half_day=half_day))


def _blocks(edition: Edition[Score], title: str, *, half_day: bool) -> Iterator[Block]:
    """Where and when, the steps, and what to bring."""
    words, profile = edition.words, edition.subject.profile
    yield Heading(1, plain_runs(title))
    yield paragraph(f"{assessed_name(profile)} · {total_in_words(words, half_day=half_day)}")
    yield Beside(
        (WritingLines(words("Day and time"), 1),), (WritingLines(words("Place"), 1),), (1, 1)
    )
    yield _table(edition, half_day=half_day)
    yield heading(words("How we talk with each other"))
    yield bullets(
        (
            words("First alone, then together. Nobody is asked what they answered."),
            words("We speak of how the work is organised, not of each other."),
            words("To see it differently is no mistake, and not to know is an answer."),
        )
    )


def total_in_words(words: Words, *, half_day: bool) -> str:
    """How long it takes."""
    total = sum(minutes_of(step, half_day=half_day) for step in COURSE)
    hours, rest = divmod(total, 60)
    if not rest:
        return words.plural("{n} hour", "{n} hours", hours)
    return words("{hours} hours and {minutes} minutes", hours=hours, minutes=rest)


def clock(minutes: int) -> str:
    """A time from the beginning: `1:20`."""
    return f"{minutes // 60}:{minutes % 60:02}"


def _table(edition: Edition[Score], *, half_day: bool) -> Table:
    """A row for each step: from when, what, how long, and room for the time of day."""
    words = edition.words
    rows: list[tuple[Cell, ...]] = []
    begins = 0
    for step in COURSE:
        lasts = minutes_of(step, half_day=half_day)
        rows.append(
            (
                mark_cell(clock(begins)),
                Cell(room=1),
                words_cell(_what(edition, step, lasts)),
                mark_cell(str(lasts)),
            )
        )
        begins += lasts
    return Table(
        caption=plain_runs(words("Write the time of day beside the times from the start")),
        head=table_head(
            words("From the start"), words("Time of day"), words("What we do"), words("Minutes")
        ),
        rows=tuple(rows),
        shares=(1.3, 1.5, 6, 1),
        row_heads=False,
    )


def _what(edition: Edition[Score], step: Step, lasts: int) -> str:
    """What is done in a step, and on how many questions its time goes."""
    words, title = edition.words, edition.words(step.title)
    if step is ALONE and (most := most_asked(edition.subject)):
        singular, plural = "at most one question each", "at most {n} questions each"
        return f"{title}: {words.plural(singular, plural, most)}"
    if step is not DIFFERENTLY:
        return title
    room, count = number_within(lasts), number_to_agree_on(edition.subject)
    if count is None:
        return f"{title}: {words('time for {n} questions', n=room)}"
    if count <= room:
        return f"{title}: {words.plural('one to agree on', '{n} to agree on', count)}"
    return f"{title}: {words('{n} of {of} questions', n=room, of=count)}"
