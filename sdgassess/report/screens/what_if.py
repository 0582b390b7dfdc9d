"""What would follow from levels that are only supposed: beside what is, on one short screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdgassess.analysis.consequences import Consequences
from sdgassess.document.passage import passage_line
from sdgassess.document.screen import (
    MORE,
    SUPPOSED,
    Block,
    Command,
    Commands,
    Gap,
    Prose,
    Row,
    Rows,
    Screen,
    Title,
)
from sdgassess.language import Words
from sdgassess.model.question import Level
from sdgassess.numbers import written_number
from sdgassess.phrases import labels
from sdgassess.phrases.levels import STATES, level_mark
from sdgassess.phrases.patterns import pattern_of, risk_words
from sdgassess.phrases.rows import some
from sdgassess.report.edition import Edition
from sdgassess.report.screens.ladder import remark_on
from sdgassess.report.screens.score import head_parts
from sdgassess.scoring.evaluation import Basis
from sdgassess.scoring.score import Score
from sdgassess.text import exact

_ROWS = 12
_TITLES = 3
_UNCHANGED = 16
_PATTERNS = 3
_NAMED = 6
_ROW = 2
"""How many are named in a row that is told."""


def what_if_blocks(edition: Edition[Consequences], levels: Sequence[str], file: str) -> Screen:
    """The whole screen.

    Args:
        edition: what would follow, and the language it is told in.
        levels: the questions that were named, also those that stand so already.
        file: how the next command names the profile.
    """
    score, words = edition.subject.today.score, edition.words
    return (
        Prose(_heading(words), strong=True),
        Title(tuple(head_parts(score, words))),
        *_suppositions(edition, levels),
        Gap(),
        *consequence_blocks(edition),
        Gap(),
        Commands(tuple(_commands(edition, file))),
    )


def candidate_consequences(edition: Edition[Consequences], question: str) -> Screen:
    """What would follow from one candidate at its target, for a sitting."""
    return (
        Prose(_heading(edition.words), strong=True),
        *_suppositions(edition, [question]),
        *consequence_blocks(edition),
    )


def consequence_blocks(edition: Edition[Consequences]) -> Screen:
    """Which parts, gates, patterns and conditions would change, and which parts would not."""
    return (
        Prose(_finding(edition), strong=True),
        *_parts(edition),
        *_unchanged(edition),
        *_gates(edition),
        *_patterns(edition),
        *_way(edition),
    )


def _heading(words: Words) -> str:
    """That nothing of what follows is so."""
    return words("Nothing has been done yet. This is what would follow.")


def _suppositions(edition: Edition[Consequences], levels: Sequence[str]) -> Iterator[Prose]:
    """What is supposed, what stands so already, and that nothing backs it."""
    words, supposed = edition.words, edition.subject.supposed.score
    moved = [question for question in supposed.questions if question in supposed.supposed]
    if moved:
        listed = some([_move(edition, question) for question in moved], _NAMED, words)
        sentence = words(
            "Assumed (*), answered by nobody, backed by nothing: {moves}.", moves=listed
        )
        if supposed.basis is Basis.BACKED:
            sentence += " " + words(
                "On backed levels it counts as an answer without evidence does."
            )
        yield Prose(sentence)
    standing = [question for question in levels if question not in moved]
    if standing:
        listed = some(standing, _NAMED, words)
        yield Prose(words("Answered so already: {questions}.", questions=listed))


def _move(edition: Edition[Consequences], question: str) -> str:
    """A question with where it stands and where it is supposed to stand, as answered."""
    words, consequences = edition.words, edition.subject
    result = consequences.today.score.questions.get(question)
    level = None if result is None else result.answered
    state = None if result is None else result.state
    start = words(STATES[state]) if level is None and state else level_mark(level, state, words)
    target = consequences.supposed.score.questions[question].answered
    return words(
        labels.QUESTION_TO_TARGET,
        question=question,
        level=start,
        target=level_mark(target, None, words),
    )


def _finding(edition: Edition[Consequences]) -> str:
    """How many parts would stand elsewhere."""
    consequences, words = edition.subject, edition.words
    higher = [part for part in consequences.parts if _rise(consequences, part) > 0]
    lower = [part for part in consequences.parts if _rise(consequences, part) < 0]
    sentences = []
    if higher:
        named = _titles(consequences.supposed.score, higher, words)
        sentences.append(words("Higher: {parts}.", parts=named))
    if lower:
        named = _titles(consequences.supposed.score, lower, words)
        sentences.append(words("Lower: {parts}.", parts=named))
    return " ".join(sentences) or words("No level of {the_parts} would change by this alone.")


def _rise(consequences: Consequences, part: str) -> Level:
    """How far a part would rise; one that has no level stands below all."""
    today, supposed = consequences.level_today(part), consequences.supposed.score.scored[part]
    if today is None or supposed.level is None:
        return int(today is None) - int(supposed.level is None)
    return supposed.level - today


def _titles(score: Score, parts: Sequence[str], words: Words) -> str:
    """Parts by name, the first of them."""
    titles = score.questionnaire.nodes
    return some(
        [passage_line(titles[part].title, words.language) for part in parts], _TITLES, words
    )


def _parts(edition: Edition[Consequences]) -> Iterator[Block]:
    """A row for each part that would change or holds something supposed."""
    words, involved = edition.words, edition.subject.involved
    if not involved:
        return
    rows = tuple(_row(edition, part) for part in involved[:_ROWS])
    heads = ("", "", words("today"), words("then"), words("* holds an assumed answer"), "")
    yield Rows(rows, stretch=4, heads=heads, most=1)
    if len(involved) > _ROWS:
        yield Prose(words(labels.MORE_ROWS, n=len(involved) - _ROWS))


def _row(edition: Edition[Consequences], part: str) -> Row:
    """One part: its mark, where it stands, where it would, its name, and what limits it then."""
    words, consequences = edition.words, edition.subject
    score = consequences.supposed.score
    result = score.scored[part]
    title = edition.line(score.questionnaire.nodes[part].title)
    supposed = [question for question in result.levels if question in score.supposed]
    start = _level(consequences.level_today(part), words)
    end, remark = _level(result.level, words), remark_on(score, result, words)
    sentence = words(
        "{part}: {level} today, {supposed} then",
        part=f"{part} {title}",
        level=start,
        supposed=end,
    )
    if supposed:
        sentence += "; " + words("assumed: {questions}", questions=some(supposed, _ROW, words))
    sign = SUPPOSED if supposed else ""
    cells = (sign, " " * result.depth + part, start, end, title, remark)
    return Row(cells, "; ".join(filter(None, (sentence, remark))), result.depth)


def _level(level: Level | None, words: Words) -> str:
    """A part's level, or the sign that it has none."""
    return "?" if level is None else written_number(level, words)


