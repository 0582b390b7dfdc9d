"""The priorities: at most three, with now, the next level, a step, quotes, room to write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdgassess.analysis.gaps import learned_there
from sdgassess.analysis.priorities import Candidate
from sdgassess.document.blocks import (
    Beside,
    Block,
    Bullets,
    Heading,
    Paragraph,
    Quotation,
    Run,
    Runs,
    Together,
    WritingLines,
    plain_runs,
)
from sdgassess.document.figures import written_level, written_number, written_period
from sdgassess.document.passage import own_day
from sdgassess.model.condition import SubjectKind, Term
from sdgassess.model.profile import Answer, Priority
from sdgassess.model.question import Quote, StepOrigin
from sdgassess.phrases.candidates import reason_words
from sdgassess.phrases.conditions import condition_words
from sdgassess.phrases.evidence import EVIDENCE
from sdgassess.report.gaps.edition import (
    Assessed,
    labelled,
    paragraph,
    strong,
)
from sdgassess.scoring.backing import QuestionResult
from sdgassess.text import one_line

_QUOTES = 2
"""How many documents speak beside a step."""


def picks_part(told: Assessed) -> Iterator[Block]:
    """What is picked or suggested, block by block; a warning where it is too much at once."""
    words, priorities = told.words, told.report.priorities
    if priorities.picked:
        yield Heading(2, plain_runs(words("What the room picked")))
    else:
        yield Heading(2, plain_runs(words("Suggested priorities, for the room to pick")))
    yield from warnings(told)
    if not priorities.chosen:
        yield paragraph(words("No question stands where a next step is due."))
    for place, candidate in enumerate(priorities.chosen, 1):
        yield Together(tuple(_pick(told, candidate, place)))


def warnings(told: Assessed) -> Iterator[Block]:
    """That too much is under way, or that nothing can start soon (domain model §3.13)."""
    words, priorities = told.words, told.report.priorities
    if priorities.overloaded:
        said = words("Too much is under way already, so pick fewer than usual:")
        shown = [run for term in priorities.overloaded for run in (Run(" "), *_shows(told, term))]
        yield Paragraph((Run(said), *shown))
    if len(priorities.chosen) > priorities.picks:
        yield paragraph(words("That is more than can be carried at once: pick fewer."))
    judged = [told.score.profile.judgement.get(one.question) for one in priorities.chosen]
    if judged and all(one is not None and one.can_start is False for one in judged):
        yield paragraph(words("None of these can start within three months: pick one that can."))


def _shows(told: Assessed, term: Term) -> Runs:
    """What shows that too much is under way: an answer with what it means, or a rule in words."""
    question = term.subject.id
    level = told.score.level(question) if term.subject.kind is SubjectKind.QUESTION else None
    anchor = told.anchor(question, level) if level is not None else None
    if anchor is None:
        return plain_runs(condition_words(term, told.words))
    return Run(f"{question}, {told.mark_of(question)}: "), anchor, Run(".")


def _pick(told: Assessed, candidate: Candidate, place: int) -> Iterator[Block]:
    """One priority with everything that a group needs to begin."""
    words, question = told.words, candidate.question
    move = told.mark_of(question)
    if candidate.target is not None:
        target = written_number(candidate.target, words)
        move = words("from {level} to {target}", level=move, target=target)
    factor = told.spoken(told.score.questionnaire.factor_of[question].title)
    yield Heading(3, plain_runs(f"{place}. {factor}, {question}: {move}"))
    yield Paragraph((told.question(question),))
    yield Beside(tuple(_now(told, candidate)), tuple(_next(told, candidate)))
    if candidate.reasons:
        reasons = (reason_words(told.score, reason, words) for reason in candidate.reasons)
        yield labelled(words("Why this one"), Run(" ".join(reasons)))
    yield from _step(told, candidate)
    yield from _room(told, question)


def _now(told: Assessed, candidate: Candidate) -> Iterator[Block]:
    """Where it stands: the level's text, what was said and what shows it."""
    yield strong(told.words("Here we are now"))
    anchor = told.anchor(candidate.question, candidate.level)
    yield Paragraph((anchor,)) if anchor else paragraph(told.words("There is no level yet."))
    answer = told.score.profile.answers.get(candidate.question)
    if answer is not None:
        yield from _noted(told, answer)


