"""The score on one screen: what tells two municipalities at the same level apart.

Per factor the level, each question's level, how many are strong, and what is backed;
one sentence per factor that is held back; the two gravest patterns; style (design of the verbs).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sdgassess.analysis.own_way import still_to_watch
from sdgassess.document.line import Line
from sdgassess.document.page import Page
from sdgassess.language import Words
from sdgassess.model.profile import State
from sdgassess.numbers import written_number
from sdgassess.phrases.bands import band_title, uppermost_bands
from sdgassess.phrases.hearing import missing_roles
from sdgassess.phrases.levels import (
    caption,
    child_marks,
    interval,
    legend,
    level_mark,
    respondents,
    who_and_when,
)
from sdgassess.phrases.patterns import pattern_sentence, position_name, present_patterns
from sdgassess.phrases.rules import held_back
from sdgassess.scoring.evaluation import NodeResult
from sdgassess.scoring.hearing import roles_heard
from sdgassess.scoring.patterns import Risk
from sdgassess.scoring.rollup import LevelStatus
from sdgassess.scoring.score import Score, unbacked
from sdgassess.text import pad, width

_SHOWN_PATTERNS = 2


def score_screen(score: Score, words: Words, columns: int, file: str) -> list[Line]:
    """The whole screen; `file` is how the next command names the profile."""
    page = Page(words, columns)
    _head(page, score)
    if not any(result.answered is not None for result in score.questions.values()):
        page.blank()
        page.text(words("Not assessed: no question has a level yet."), strong=True)
        return page.lines
    _factors(page, score)
    _held_back(page, score)
    _patterns(page, score, file)
    _style(page, score)
    _unsettled(page, score)
    return page.lines


def _head(page: Page, score: Score) -> None:
    """Who, when, which questionnaire, how much was answered, by whom."""
    words = page.words
    page.title(who_and_when(score.profile, words))
    page.text(caption(score, words))
    states = Counter(result.state for result in score.questions.values())
    page.text(", ".join(_counts(states, len(score.questions), words)))
    if score.sealed:
        singular = "The answers of one person are still sealed, and count for nothing yet."
        plural = "The answers of {n} people are still sealed, and count for nothing yet."
        page.text(words.plural(singular, plural, score.sealed))
    roles = {role.id: page.say(role.title) for role in score.questionnaire.roles}
    named = [roles.get(role, role) for role in roles_heard(score.profile)]
    if named:
        page.text(words("Heard: {roles}", roles=", ".join(named)))
    if not states[None]:
        return
    if respondents(score.profile) == 0:
        page.text(words("Nobody was noted as present."))
        return
    if respondents(score.profile) == 1:
        page.text(words("One person's picture."))
    missing = missing_roles(score, words)
    if missing:
        page.text(words("Not heard yet, for a valid assessment: {who}", who="; ".join(missing)))


def _counts(states: Counter[State | None], every: int, words: Words) -> Iterator[str]:
    """How many questions have a level, and how many have none, by reason."""
    unknown, never = states[State.UNKNOWN], states[State.NOT_ASKED]
    not_applicable = states[State.NOT_APPLICABLE]
    yield words("{known} of {all} questions answered", known=states[None], all=every)
    if unknown:
        yield words.plural("one unknown", "{n} unknown", unknown)
    if not_applicable:
        yield words.plural("one not applicable", "{n} not applicable", not_applicable)
    if never:
        yield words.plural("one not asked", "{n} not asked", never)


def _factors(page: Page, score: Score) -> None:
    """A row per scored part, upper ones first with their parts indented, and what marks mean."""
    if not score.scored:
        page.blank()
        page.text(page.words("Nothing is rolled up in this questionnaire; these are the answers."))
        _unscored(page, score)
        page.text(legend(page.words))
        return
    indent = _indent(page, score)
    header = _header(page.words, score)
    rows = [_row(score, result, indent, page.words) for result in score.scored.values()]
    sizes = [max(width(row[i]) for row in [*rows, header]) for i in range(len(header))]
    page.blank()
    _print_row(page, header, sizes, page.words("{one_part}"))
    for row, result in zip(rows, score.scored.values(), strict=True):
        title = page.say(score.questionnaire.nodes[result.id].title)
        _print_row(page, row, sizes, title + _beside(page, score, result))
    _unscored(page, score)
    page.text(legend(page.words))
    for sentence in uppermost_bands(score, page.words):
        page.text(sentence)


def _unscored(page: Page, score: Score) -> None:
    """Every question's level of the parts that are not rolled up."""
    for node in score.questionnaire.nodes.values():
        if node.roll_up is not None:
            continue
        scope = [question.id for question in node.asked if question.id in score.questions]
        marks = [
            f"{q} {level_mark(score.level(q), score.questions[q].state, page.words)}"
            for q in scope
        ]
        if marks:
            page.text(f"{page.say(node.title)}: {', '.join(marks)}", f"{node.id}  ", "  ")


def _indent(page: Page, score: Score) -> int:
    """How far a part is set in from the one above it: less where the tree is deep."""
    deepest = max(result.depth for result in score.scored.values())
    return 2 if deepest * 2 <= page.columns // 8 else 1


def _header(words: Words, score: Score) -> tuple[str, ...]:
    """The head of the columns: what is strong and what is backed only where that is declared."""
    rules = score.questionnaire
    heads = ["", words("level"), words("parts, questions") if score.tiers else words("questions")]
    if rules.strong_from is not None:
        heads.append(f"{written_number(rules.strong_from, words)}+")
    if rules.backing is not None:
        heads.append(words("backed"))
    return tuple(heads)