def _unchanged(edition: Edition[Consequences]) -> Iterator[Prose]:
    """The other parts with their levels, in a row."""
    words, scored = edition.words, edition.subject.supposed.score.scored
    involved = edition.subject.involved
    marks = [
        f"{part} {_level(result.level, words)}"
        for part, result in scored.items()
        if part not in involved
    ]
    if marks:
        yield Prose(words("Unchanged: {parts}.", parts=some(marks, _UNCHANGED, words)))


def _gates(edition: Edition[Consequences]) -> Iterator[Prose]:
    """The parts that would be held back no longer."""
    consequences, words = edition.subject, edition.words
    today = consequences.today.score.scored
    opened = []
    for part in consequences.opened_gates:
        gate = today[part].gate
        opened.append(f"{part} ({', '.join(gate.inputs)})" if gate is not None else part)
    if opened:
        yield Prose(words("No longer held back: {parts}.", parts=some(opened, _NAMED, words)))


def _patterns(edition: Edition[Consequences]) -> Iterator[Prose]:
    """The risk patterns that would change, or that none would."""
    consequences, words = edition.subject, edition.words
    score = consequences.supposed.score
    changes = [
        words(
            "{pattern} from {risk} to {other}",
            pattern=edition.line(pattern_of(score, change.supposed).title),
            risk=risk_words(change.today, words),
            other=risk_words(change.supposed, words),
        )
        for change in consequences.patterns
    ]
    if changes:
        yield Prose(words(labels.PATTERNS_LINE, patterns=some(changes, _PATTERNS, words)))
    elif score.patterns:
        yield Prose(words("No risk pattern would change."))


def _way(edition: Edition[Consequences]) -> Iterator[Prose]:
    """How many conditions of the own way of working would be in place, and which change."""
    consequences, words = edition.subject, edition.words
    way = consequences.supposed.way
    if way is None:
        return
    sentences = [
        words(
            "Your own way of working: {name}. Of its {n} conditions {met} would be in place, "
            "today {today}.",
            name=passage_line(way.reference.name, words.language),
            n=len(way.conditions),
            met=len(way.in_place),
            today=len(consequences.today.conditions_in_place),
        )
    ]
    if consequences.conditions_met:
        ids = some(consequences.conditions_met, _NAMED, words)
        sentences.append(words("Newly in place: {ids}.", ids=ids))
    if consequences.conditions_lost:
        ids = some(consequences.conditions_lost, _NAMED, words)
        sentences.append(words("No longer in place: {ids}.", ids=ids))
    yield Prose(" ".join(sentences))


def _commands(edition: Edition[Consequences], file: str) -> Iterator[Command]:
    """Picking what was supposed, where it can be a target; else what is; and everything."""
    words, supposed = edition.words, edition.subject.supposed.score
    targets = (question for question in supposed.questions if _is_target(edition, question))
    question = next(targets, None)
    typed = f"sdgassess score {file}"
    if question is not None:
        level = exact(supposed.questions[question].answered or 0)
        typed = f"sdgassess target {file} {question} --to {level}"
    yield Command(words(labels.NEXT), typed)
    yield Command(words(labels.MORE), MORE)


def _is_target(edition: Edition[Consequences], question: str) -> bool:
    """Whether a supposed level can be picked as a target: ahead, and worth having."""
    consequences = edition.subject
    supposed, today = consequences.supposed.score, consequences.today.score
    rules, level = supposed.questionnaire, supposed.questions[question].answered
    if question not in supposed.supposed or rules.priorities is None or level is None:
        return False
    before = today.questions[question].answered if question in today.questions else None
    ahead = before is None or level > before
    by_id = rules.questions[question].by_id
    return ahead and level >= rules.priorities.lowest_target and not by_id
