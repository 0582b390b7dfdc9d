"""How much is known, and the ladder of the parts: the figures behind the first page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sdgassess.document.blocks import Block, Count, Counts
from sdgassess.language import N_
from sdgassess.model.profile import State
from sdgassess.phrases.patterns import present_patterns
from sdgassess.report.gaps.edition import GapEdition
from sdgassess.report.gaps.factors import ladder_figures, upper_ladder_rows
from sdgassess.scoring.patterns import Risk
from sdgassess.scoring.score import unbacked

_READING = N_(
    "Outline: as answered. Filled: as far as evidence and agreement carry it. The small "
    "marks are the levels of {the_part}'s questions. The same numbers stand in the table "
    "that follows."
)
_READING_UPPER = N_(
    "Outline: as answered. Filled: as far as evidence and agreement carry it. Not every part has "
    "room here; all of them stand in the table and the figures that follow."
)
_PLAIN = N_(
    "The small marks are the levels of {the_part}'s questions. The same numbers stand in the "
    "table that follows."
)
_PLAIN_UPPER = N_(
    "Not every part has room here; all of them stand in the table and the figures that follow."
)


def ladder_part(edition: GapEdition) -> Iterator[Block]:
    """The figures that are counted, and the ladder with how it is read."""
    yield _counts(edition)
    rows = upper_ladder_rows(edition)
    all_fit = len(rows) == len(edition.score.scored)
    reading = _READING if all_fit else _READING_UPPER
    if edition.score.questionnaire.backing is None:
        reading = _PLAIN if all_fit else _PLAIN_UPPER
    yield from ladder_figures(edition, rows, edition.words(reading))


def _counts(edition: GapEdition) -> Counts:
    """How much is known, how grave it is, how well it is backed."""
    words, score = edition.words, edition.score
    states = Counter(result.state for result in score.questions.values())
    applicable = len(score.questions) - states[State.NOT_APPLICABLE]
    answered = words("{known} of {all}", known=states[None], all=applicable)
    high = sum(pattern.result is Risk.HIGH for pattern in present_patterns(score))
    unclear = sum(pattern.result is Risk.CANNOT_BE_ASSESSED for pattern in score.patterns)
    weak = len(unbacked(score))
    singular, plural = "risk pattern at high", "risk patterns at high"
    if unclear:
        singular = "risk pattern at high; not to be assessed yet: {open}"
        plural = "risk patterns at high; not to be assessed yet: {open}"
    few, more = "answer higher than it is backed", "answers higher than they are backed"
    counts = [Count(answered, words("questions that apply have a level"))]
    if score.questionnaire.patterns:
        counts.append(Count(str(high), words.plural(singular, plural, high, open=unclear)))
    if score.questionnaire.backing is not None:
        counts.append(Count(str(weak), words.plural(few, more, weak)))
    return Counts(tuple(counts))