def _row(score: Score, result: NodeResult, indent: int, words: Words) -> tuple[str, ...]:
    """A part's columns: id, level, each child's level, count of strong ones, backed."""
    rules, marks = score.questionnaire, child_marks(score, result, words).values()
    level = "-" if result.rolled.status is LevelStatus.NOT_APPLICABLE else "?"
    cells = [
        " " * indent * result.depth + result.id,
        level if result.level is None else _level_cell(result, words),
        " ".join(marks),
    ]
    if rules.strong_from is not None:
        cells.append(f"{result.strong}/{result.rolled.applicable}")
    if rules.backing is not None:
        cells.append(
            "?" if result.backed_level is None else written_number(result.backed_level, words)
        )
    return tuple(cells)


def _level_cell(result: NodeResult, words: Words) -> str:
    """The level; with a gate the level before it too, so that it reads beside what is backed."""
    assert result.level is not None, "only asked of factors with a level"
    if result.gate is None:
        return written_number(result.level, words)
    return f"{written_number(result.gate.raw, words)}→{written_number(result.level, words)}"


def _print_row(page: Page, row: tuple[str, ...], sizes: list[int], title: str) -> None:
    """One row; the title last, so that it may run on, or on a line of its own where narrow."""
    cells = [pad(cell, size) for cell, size in zip(row, sizes, strict=True)]
    inset = row[0][: len(row[0]) - len(row[0].lstrip())]
    lead = " ".join((cells[0], " | ".join(cells[1:]))) + "  "
    if page.columns - width(lead) >= 24:
        page.text(title, lead)
    elif width(lead.rstrip()) <= page.columns:
        page.text(lead.rstrip())
        page.text(title, inset + "  ")
    else:
        page.text(f"{row[0].strip()} {row[1]}  {title}".strip(), inset)
        page.text(" | ".join(row[2:]), inset + "  ")


def _beside(page: Page, score: Score, result: NodeResult) -> str:
    """What stands behind a part's name: the range that its level lies in, what is still open."""
    band = band_title(score, result, page.words)
    return (f": {band}" if band else "") + _open_interval(page.words, result)


def _open_interval(words: Words, result: NodeResult) -> str:
    """The interval, where unknown answers leave it open."""
    low, high = result.rolled.interval
    if low == high or result.rolled.status is LevelStatus.NOT_APPLICABLE:
        return ""
    return " " + words("({interval} when all is known)", interval=interval(low, high, words))


def _held_back(page: Page, score: Score) -> None:
    """One sentence per part that is held back or has no level, upper parts first."""
    sentences = [held_back(score, result, page.words) for result in score.scored.values()]
    holds = [hold for hold in sentences if hold]
    if holds:
        page.heading(page.words("What holds levels back"))
    for hold in holds:
        page.item(hold)


def _patterns(page: Page, score: Score, file: str) -> None:
    """The gravest patterns that are present; the rest is a command away."""
    if not score.patterns:
        return
    words = page.words
    page.heading(words("Risk patterns"))
    present = present_patterns(score)
    for result in present[:_SHOWN_PATTERNS]:
        page.item(pattern_sentence(score, result, words))
    if not present:
        page.item(words("None at medium or high."))
    rest = len(present) - _SHOWN_PATTERNS
    if rest > 0:
        singular = "One more pattern is at medium or high: `sdgassess explain {file}` shows all."
        plural = "{n} more patterns are at medium or high: `sdgassess explain {file}` shows all."
        page.item(words.plural(singular, plural, rest, file=file))
    cannot = sum(r.result is Risk.CANNOT_BE_ASSESSED for r in score.patterns)
    if cannot:
        singular = "One pattern cannot be assessed: too little is known."
        plural = "{n} patterns cannot be assessed: too little is known."
        page.item(words.plural(singular, plural, cannot))


def _style(page: Page, score: Score) -> None:
    """Where the municipality stands on each axis that was answered, and what to watch."""
    axes = {axis.id: axis for axis in score.questionnaire.style}
    answered = [result for result in score.style if result.position]
    if answered:
        page.heading(page.words("Style (never good or bad)"))
    for result in answered:
        axis = axes[result.axis]
        names = ", ".join(position_name(axis, place, page.words) for place in result.position)
        line = f"{page.say(axis.title)}: {names}"
        if watch := ", ".join(still_to_watch(score, result)):
            line += ". " + page.words("Keep an eye on {questions}.", questions=watch)
        page.item(line)


def _unsettled(page: Page, score: Score) -> None:
    """What to talk about and what to find evidence for, in one sentence each."""
    words = page.words
    disagreed = [q for q, result in score.questions.items() if result.disagreement]
    weak = unbacked(score)
    inside = [key for key in score.questionnaire.nodes if key in score.inside_view]
    if disagreed or weak or inside:
        page.heading(words("Before you rely on it"))
    if disagreed:
        singular, plural = "Not agreed on {questions}.", "Not agreed on {n}: {questions}."
        page.item(words.plural(singular, plural, len(disagreed), questions=", ".join(disagreed)))
    if inside:
        singular = "{factors} is {the_subject}'s own view only: nobody from outside was heard."
        plural = "{factors} are {the_subject}'s own view only: nobody from outside was heard."
        page.item(words.plural(singular, plural, len(inside), factors=", ".join(inside)))
    if weak:
        singular = "One answer stands higher than it is backed: {questions}."
        plural = "{n} answers stand higher than they are backed: {questions}."
        page.item(words.plural(singular, plural, len(weak), questions=", ".join(weak)))
