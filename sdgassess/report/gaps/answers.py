"""Every answer: its level in full, the room's words, the evidence, the voices, the year before."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.document.blocks import (
    Block,
    Cell,
    Table,
    Together,
    heading,
    mark_cell,
    paragraph,
    table_head,
    words_cell,
)
from sdgassess.document.passage import HOLE, around
from sdgassess.document.runs import Run, Runs, plain_runs
from sdgassess.model.profile import Answer, EarlierAnswer, State
from sdgassess.numbers import written_date, written_number
from sdgassess.phrases import labels
from sdgassess.phrases.evidence import evidence_runs
from sdgassess.phrases.levels import CHANGES, STATES, legend
from sdgassess.phrases.questions import backing_words, voices_words
from sdgassess.report.gaps.edition import GapEdition
from sdgassess.scoring.disclosure import comments_to_show


def answers_part(edition: GapEdition) -> Iterator[Block]:
    """Every question in scope, factor by factor: its levels, what they mean, what was noted."""
    words = edition.words
    head: tuple[Block, ...] = (
        heading(words("All answers")),
        paragraph(legend(words), small=True),
    )
    meaning = words("What the level means, and what was noted")
    heads = table_head(words(labels.NUMBER), words(labels.QUESTION), words(labels.LEVEL), meaning)
    for node in edition.score.questionnaire.nodes.values():
        scope = [q.id for q in node.asked if q.id in edition.score.questions]
        if not scope:
            continue
        table = Table(
            caption=plain_runs(f"{edition.title(node.id)} ({node.id})"),
            head=heads,
            rows=tuple(_answer_row(edition, question) for question in scope),
            shares=(1.3, 3.4, 1.22, 7.1),
            dense=True,
        )
        # Only the first table is kept together with the head of the part.
        yield Together((*head, table)) if head else table
        head = ()


def out_of_scope(edition: GapEdition) -> Iterator[Block]:
    """Answers that count for nothing, named: outside a quick scan, or ruled out by others."""
    words, score = edition.words, edition.score
    levels = {
        question: f"{question} {written_number(answer.level, words)}"
        for question, answer in edition.profile.answers.items()
        if question in score.questionnaire.questions and answer.level is not None
    }
    outside = [level for question, level in levels.items() if question not in score.questions]
    ruled_out = [
        level
        for question, level in levels.items()
        if question in score.questions and score.level(question) is None
    ]
    if outside:
        listed = ", ".join(outside)
        yield paragraph(words("Answered too, outside the quick scan: {answers}.", answers=listed))
    if ruled_out:
        yield paragraph(
            words(
                "Answered too, though other answers rule the question out: {answers}.",
                answers=", ".join(ruled_out),
            )
        )


def _answer_row(edition: GapEdition, question: str) -> tuple[Cell, ...]:
    """One question's row."""
    runs = [run for line in _lines(edition, question) for run in (Run("\n"), *line)]
    return (
        words_cell(question),
        words_cell((edition.question(question),)),
        mark_cell(edition.mark_of(question)),
        words_cell(tuple(runs[1:]) or plain_runs("–")),
    )


def _lines(edition: GapEdition, question: str) -> Iterator[Runs]:
    """What the level means and all that was noted, a passage each."""
    words, score, profile = edition.words, edition.score, edition.profile
    anchor = edition.anchor(question, score.level(question))
    if anchor is not None:
        yield (anchor,)
    answer = profile.answers.get(question)
    if answer is None:
        return
    if answer.reason:
        yield _labelled(words(labels.REASON), edition.passage(answer.reason, profile))
    if answer.who_knows and score.questions[question].state is State.UNKNOWN:
        who = edition.written(answer.who_knows, profile)
        yield around(words(labels.WHO_WOULD_KNOW_LINE, text=HOLE), who)
    if answer.comment:
        yield _labelled(words(labels.COMMENT), edition.passage(answer.comment, profile))
    for comment in comments_to_show(profile, answer):
        yield _labelled(words(labels.COMMENT), edition.passage(comment, profile))
    yield from _backed(edition, answer)
    result = score.questions[question]
    if result.backed != result.answered and (backing := backing_words(score, result, words)):
        yield (Run(f"{backing[:1].upper()}{backing[1:]}.", strong=True),)
    sentences = [*_sentences(edition, question)]
    if voices := " ".join(sentence for sentence in sentences if "\n" not in sentence):
        yield (Run(voices),)
    yield from ((Run(lines),) for lines in sentences if "\n" in lines)
    if answer.was is not None:
        yield _earlier(edition, answer.was)


def _labelled(label: str, run: Run) -> Runs:
    """A label, and what people wrote."""
    return Run(f"{label}: ", strong=True), run


def _backed(edition: GapEdition, answer: Answer) -> Iterator[Runs]:
    """Each piece of evidence with its kind and its date."""
    for evidence in answer.evidence:
        runs = evidence_runs(evidence, edition.profile.language, edition.words)
        yield (Run(f"{edition.words(labels.EVIDENCE)}: ", strong=True), *runs)


def _sentences(edition: GapEdition, question: str) -> Iterator[str]:
    """What the voices were, as far as consent allows, in sentences."""
    result = edition.score.questions[question]
    for phrase in voices_words(edition.score, result, edition.words):
        yield phrase if phrase.endswith((".", "!", "?")) else f"{phrase}."


def _earlier(edition: GapEdition, was: EarlierAnswer) -> Runs:
    """Where it stood before, when, and why it stands elsewhere today."""
    words = edition.words
    standing = words(STATES[was.state or State.NOT_ASKED])
    if was.level is not None:
        standing = written_number(was.level, words)
    label = words(labels.BEFORE)
    if was.date is not None:
        label = words("On {day}", day=written_date(was.date, words))
    runs: Runs = (Run(f"{label}: ", strong=True), Run(standing))
    if was.change is None:
        return (*runs, Run(".")) if was.reason is None else (*runs, *_because(edition, was))
    change = words(CHANGES[was.change])
    lead = Run(f". {change}")
    return (*runs, lead, *(_because(edition, was) if was.reason else (Run("."),)))


def _because(edition: GapEdition, was: EarlierAnswer) -> Runs:
    """The room's reason why it differs."""
    reason = edition.passage(was.reason or "", edition.profile)
    return Run(": "), reason
