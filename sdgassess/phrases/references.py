"""What a reference is and what its points show, in words."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

from sdgassess.analysis.gaps import PointGap, ReferenceComparison, Verdict, is_way_answered
from sdgassess.analysis.own_way import OwnWay
from sdgassess.document.passage import passage_line
from sdgassess.language import N_, Words
from sdgassess.model.reference import Confidence, Point, Reference, ReferenceKind
from sdgassess.numbers import written_number
from sdgassess.phrases.quotes import translation_beside
from sdgassess.scoring.score import Score
from sdgassess.text import one_line
from sdgassess.trend import NOT_COMPARABLE

SCOPE_NOTE = N_("Scope: {note}.")


KINDS = {
    ReferenceKind.DOCUMENTED: N_("documented"),
    ReferenceKind.ARCHETYPE: N_("constructed archetype"),
    ReferenceKind.TARGET: N_("own target"),
    ReferenceKind.PROFILE: N_("saved profile"),
}

CONFIDENCE = {
    Confidence.A: N_("a concrete arrangement or fact"),
    Confidence.B: N_("self-description"),
    Confidence.C: N_("a researcher's words"),
}

VERDICTS = {
    Verdict.MET: N_("met"),
    Verdict.BELOW: N_("below"),
    Verdict.CONTEXT: N_("context, not judged"),
    Verdict.ANOTHER_WAY: N_("another way, for reading only"),
    Verdict.NOT_COMPARABLE: NOT_COMPARABLE,
}


def verdict_message(score: Score, gap: PointGap) -> str:
    """How a point stands; which way is another is known only where one's own is answered."""
    if gap.verdict is Verdict.ANOTHER_WAY and not is_way_answered(score, gap.point):
        return N_("one of several ways, for reading only")
    return VERDICTS[gap.verdict]


def verdict_words(score: Score, gap: PointGap, words: Words) -> str:
    """The same in words: how many steps below, and what a reference struggled with."""
    if gap.verdict is Verdict.BELOW and not gap.of_part:
        singular, plural = "one step below", "{n} steps below"
        return words.plural(singular, plural, gap.steps)
    if gap.verdict is Verdict.CONTEXT and gap.lack:
        return words("it struggled with this; not judged")
    return words(verdict_message(score, gap))


def not_judged_words(score: Score, against: ReferenceComparison, words: Words) -> str:
    """What a reference tells where nothing of it is missing here; empty where it tells no more."""
    lacks = [gap.question for gap in against.having(Verdict.CONTEXT) if gap.lack]
    if lacks:
        return words("it struggled with {questions}", questions=" ".join(lacks))
    if to_read := against.having(Verdict.ANOTHER_WAY):
        if all(is_way_answered(score, gap.point) for gap in to_read):
            return words("another way of working: for reading only")
        return words("one of several ways of working: for reading only")
    return ""


def caution(words: Words) -> str:
    """What nobody may conclude from documents."""
    return words(
        "Documents tell what exists, seldom what is missing: an empty cell is not a zero, and "
        "no reference is a ranking."
    )


def reference_line(reference: Reference, words: Words) -> str:
    """A reference's name, kind and date."""
    parts = [words(KINDS[reference.kind])]
    if reference.dated and reference.kind is ReferenceKind.DOCUMENTED:
        parts.append(one_line(reference.dated))
    return f"{passage_line(reference.name, words.language)} ({', '.join(parts)})"


def own_way_words(
    way: OwnWay,
    words: Words,
    *,
    missing: bool = True,
    naming: Callable[[PointGap], str] = attrgetter("question"),
) -> str:
    """One's own way of working in two sentences: its conditions, how many stand, what is missing.

    Conditions about which nothing is known are named too, so that the numbers add up.

    Args:
        way: the way of working.
        words: the language.
        missing: whether what is missing is named; not where it follows row by row.
        naming: how a condition is named: by its id where nothing is said.
    """
    named = (
        (N_("Missing: {ids}."), way.missing if missing else ()),
        (N_("Not known here: {ids}."), way.unsettled if way.in_place or way.missing else ()),
        (N_("Does not apply here: {ids}."), way.not_applicable),
    )
    sentences = [way_in_short(way, words)]
    sentences += [words(text, ids=", ".join(map(naming, gaps))) for text, gaps in named if gaps]
    return " ".join(sentences)


def way_in_short(way: OwnWay, words: Words) -> str:
    """One's own way of working, and how many of its conditions are in place.

    None, one and all are said in words; so is that nothing is known of any of them.
    """
    name = passage_line(way.reference.name, words.language)
    every, met = len(way.conditions), len(way.in_place)
    whole = words("Your own way of working: {name}.", name=name)
    if not every:
        return whole
    if len(way.unsettled) == every:
        count = N_("Of its {n} conditions none is known yet.")
    elif met == every:
        count = N_("All of its {n} conditions are in place.")
    else:
        count = {
            0: N_("Of its {n} conditions none is in place."),
            1: N_("Of its {n} conditions one is in place."),
        }.get(met, N_("Of its {n} conditions {met} are in place."))
    return f"{whole} {words(count, n=every, met=met)}"


def point_words(point: Point, words: Words) -> str:
    """What a point shows: bounds, how firmly, the quote with source and translation, the note."""
    parts = [bounds(point, words)]
    if point.confidence is not None:
        parts[0] += f" ({point.confidence}: {words(CONFIDENCE[point.confidence])})"
    if point.quote:
        quote = words.quoted(one_line(point.quote))
        beside = translation_beside(point.quote, point.gloss, words)
        parts.append(f"{quote} [{point.source}, {one_line(point.dated or '')}]{beside}")
    if point.reason is not None:
        parts[-1] += ":" if len(parts) == 1 else "."
        parts.append(passage_line(point.reason, words.language))
    if point.cites:
        parts.append(f"[{one_line(point.cites)}]")
    if point.note is not None:
        note = passage_line(point.note, words.language).rstrip(".")
        parts.append(words(SCOPE_NOTE, note=note))
    return " ".join(parts)


def bounds(point: Point, words: Words) -> str:
    """The bounds of a point in words."""
    if point.at_least is None:
        high = written_number(point.at_most, words) if point.at_most is not None else "?"
        return words("there at most {high}", high=high)
    if point.at_most is None:
        return words("there at least {low}", low=written_number(point.at_least, words))
    if point.at_least == point.at_most:
        return words("there {low}", low=written_number(point.at_least, words))
    low, high = written_number(point.at_least, words), written_number(point.at_most, words)
    return words("there {low} to {high}", low=low, high=high)
