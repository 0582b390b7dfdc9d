"""The parts of a result as rows: how high each stands at a glance, and why not higher."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from sdgassess.document.screen import Key, Prose, Row, Rows
from sdgassess.language import Words
from sdgassess.model.question import Level
from sdgassess.numbers import LEVEL_IN_WORDS, LEVEL_OF_MOST, written_number
from sdgassess.phrases.bands import band_title
from sdgassess.phrases.levels import NO_LEVEL, NOT_APPLICABLE, interval
from sdgassess.report.edition import Edition
from sdgassess.report.finding import alike_in_range
from sdgassess.report.glance import Range, ranges
from sdgassess.scoring.evaluation import NodeResult
from sdgassess.scoring.rollup import LevelStatus
from sdgassess.scoring.score import Score, unanswered

_MOST_ROWS = 16
"""More parts than these are no glance any more: what stands highest and lowest is shown."""
_EXTREMES = 6
_NAMED = 2
"""How many answers are named behind a part."""


def ladder(edition: Edition[Score], firm: Collection[str]) -> Iterator[Rows | Key | Prose]:
    """A row for each part, upper ones first with their parts set in; what the signs mean.

    Args:
        edition: the score, and the language it is told in.
        firm: the parts whose level holds whichever one answer is one level off.
    """
    score, words = edition.subject, edition.words
    shown = parts_shown(score)
    marked = signs(score)
    sizes = ranges(score)
    rows = [
        _row(edition, score.scored[name], sizes[name], marked.get(name, ""), firm=name in firm)
        for name in shown
    ]
    yield Rows(tuple(rows), stretch=4)
    yield from _key(marked, words, firm=any(name in firm for name in shown))
    yield from left_out(score, shown, words)


def left_out(score: Score, shown: Sequence[str], words: Words) -> Iterator[Prose]:
    """How many parts a screen has no room for."""
    rest = len(score.scored) - len(shown)
    if rest:
        singular = "One more {one_part} has no room here: --all shows it."
        plural = "{n} more {many_parts} have no room here: --all shows them."
        yield Prose(words.plural(singular, plural, rest))


def parts_shown(score: Score) -> tuple[str, ...]:
    """The parts that a glance has room for: all, or the upper ones, or the highest and lowest."""
    scored = score.scored
    deepest = max(result.depth for result in scored.values())
    for depth in range(deepest, -1, -1):
        shown = tuple(name for name, result in scored.items() if result.depth <= depth)
        if len(shown) <= _MOST_ROWS:
            return shown
    by_level = sorted(
        (name for name in scored if scored[name].level is not None),
        key=lambda name: scored[name].level or 0,
    )
    ends = {*by_level[:_EXTREMES], *by_level[-_EXTREMES:]}
    ends |= set(tuple(scored)[: _MOST_ROWS - len(ends)])
    return tuple(name for name in scored if name in ends)


def signs(score: Score) -> Mapping[str, str]:
    """Which factors are marked as highest or lowest: those that stand out, so never half of them.

    Returns:
        Factor to `^` or `v`; nothing where no level differs.
    """
    if not alike_in_range(score):
        return {}
    levels = score.factor_levels
    ends = (("^", max(levels.values(), default=None)), ("v", min(levels.values(), default=None)))
    marked: dict[str, str] = {}
    for sign, end in ends if len(set(levels.values())) > 1 else ():
        names = [name for name, level in levels.items() if level == end]
        if len(names) * 2 < len(levels):
            marked |= dict.fromkeys(names, sign)
    return marked


def _key(marked: Mapping[str, str], words: Words, *, firm: bool) -> Iterator[Key]:
    """What the signs mean that are used."""
    meanings = (("^", words("highest")), ("v", words("lowest")))
    used = [f"{sign} {meaning}" for sign, meaning in meanings if sign in marked.values()]
    if firm:
        used.append(words("firm: holds even if one answer is one step off"))
    if used:
        yield Key("   ".join(used))


def _row(
    edition: Edition[Score], result: NodeResult, size: Range, sign: str, *, firm: bool
) -> Row:
    """One part: its mark, its id, its level as boxes and as a number, its name, and a remark."""
    score, words = edition.subject, edition.words
    spoken = {"^": words("highest"), "v": words("lowest")}.get(sign, "")
    title = edition.line(score.questionnaire.nodes[result.id].title)
    band = band_title(score, result, words)
    name = f"{title}: {band}" if band else title
    remark, graver = words("firm") if firm else "", remark_on(score, result, words)
    behind = "; ".join(filter(None, (graver, remark)))
    level = _level(result, size, words)
    indent = " " * result.depth
    sentence = f"{result.id} {name}: {_in_words(result, size, words)}"
    return Row(
        (sign, f"{indent}{result.id}", size.at(result.level), level, name, behind),
        "; ".join(
            filter(None, (sentence, spoken, _held_in_words(result, words) or graver, remark))
        ),
        result.depth,
    )


def _level(result: NodeResult, size: Range, words: Words) -> str:
    """A part's level as a number; of how many, where no boxes say so."""
    if result.rolled.status is LevelStatus.NOT_APPLICABLE:
        return "-"
    if result.level is None:
        return "?"
    if size.steps or size.low:
        return written_number(result.level, words)
    return f"{written_number(result.level, words)}/{written_number(size.high, words)}"