def _noted(told: Assessed, answer: Answer) -> Iterator[Block]:
    """The comment and the evidence that stand beside an answer."""
    words = told.words
    if answer.comment:
        yield labelled(words("Comment"), told.written(answer.comment))
    for item in answer.evidence:
        day = written_period(*item.date, words) if item.date else ""
        details = ", ".join(
            one_line(part) for part in (item.title or "", item.ref or "", day) if part
        )
        kind = words(EVIDENCE[item.kind])
        shown = (told.written(details), Run(f" ({kind})")) if details else (Run(kind),)
        yield labelled(words("Evidence"), *shown)


def _next(told: Assessed, candidate: Candidate) -> Iterator[Block]:
    """What the target level would mean."""
    yield strong(told.words("What the next level looks like"))
    anchor = told.anchor(candidate.question, candidate.target)
    yield Paragraph((anchor,)) if anchor else paragraph(told.words("There is no higher level."))


def _step(told: Assessed, candidate: Candidate) -> Iterator[Block]:
    """The advice, whose it is, and what documents say or show."""
    words, step = told.words, candidate.step
    if step is not None:
        label = words("A step (the tool's advice)")
        if step.origin is StepOrigin.DOCUMENTS:
            label = words("A step (from the documents)")
        yield labelled(label, told.say(step.text))
    quotes = list(step.quotes) if step is not None else []
    for quote in quotes[:_QUOTES]:
        yield told.quotation(quote)
    yield from _shown(told, candidate, {quote.quote for quote in quotes}, _QUOTES - len(quotes))


def _shown(told: Assessed, candidate: Candidate, said: set[str], room: int) -> Iterator[Quotation]:
    """What references that are ahead show on this question, with what their words speak of."""
    shown = 0
    for reference, point in learned_there(candidate.question, told.report.against):
        level, there = candidate.level, point.at_least
        ahead = level is None or (there is not None and there > level)
        if shown >= room or not ahead or not point.quote or point.quote in said:
            continue
        quotation = told.quotation(Quote(point.quote, point.source or ""))
        where: Runs = (told.say(reference.name), Run(": "), *quotation.source)
        if point.note is not None:
            note = told.spoken(point.note).rstrip(".")
            where = (*where, Run(" " + told.words("Scope: {note}.", note=note)))
        shown += 1
        yield quotation._replace(source=where)


def _room(told: Assessed, question: str) -> Iterator[Block]:
    """Who, by when, and the first move: what is agreed, and room for what is not."""
    words = told.words
    picked = next(
        (p for p in told.score.profile.priorities if p.question == question), Priority(question)
    )
    language = told.score.profile.language
    by = own_day(picked.by, language, words) if picked.by else None
    yield Beside(
        (_agreed(words("Who (a function)"), told.noted(picked.who), 1),),
        (_agreed(words("By when"), by, 1),),
        (3, 2),
    )
    first = told.noted(picked.first_move)
    yield _agreed(words("First move, within three months"), first, 2)


def _agreed(label: str, said: Run | None, lines: int) -> WritingLines:
    """What was agreed, or so many lines to write it on."""
    return WritingLines(label, 0 if said else lines, (said,) if said else ())


def lists_part(told: Assessed) -> Iterator[Block]:
    """The lists beside the priorities (domain model §3.13, 6 and 7)."""
    words, priorities = told.words, told.report.priorities
    later = words("Not now (leaving them is a decision)")
    if not priorities.picked:
        later = words("Not now, if the suggestions are followed (leaving them is a decision)")
    yield from _listed(told, later, priorities.not_now)
    yield from _listed(told, words("Keep: this stands strong"), priorities.keep)
    weak = [told.score.questions[question] for question in priorities.find_evidence]
    if weak:
        title = words("Find the evidence: answered higher than it is backed")
        yield Heading(2, plain_runs(title))
        yield Bullets(tuple(_unbacked(told, found) for found in weak))


def _listed(told: Assessed, title: str, questions: Sequence[str]) -> Iterator[Block]:
    """A list of questions under a head; nothing where there are none."""
    if not questions:
        return
    yield Heading(2, plain_runs(title))
    yield Bullets(tuple(_stands(told, question) for question in questions))


def _stands(told: Assessed, question: str) -> Runs:
    """A question with where it stands."""
    return Run(f"{question}, {told.mark_of(question)}: ", strong=True), told.question(question)


def _unbacked(told: Assessed, found: QuestionResult) -> Runs:
    """How far an answer is carried, and which documents would show it."""
    words = told.words
    levels = words(
        "answered {answered}, backed {backed}",
        answered=written_level(found.answered, words),
        backed=written_level(found.backed, words),
    )
    hint = told.score.questionnaire.questions[found.id].evidence_hint
    head = Run(f"{found.id}, {levels}: ", strong=True)
    return (head, told.say(hint)) if hint is not None else (head, told.question(found.id))
