"""The priorities: at most three, with now, the next level, a step, quotes, room to write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from sdgassess.analysis.candidates import Candidate
from sdgassess.analysis.picks import pick_of
from sdgassess.document.blocks import (
    Beside,
    Block,
    Bullets,
    Paragraph,
    Together,
    WritingLines,
    heading,
    labelled,
    paragraph,
    strong_line,
)
from sdgassess.document.passage import HOLE, around
from sdgassess.document.runs import Run, Runs
from sdgassess.model.profile import Priority
from sdgassess.model.question import Quote, StepOrigin
from sdgassess.numbers import written_level, written_number
from sdgassess.phrases.candidates import (
    BY_WHEN,
    against_picks,
    move_words,
    overloaded_runs,
    reason_words,
    why_none,
)
from sdgassess.phrases.evidence import evidence_runs
from sdgassess.report.gaps.edition import GapEdition
from sdgassess.report.gaps.references import scope_note

_QUOTES = 2
"""How many documents speak beside a step."""


def picks_part(edition: GapEdition) -> Iterator[Block]:
    """What is picked or suggested, block by block; a warning where it is too much at once."""
    words, priorities = edition.words, edition.priorities
    if priorities.picked:
        yield heading(words("What the room picked"))
    else:
        yield heading(words("Suggested priorities, for the room to pick"))
    yield from warnings(edition)
    if not priorities.chosen:
        yield paragraph(why_none(edition.score, words))
    for place, candidate in enumerate(priorities.chosen, 1):
        yield Together(tuple(candidate_blocks(edition, candidate, place)))


def warnings(edition: GapEdition) -> Iterator[Block]:
    """What speaks against the picks: they are too many, or none can start soon (model §3.13)."""
    score, words, priorities = edition.score, edition.words, edition.priorities
    if runs := overloaded_runs(score, priorities, words):
        yield Paragraph(runs)
    for sentence in against_picks(score, priorities, words):
        yield paragraph(sentence)


def candidate_blocks(edition: GapEdition, candidate: Candidate, place: int = 0) -> Iterator[Block]:
    """One priority with everything that a group needs to begin.

    Args:
        edition: the assessment.
        candidate: what may be worked on.
        place: its number among others; 0 where it stands alone.
    """
    words, question = edition.words, candidate.question
    move = edition.mark_of(question)
    if candidate.is_reached:
        move = move_words(move, candidate, words)
    elif candidate.target is not None:
        target = written_number(candidate.target, words)
        move = words("from {level} to {target}", level=move, target=target)
    number = f"{place}. " if place else ""
    yield heading(f"{number}{edition.factor_of(question)}, {question}: {move}", 3)
    yield Paragraph((edition.question(question),))
    yield Beside(tuple(_today(edition, candidate)), tuple(_next_level(edition, candidate)))
    if candidate.reasons:
        reasons = (reason_words(edition.score, reason, words) for reason in candidate.reasons)
        yield labelled(words("Why this one"), Run(" ".join(reasons)))
    yield from _step(edition, candidate)
    yield from _agreement(edition, question)


def _today(edition: GapEdition, candidate: Candidate) -> Iterator[Block]:
    """Where it stands: the level's text, the comment and the evidence beside the answer."""
    words = edition.words
    yield strong_line(words("Here we are now"))
    anchor = edition.anchor(candidate.question, candidate.level)
    yield Paragraph((anchor,)) if anchor else paragraph(words("There is no level yet."))
    answer = edition.profile.answers.get(candidate.question)
    if answer is None:
        return
    if answer.comment:
        yield labelled(words("Comment"), edition.passage(answer.comment, edition.profile))
    for evidence in answer.evidence:
        runs = evidence_runs(evidence, edition.profile.language, words)
        yield labelled(words("Evidence"), *runs)