def _in_words(result: NodeResult, size: Range, words: Words) -> str:
    """A part's level as it is said."""
    if result.rolled.status is LevelStatus.NOT_APPLICABLE:
        return words(NOT_APPLICABLE)
    if result.level is None:
        return words(NO_LEVEL)
    if size.low < 0:
        return words(LEVEL_IN_WORDS, level=written_number(result.level, words))
    return words(
        LEVEL_OF_MOST,
        level=written_number(result.level, words),
        most=written_number(size.high, words),
    )


def remark_on(score: Score, result: NodeResult, words: Words) -> str:
    """Why a part is not higher, or where its level may lie; empty where nothing is to be said."""
    rolled = result.rolled
    if rolled.status is LevelStatus.NOT_APPLICABLE:
        return ""
    holders = held_by(result)
    if holders and result.level is not None:
        before = written_number(level_without(result), words)
        return words("not {level}: held by {questions}", level=before, questions=_named(holders))
    low, high = rolled.interval
    if result.level is None or low != high:
        where = interval(low, high, words)
        open_ones = unanswered(score, result.id) if result.id in score.factors else ()
        if not open_ones:
            return words("{interval} when all is known", interval=where)
        return words("{interval}: {questions} open", interval=where, questions=_named(open_ones))
    backed = result.backed_level
    if backed is not None and backed < result.level:
        return words("backed only to {level}", level=written_number(backed, words))
    return ""


def _held_in_words(result: NodeResult, words: Words) -> str:
    """What holds a part, as it is said; empty where nothing does."""
    holders = held_by(result)
    if not holders or result.level is None:
        return ""
    before = written_number(level_without(result), words)
    listed = ", ".join(holders)
    return words("held back from {level} by {questions}", level=before, questions=listed)


def held_by(result: NodeResult) -> tuple[str, ...]:
    """What keeps a part below what its answers alone would give: a gate's lowest, or core ones."""
    if result.gate is not None:
        lowest = min(result.gate.inputs.values(), default=None)
        return tuple(name for name, level in result.gate.inputs.items() if level == lowest)
    rolled = result.rolled
    capped = (
        rolled.level is not None and rolled.middle is not None and rolled.middle > rolled.level
    )
    return tuple(rolled.capped_by) if capped else ()


def level_without(result: NodeResult) -> Level:
    """What a part would be if nothing held it."""
    if result.gate is not None:
        return result.gate.raw
    assert result.rolled.middle is not None, "only what is capped is held"
    return result.rolled.middle


def _named(questions: Sequence[str]) -> str:
    """A few ids, and how many more there are."""
    more = f" +{len(questions) - _NAMED}" if len(questions) > _NAMED else ""
    return " ".join(questions[:_NAMED]) + more
