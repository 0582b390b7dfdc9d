"""The facilitator's sheet: what to bring, what to do and say at each step, and what goes wrong."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.analysis.agenda import Why
from sdgassess.analysis.agenda import agenda as to_agree_on
from sdgassess.document.blocks import (
    Block,
    Bullets,
    Document,
    Heading,
    NewPage,
    Table,
    Together,
    bullets,
    heading,
    labelled,
    paragraph,
    table_head,
    words_cell,
)
from sdgassess.document.runs import Run, plain_runs
from sdgassess.phrases.hearing import missing_roles
from sdgassess.phrases.levels import assessed_name
from sdgassess.report.edition import Edition
from sdgassess.report.kit.agenda import clock, total_in_words
from sdgassess.report.kit.course import (
    ALONE,
    COURSE,
    DIFFERENTLY,
    PITFALLS,
    TIE,
    TOO_HASTY,
    Step,
    minutes_of,
)
from sdgassess.report.kit.questions import most_asked, number_to_agree_on, number_within
from sdgassess.report.kit.sheet import sheet
from sdgassess.scoring.score import Score

_DISPUTED = 8
"""So many questions that are seen differently are named; there is time for no more."""


def facilitator_sheet(edition: Edition[Score], *, half_day: bool) -> Document:
    """What somebody needs who leads the workshop for the first time.

    Args:
        edition: the assessment as it stands, and the language.
        half_day: whether it takes half a day; else two hours.
    """
    words, profile = edition.words, edition.subject.profile
    title = words("For you who lead the workshop")
    return sheet(profile, words, title, _blocks(edition, title, half_day=half_day))


def _blocks(edition: Edition[Score], title: str, *, half_day: bool) -> Iterator[Block]:
    """Before, step by step, ties, and what goes wrong."""
    words, profile = edition.words, edition.subject.profile
    yield Heading(1, plain_runs(title))
    yield paragraph(f"{assessed_name(profile)} · {total_in_words(words, half_day=half_day)}")
    yield heading(words("Beforehand"))
    yield Bullets(tuple(plain_runs(line) for line in _beforehand(edition)))
    begins = 0
    yield heading(words("Step by step"))
    for step in COURSE:
        lasts = minutes_of(step, half_day=half_day)
        yield Together(tuple(_step(edition, step, begins, lasts)))
        begins += lasts
    yield NewPage()
    yield from _disputed(edition)
    yield heading(words("Where two stand alike"))
    yield bullets(words(line) for line in TIE)
    yield heading(words("What tends to happen, and what helps"))
    yield _pitfalls(edition)


def _beforehand(edition: Edition[Score]) -> Iterator[str]:
    """What has to be there before anybody comes."""
    words, score = edition.words, edition.subject
    missing = missing_roles(score, words)
    if missing:
        yield words(
            "Must be heard, for the assessment to hold: {roles}. Ask them in person.",
            roles="; ".join(missing),
        )
    yield words("Two weeks before: send the invitation. One week before: remind those missing.")
    yield words(
        "Print: an anchor sheet of each {one_part} for every table (A3), a set of cards for "
        "everybody (one file makes two sets), the poster (A1 or larger for a wall), one agenda "
        "each, one action sheet."
    )
    yield words(
        "Bring: dots, thick pens, a clock that all can see, somebody who writes at the computer. "
        "You lead; you do not answer and you do not write."
    )
    yield words("Put the tables so that nobody sits beside their own manager.")


def _step(edition: Edition[Score], step: Step, begins: int, lasts: int) -> Iterator[Block]:
    """One step: its time, what is needed, what to do, what to say."""
    words = edition.words
    time = words("{time} · {n} min · {what}", time=clock(begins), n=lasts, what=words(step.title))
    yield heading(time, 3)
    yield labelled(words("On the table"), Run(words(step.needs)))
    yield bullets((*_for_each(edition, step, lasts), *map(words, step.does)))
    for line in step.says:
        yield labelled(words("Say"), Run(words.quoted(words(line))))


def _for_each(edition: Edition[Score], step: Step, lasts: int) -> Iterator[str]:
    """How many questions share the time of a step, and how much each of them has."""
    if step is ALONE:
        yield from _alone(edition, lasts)
    elif step is DIFFERENTLY:
        yield _differently(edition, lasts)


def _alone(edition: Edition[Score], lasts: int) -> Iterator[str]:
    """How long somebody has for each question that is put to them, and whether that is enough.

    Nothing where nobody is asked anything.
    """
    words, most = edition.words, most_asked(edition.subject)
    if not most:  # a quick scan without core questions, or nobody's role is asked anything
        return
    seconds = lasts * 60 // most
    yield words.plural(
        "At most one question for each: {seconds} seconds.",
        "At most {n} questions for each: about {seconds} seconds a question.",
        most,
        seconds=seconds,
    )
    if seconds < TOO_HASTY:
        yield words("That is too little: let everybody answer before they come.")


def _differently(edition: Edition[Score], lasts: int) -> str:
    """For how many questions there is time, and how many are to be agreed on, once it is known."""
    words, room, count = edition.words, number_within(lasts), number_to_agree_on(edition.subject)
    if count is None:
        return words("There is time for {n} questions.", n=room)
    if count <= room:
        return words.plural(
            "One question is to be agreed on: there is time for it.",
            "{n} questions are to be agreed on: there is time for all of them.",
            count,
        )
    return words(
        "{of} questions are to be agreed on, and there is time for {n}: take these, and the "
        "others another day.",
        of=count,
        n=room,
    )


def _disputed(edition: Edition[Score]) -> Iterator[Block]:
    """What is known to be seen differently today: the widest first."""
    words, score = edition.words, edition.subject
    rules, profile = score.questionnaire, score.profile
    asked = rules.question_ids(profile.quick)
    items = [key for key, why in to_agree_on(rules, profile, asked) if why is Why.DISPUTED]
    if items:
        yield heading(words("Seen differently, the widest first"))
        yield Bullets(
            tuple(
                (Run(f"{key}  ", strong=True), edition.say(rules.questions[key].text))
                for key in items[:_DISPUTED]
            )
        )


def _pitfalls(edition: Edition[Score]) -> Table:
    """What goes wrong in rooms, beside what helps."""
    words = edition.words
    return Table(
        caption=plain_runs(words("When this happens, this helps")),
        head=table_head(words("It happens"), words("What helps")),
        rows=tuple(
            (words_cell(words(each.happens)), words_cell(words(each.helps))) for each in PITFALLS
        ),
        shares=(2, 3),
        row_heads=False,
    )
