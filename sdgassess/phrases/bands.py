"""The named ranges that levels lie in, with what their questionnaire says of them."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.document.passage import passage_line
from sdgassess.language import Words
from sdgassess.model.node import Band
from sdgassess.numbers import written_number
from sdgassess.scoring.evaluation import NodeResult, band_of
from sdgassess.scoring.score import Score


def band_title(score: Score, result: NodeResult, words: Words) -> str:
    """The name of the range that a part's level lies in; empty where it has none."""
    band = band_of(score.questionnaire, result)
    return "" if band is None else passage_line(band.title, words.language)


def uppermost_bands(score: Score, words: Words) -> Iterator[str]:
    """A sentence for each range that the uppermost parts with one lie in, with its words.

    Of a deep tree only the highest tier that has ranges is named: what lies below it stands in
    the table, and forty sentences are no summary.
    """
    in_bands = [r for r in score.scored.values() if band_of(score.questionnaire, r) is not None]
    uppermost = min((result.depth for result in in_bands), default=0)
    parts: dict[tuple[str, str], list[NodeResult]] = {}
    for result in in_bands:
        roll_up, band = score.questionnaire.nodes[result.id].roll_up, _band(score, result)
        if result.depth == uppermost and roll_up is not None:
            parts.setdefault((roll_up.id, band.id), []).append(result)
    for group in parts.values():
        yield _sentence(score, _band(score, group[0]), group, words)


def _band(score: Score, result: NodeResult) -> Band:
    """The range of a part that has one."""
    band = band_of(score.questionnaire, result)
    assert band is not None, "only asked of parts in a range"
    return band


def _sentence(score: Score, band: Band, results: list[NodeResult], words: Words) -> str:
    """A range, the parts in it with their levels, and what it means."""
    language, nodes = words.language, score.questionnaire.nodes
    parts = ", ".join(
        f"{passage_line(nodes[result.id].title, language)} {written_number(result.level, words)}"
        for result in results
        if result.level is not None
    )
    lead = f"{words.quoted(passage_line(band.title, language))}: {parts}."
    return lead if band.text is None else f"{lead} {passage_line(band.text, language)}"
