"""Where it stands, at a glance: the parts by level, what is held back, the gravest risk."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sdgassess.analysis.conclusion import is_inconclusive, talk_is_the_finding
from sdgassess.document.blocks import (
    Block,
    Bullets,
    Cell,
    Table,
    table_head,
    words_cell,
)
from sdgassess.document.runs import Run, plain_runs
from sdgassess.document.screen import Steps
from sdgassess.language import Words
from sdgassess.model.profile import State
from sdgassess.model.question import Level
from sdgassess.numbers import small_number, written_number
from sdgassess.phrases import labels
from sdgassess.phrases.levels import STATES, TOO_LITTLE_KNOWN
from sdgassess.phrases.patterns import (
    gravest_patterns,
    gravest_words,
    pattern_of,
    risk_sentence,
    risk_words,
)
from sdgassess.phrases.rows import some
from sdgassess.report.finding import (
    PARTS_OF_ALL,
    gated_words,
    part_names,
    parts_named,
    whole_words,
)
from sdgassess.report.gaps.edition import GapEdition
from sdgassess.report.glance import common_range
from sdgassess.report.scale import parts_scale
from sdgassess.scoring.rollup import LevelStatus

_NAMES = 3
"""How many parts of one level are named; more are counted."""
_AT_AN_END = 8
"""How many parts that stand highest or lowest are named behind how many they are."""
_GROUPS = 7
"""How many levels have a row; where there are more, those at both ends."""
_SHARES = (5.2, 3.4)
PATTERNS = 3
"""How many risk patterns are told with what they say: a nickname alone says nothing."""


def standing_part(edition: GapEdition, patterns: int = PATTERNS) -> Iterator[Block]:
    """Where it stands, what holds back where the title leaves that open, and the gravest risk.

    Args:
        edition: the assessment.
        patterns: how many risk patterns there is room to tell with what they say.
    """
    yield from _standing(edition)
    score, words = edition.score, edition.words
    gated = gated_words(score, words, question_naming(edition)) if is_inconclusive(score) else ()
    # A risk is read from answers; where most of them are not agreed on it waits for the talk.
    gravest = () if talk_is_the_finding(score) else _gravest(edition, patterns)
    sentences = (*whole_words(score, words), *gated, *gravest)
    if sentences:
        yield Bullets(tuple(map(plain_runs, sentences)))


def question_naming(edition: GapEdition) -> Callable[[str], str]:
    """How questions and parts are named on a first page: in words."""

    def name(key: str) -> str:
        rules = edition.score.questionnaire
        if key in rules.questions:
            return edition.words.quoted(edition.line(rules.questions[key].text))
        return edition.title(key)

    return name


def level_head(steps: int | None, words: Words) -> str:
    """The head of a column of levels; where they stand as boxes, of how many steps."""
    if steps is None:
        return words(labels.LEVEL)
    singular, plural = "Level, of one step", "Level, of {count} steps"
    return words.plural(singular, plural, steps, count=small_number(steps, words))


def _standing(edition: GapEdition) -> Iterator[Block]:
    """The factors by level, the highest first; those without one last."""
    words, score = edition.words, edition.score
    scored = score.factors or score.scored
    groups: dict[Level, list[str]] = {}
    without: dict[str, list[str]] = {}
    for name, factor in scored.items():
        if factor.level is not None:
            groups.setdefault(factor.level, []).append(name)
        elif factor.rolled.status is LevelStatus.NOT_APPLICABLE:
            without.setdefault(words(STATES[State.NOT_APPLICABLE]), []).append(name)
        else:
            without.setdefault(words(TOO_LITTLE_KNOWN), []).append(name)
    levels = sorted(groups, reverse=True)
    if len(levels) > _GROUPS:
        half = _GROUPS // 2
        levels = [*levels[:half], *levels[-half:]]
    size = common_range(score, scored)
    rungs = {rung.value: rung for rung in parts_scale(edition, score.questionnaire, [score]).rungs}
    rows = []
    for level in levels:
        rung = rungs.get(level)
        label = written_number(level, words) if rung is None else rung.label(words)
        at_an_end = level in (levels[0], levels[-1])
        few = len(groups[level]) * 2 <= len(scored)  # of most of all, names tell less than a count
        most = _AT_AN_END if at_an_end and few else 0
        steps = None if size is None else size.at(level)
        rows.append(
            (
                _group(edition, groups[level], len(scored), most),
                words_cell(label)._replace(steps=steps if isinstance(steps, Steps) else None),
            )
        )
    for reason, names in without.items():
        rows.append((_group(edition, names, len(scored)), words_cell(reason)))
    if rows:
        boxes = len(size.steps) if size is not None else 0
        level_of = level_head(boxes or None, words)
        yield Table((), table_head(words(labels.WHERE_IT_STANDS), level_of), tuple(rows), _SHARES)


def _group(edition: GapEdition, names: Sequence[str], every: int, most: int = 0) -> Cell:
    """The parts at one level: by name where they are few, else how many they are, some named."""
    words = edition.words
    if len(names) <= _NAMES:
        return words_cell(parts_named(edition.score, names, words))
    count = Run(words(PARTS_OF_ALL, n=len(names), all=every))
    if not most:
        return Cell((count,))
    named = some(part_names(edition.score, names, words), most, words)
    return Cell((count, Run(f": {named}")))


def _gravest(edition: GapEdition, most: int) -> Iterator[str]:
    """The gravest risk patterns with what each says; where they are many, by name alone."""
    words, score = edition.words, edition.score
    gravest = gravest_patterns(score)
    sentences = [risk_sentence(score, result) for result in gravest]
    if len(gravest) > most or None in sentences:
        if sentence := gravest_words(score, words):
            yield sentence
        return
    for result, says in zip(gravest, sentences, strict=True):
        assert says is not None, "looked at above"
        yield words(
            "Risk pattern “{pattern}” ({risk}): {sentence}",
            pattern=edition.line(pattern_of(score, result).title),
            risk=risk_words(result, words),
            sentence=edition.line(says),
        )
