"""The page that a room chooses on: the candidates, room for votes, and what is agreed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdgassess.analysis.candidates import Candidate, ReasonKind
from sdgassess.analysis.conclusion import is_inconclusive
from sdgassess.analysis.picks import is_past, pick_of
from sdgassess.document.blocks import (
    Block,
    Cell,
    Paragraph,
    Table,
    Together,
    heading,
    labelled,
    mark_cell,
    paragraph,
    table_head,
    words_cell,
)
from sdgassess.document.passage import HOLE, around
from sdgassess.document.runs import Run, Runs, plain_runs
from sdgassess.model.profile import Priority
from sdgassess.model.question import StepOrigin
from sdgassess.numbers import written_number
from sdgassess.phrases import labels
from sdgassess.phrases.candidates import (
    against_picks,
    built_on_words,
    equal_words,
    judgement_words,
    move_words,
    not_lifted_words,
    overloaded_runs,
    reason_words,
    why_none,
)
from sdgassess.report.gaps.edition import GapEdition
from sdgassess.report.headline import headline

_WRITTEN = 2
"""How many lines people have to write what they agree on."""
_ALIKE = 8
"""How many questions are written out that stand alike, where none comes first."""
_JUDGED = (ReasonKind.JUDGED, ReasonKind.CAN_START, ReasonKind.CANNOT_START)


def choice_part(edition: GapEdition) -> Iterator[Block]:
    """What was picked, what there is to choose from with room for votes, what else stands."""
    words, priorities = edition.words, edition.priorities
    if priorities.picked:
        yield heading(words(labels.CANDIDATES_PICKED))
        yield from warnings(edition)
        yield _agreed(edition)
    picked = [candidate.question for candidate in priorities.chosen if priorities.picked]
    others = [c for c in priorities.candidates if c.question not in picked]
    if others or priorities.equal:
        yield from _candidates(edition, others)
    elif not priorities.chosen:
        yield heading(words(labels.CANDIDATES))
        yield paragraph(why_none(edition.score, words))
    if (others or priorities.alike) and not priorities.picked:
        yield Together((heading(words("What we agree on"), 3), _room_to_agree(edition)))
    yield from _lists(edition, [*picked, *(candidate.question for candidate in others)])


def warnings(edition: GapEdition) -> Iterator[Block]:
    """What speaks against the picks: they are too many, or none can start soon."""
    score, words, priorities = edition.score, edition.words, edition.priorities
    if runs := overloaded_runs(score, priorities, words):
        yield Paragraph(runs)
    for sentence in against_picks(score, priorities, words):
        yield paragraph(sentence)


def candidate_blocks(edition: GapEdition, candidate: Candidate) -> Iterator[Block]:
    """One candidate alone: from where to where, what that means, every reason, the step."""
    words, question = edition.words, candidate.question
    yield heading(f"{edition.factor_of(question)}, {question} {_move(edition, candidate)}", 3)
    yield Paragraph((edition.question(question),))
    if target := _target_words(edition, candidate):
        yield labelled(_target_label(edition, candidate), *target)
    if candidate.reasons:
        reasons = (reason_words(edition.score, reason, words) for reason in candidate.reasons)
        yield labelled(words(labels.WHY), Run(" ".join(reasons)))
    if step := _step(edition, candidate):
        yield Paragraph(step)
        quotes = candidate.step.quotes if candidate.step is not None else ()
        yield from (edition.quotation(quote) for quote in quotes)


def _target_label(edition: GapEdition, candidate: Candidate) -> str:
    """How the meaning of the target is introduced."""
    words = edition.words
    if candidate.is_reached:
        return words("The target, which is reached")
    if candidate.target is None:
        return words("What the next level looks like")
    level = written_number(candidate.target, words)
    return words("What level {level} looks like", level=level)


def _candidates(edition: GapEdition, candidates: Sequence[Candidate]) -> Iterator[Block]:
    """A row for each candidate, in order; where nothing is picked yet, with room for votes."""
    words, priorities = edition.words, edition.priorities
    vote = not priorities.picked
    order = labels.CANDIDATES_IN_ORDER if candidates else labels.CHOOSE_UP_TO
    title = words(order, n=priorities.picks)
    yield heading(title if vote else words(labels.CANDIDATES_BESIDE_PICKS))
    if is_inconclusive(edition.score):
        yield paragraph(f"{headline(edition.score, words)}.")
    if vote:
        yield from warnings(edition)
    listed = (*candidates, *priorities.alike[:_ALIKE])
    if listed:
        heads = [
            words(labels.NUMBER),
            words(labels.QUESTION),
            words(labels.LEVEL),
            words("The next level"),
        ]
        shares = [1.3, 2.9, 1.27, 6.6]
        if vote:
            heads.append(words(labels.VOTES))
            shares.append(1.55)
        rows = tuple(_candidate(edition, candidate, vote=vote) for candidate in listed)
        yield Table((), table_head(*heads), rows, tuple(shares), dense=True)
    for sentence in (
        *built_on_words(priorities, words),
        *equal_words(edition.score, priorities, words),
        *not_lifted_words(edition.score, priorities, words, edition.title),
    ):
        yield paragraph(sentence)


def _candidate(edition: GapEdition, candidate: Candidate, *, vote: bool) -> tuple[Cell, ...]:
    """One candidate: what is asked, from where to where, what that means, why, and how."""
    question, words = candidate.question, edition.words
    asked: Runs = (edition.question(question),)
    chosen = [pick.question for pick in edition.priorities.chosen]
    if vote and question in chosen and not is_inconclusive(edition.score):
        asked += (Run(f"\n{words(labels.SUGGESTED)}", strong=True),)
    meaning = _joined(_target_words(edition, candidate), _why(edition, candidate))
    cells = (
        words_cell(question),
        words_cell(asked),
        mark_cell(_move(edition, candidate)),
        words_cell(_joined(meaning, _step(edition, candidate)) or plain_runs("–")),
    )
    return (*cells, Cell(room=1)) if vote else cells


def _joined(above: Runs, below: Runs) -> Runs:
    """One passage below another; nothing stands between where one of them is empty."""
    return (*above, Run("\n"), *below) if above and below else (*above, *below)


def _move(edition: GapEdition, candidate: Candidate) -> str:
    """From where to where, on one line."""
    mark = edition.mark_of(candidate.question)
    after = None
    if candidate.target is not None:
        after = written_number(candidate.target, edition.words)
    return move_words(mark, candidate, edition.words, after).replace(" ", "\xa0")


def _target_words(edition: GapEdition, candidate: Candidate) -> Runs:
    """What the target level means; nothing where there is no such level."""
    question = edition.score.questionnaire.questions[candidate.question]
    if question.several:
        chosen = edition.score.chosen(candidate.question)
        rest = [o.id or "" for o in question.options if o.value > 0 and o.id not in chosen]
        if not rest:
            return ()
        sentence = edition.words("One more of these: {answers}", answers=HOLE)
        return around(sentence, edition.say(question.choice(rest).text))
    anchor = edition.anchor(candidate.question, candidate.target)
    if anchor is None:
        return ()
    ends = anchor.text.endswith((".", "!", "?"))
    return (anchor,) if ends else (anchor, Run("."))


def _why(edition: GapEdition, candidate: Candidate) -> Runs:
    """The weightiest reason, and how the room judged it."""
    score, words = edition.score, edition.words
    reasons = [reason for reason in candidate.reasons if reason.kind not in _JUDGED]
    sentences = [reason_words(score, reason, words) for reason in reasons[:1]]
    judgement = edition.profile.judgement.get(candidate.question)
    if judgement is not None:
        sentences.append(judgement_words(judgement, words))
    if not any(sentences):
        return ()
    return Run(f"{words(labels.WHY)}: ", strong=True), Run(" ".join(filter(None, sentences)))


def _step(edition: GapEdition, candidate: Candidate) -> Runs:
    """The advice, and whose it is."""
    if candidate.step is None or candidate.is_reached:
        return ()
    label = edition.words("A step (the tool's advice)")
    if candidate.step.origin is StepOrigin.DOCUMENTS:
        label = edition.words("A step (from the documents)")
    return Run(f"{label}: ", strong=True), edition.say(candidate.step.text)


def _agreed(edition: GapEdition) -> Table:
    """The picks with who, by when and the first move; room to write where it is not agreed."""
    words = edition.words
    head = table_head(
        words(labels.NUMBER),
        words(labels.WE_WILL),
        words(labels.WHO_BY_FUNCTION),
        words(labels.BY_WHEN),
        words(labels.FIRST_MOVE_SOON),
    )
    rows = tuple(_pick(edition, candidate) for candidate in edition.priorities.chosen)
    return Table((), head, rows, (1.35, 5.4, 2.1, 1.9, 2.7), dense=True)


def _pick(edition: GapEdition, candidate: Candidate) -> tuple[Cell, ...]:
    """One pick: what it is about, from where to where, how, and what was agreed."""
    profile, question = edition.profile, candidate.question
    pick = pick_of(profile, question) or Priority(question)
    target = _target_words(edition, candidate)
    lead: Runs = (edition.question(question), Run(f" {_move(edition, candidate)}", strong=True))
    if status := edition.status(pick):
        lead = (*lead, Run(" · ", strong=True), *status)
    label = Run(f"{_target_label(edition, candidate)}: ", strong=True)
    meaning = (label, *target) if target else ()
    step = () if is_past(pick) else _step(edition, candidate)
    will = _joined(_joined(lead, meaning), step)
    room = 0 if candidate.is_reached or is_past(pick) else _WRITTEN
    return (
        words_cell(question),
        words_cell(will),
        _agreed_cell(edition.written(pick.who, profile) if pick.who else None, room),
        _agreed_cell(edition.by_when(pick.by, profile) if pick.by else None, room),
        _agreed_cell(edition.passage(pick.first_move, profile) if pick.first_move else None, room),
    )


def _agreed_cell(agreed: Run | None, room: int) -> Cell:
    """What was agreed, or room to write it."""
    return Cell((agreed,)) if agreed is not None else Cell(room=room)


def _room_to_agree(edition: GapEdition) -> Table:
    """Room for as many agreements as may be picked."""
    words = edition.words
    head = table_head(
        words(labels.NUMBER),
        words(labels.WE_WILL),
        words(labels.WHO_BY_FUNCTION),
        words(labels.BY_WHEN),
        words(labels.FIRST_MOVE_SOON),
    )
    rows = tuple(
        (words_cell(f"{n}."), *(Cell(room=_WRITTEN) for _ in range(4)))
        for n in range(1, edition.priorities.agreements + 1)
    )
    return Table((), head, rows, (0.95, 4.3, 2.4, 1.9, 4.0))


def _lists(edition: GapEdition, listed: Sequence[str]) -> Iterator[Block]:
    """What waits, and what stands strong (model.md: Priorities)."""
    words, priorities = edition.words, edition.priorities
    waiting = [question for question in priorities.not_now if question not in listed]
    if waiting:
        later = words("Not now (leaving them is a decision)")
        if not priorities.picked:
            later = words("After these (leaving them is a decision)")
        yield _row_of(later, [edition.standing(question) for question in waiting])
    if priorities.keep:
        strong = [_strong(edition, question) for question in priorities.keep]
        yield _row_of(words(labels.KEEP_WHAT_STANDS_STRONG), strong)


def _row_of(label: str, passages: Sequence[Runs]) -> Paragraph:
    """A label and passages, one behind the other."""
    runs: Runs = (Run(f"{label}: ", strong=True),)
    for place, passage in enumerate(passages):
        runs += (*([Run("; ")] if place else []), *passage)
    return Paragraph(runs, small=True)


def _strong(edition: GapEdition, question: str) -> Runs:
    """What stands strong, as its level says it."""
    anchor = edition.anchor(question, edition.score.level(question))
    if anchor is None:
        return edition.standing(question)
    return anchor, Run(f" ({question}, {edition.mark_of(question)})")