def _next_level(edition: GapEdition, candidate: Candidate) -> Iterator[Block]:
    """What the target level would mean."""
    words = edition.words
    head = words("What the next level looks like")
    if candidate.is_reached:
        head = words("The target, which is reached")
    elif candidate.target is not None:
        head = words(
            "What level {level} looks like", level=written_number(candidate.target, words)
        )
    yield strong_line(head)
    question = edition.score.questionnaire.questions[candidate.question]
    if question.several:
        chosen = edition.score.chosen(candidate.question)
        rest = [o.id or "" for o in question.options if o.value > 0 and o.id not in chosen]
        sentence = words("One more of these: {answers}", answers=HOLE)
        yield Paragraph(around(sentence, edition.say(question.choice(rest).text)))
        return
    anchor = edition.anchor(candidate.question, candidate.target)
    yield Paragraph((anchor,)) if anchor else paragraph(words("There is no higher level."))


def _step(edition: GapEdition, candidate: Candidate) -> Iterator[Block]:
    """The advice, whose it is, and what documents say or show."""
    words, step = edition.words, candidate.step
    if step is not None:
        label = words("A step (the tool's advice)")
        if step.origin is StepOrigin.DOCUMENTS:
            label = words("A step (from the documents)")
        yield labelled(label, edition.say(step.text))
    quotes = step.quotes if step is not None else ()
    for quote in quotes[:_QUOTES]:
        yield edition.quotation(quote)
    room = max(_QUOTES - len(quotes), 0)
    for reference, point in islice(edition.subject.examples(candidate), room):
        quotation = edition.quotation(Quote(point.quote or "", point.source or ""))
        source = (edition.say(reference.name), Run(": "), *quotation.source)
        yield quotation._replace(source=(*source, *scope_note(edition, point)))


def _agreement(edition: GapEdition, question: str) -> Iterator[Block]:
    """Who, by when, and the first move: what is agreed, and room for what is not."""
    words, profile = edition.words, edition.profile
    pick = pick_of(profile, question) or Priority(question)
    who = edition.written(pick.who, profile) if pick.who else None
    by = edition.by_when(pick.by, profile) if pick.by else None
    first_move = edition.passage(pick.first_move, profile) if pick.first_move else None
    yield Beside(
        (_writing_lines(words("Who (a function)"), who, 1),),
        (_writing_lines(words(BY_WHEN), by, 1),),
        (3, 2),
    )
    yield _writing_lines(words("First move, {soon}"), first_move, 2)


def _writing_lines(label: str, agreed: Run | None, lines: int) -> WritingLines:
    """What was agreed, or so many lines to write it on."""
    return WritingLines(label, 0 if agreed else lines, (agreed,) if agreed else ())


def lists_part(edition: GapEdition) -> Iterator[Block]:
    """The lists beside the priorities (domain model §3.13, 6 and 7)."""
    words, priorities = edition.words, edition.priorities
    later = words("Not now (leaving them is a decision)")
    if not priorities.picked:
        later = words("Not now, if the suggestions are followed (leaving them is a decision)")
    yield from _questions_below(edition, later, priorities.not_now)
    yield from _questions_below(edition, words("Keep: this stands strong"), priorities.keep)
    if priorities.find_evidence:
        yield heading(words("Find the evidence: answered higher than it is backed"))
        yield Bullets(tuple(_unbacked(edition, question) for question in priorities.find_evidence))


def _questions_below(edition: GapEdition, title: str, questions: Sequence[str]) -> Iterator[Block]:
    """A list of questions under a head; nothing where there are none."""
    if questions:
        yield heading(title)
        yield Bullets(tuple(edition.standing(question) for question in questions))


def _unbacked(edition: GapEdition, question: str) -> Runs:
    """How far an answer is carried, and which documents would show it."""
    words, result = edition.words, edition.score.questions[question]
    levels = words(
        "answered {answered}, backed {backed}",
        answered=written_level(result.answered, words),
        backed=written_level(result.backed, words),
    )
    lead = Run(f"{question}, {levels}: ", strong=True)
    hint = edition.score.questionnaire.questions[question].evidence_hint
    return lead, edition.say(hint) if hint is not None else edition.question(question)
