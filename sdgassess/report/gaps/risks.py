"""The risk patterns of a gap report: what each means, which answers point to it, the way out."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.document.blocks import (
    Block,
    Paragraph,
    Together,
    heading,
    labelled,
    paragraph,
)
from sdgassess.document.runs import Run
from sdgassess.phrases import labels
from sdgassess.phrases.patterns import (
    pattern_of,
    pattern_texts,
    present_patterns,
    printed_patterns,
    risk_words,
    unknown_in_rule_words,
)
from sdgassess.report.gaps.edition import GapEdition
from sdgassess.scoring.patterns import PatternResult, Risk


def risks_part(edition: GapEdition) -> Iterator[Block]:
    """The risk patterns: those that are present with what triggered them, the others by name."""
    if not edition.score.patterns:
        return
    words = edition.words
    yield heading(words(labels.RISK_PATTERNS))
    present = present_patterns(edition.score)
    if not present:
        yield paragraph(words("None at medium or high."))
    for result in present:
        yield Together(tuple(_pattern(edition, result)))
    absent = [result for result in printed_patterns(edition.score) if result not in present]
    if absent:
        names = "; ".join(_title(edition, result) for result in absent)
        yield paragraph(words("The others: {patterns}.", patterns=names), small=True)


def _title(edition: GapEdition, result: PatternResult) -> str:
    """A pattern's name and how grave it is."""
    name = edition.line(pattern_of(edition.score, result).title)
    return f"{name}: {risk_words(result, edition.words)}"


def _pattern(edition: GapEdition, result: PatternResult) -> Iterator[Block]:
    """One pattern: what it says, the answers that point to it in words, the way out, a quote."""
    words, rules = edition.words, pattern_of(edition.score, result)
    yield heading(_title(edition, result), 3)
    says = [edition.say(text) for text in pattern_texts(edition.score, result)]
    runs = [run for passage in says for run in (Run(" "), passage)]
    if runs:
        yield Paragraph(tuple(runs[1:]))
    if rules.way_out is not None and result.result in (Risk.HIGH, Risk.MEDIUM):
        yield labelled(words("Way out"), edition.say(rules.way_out))
    marks = ", ".join(f"{key} {edition.mark_of(key)}" for key in result.triggered)
    remarks = [words("What points to it: {ids}.", ids=marks)] if marks else []
    if result.unknown:
        remarks.append(unknown_in_rule_words(edition.score, result, words))
    if remarks:
        yield paragraph(" ".join(remarks), small=True)
    if rules.quotes:
        yield edition.quotation(rules.quotes[0])
