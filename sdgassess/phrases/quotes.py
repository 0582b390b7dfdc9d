"""A document's own words, where they stand, and our translation for who reads another language.

Every medium says a translation in these words, so that nobody takes it for the document's.
"""

from __future__ import annotations

from sdgassess.document.passage import passage_line
from sdgassess.language import Words
from sdgassess.model.question import Quote, Text, folded
from sdgassess.model.reference import Point
from sdgassess.numbers import written_number
from sdgassess.phrases.references import CONFIDENCE, SCOPE_NOTE
from sdgassess.text import one_line


def translation_of(quote: str | None, gloss: Text | None, language: str) -> str | None:
    """Our translation of a quote, on one line.

    None where there is none in the language, or where the quote is in that language itself.
    """
    if quote is None or gloss is None or language not in gloss.words:
        return None
    translation = gloss.words[language]
    return None if folded(translation) == folded(quote) else one_line(translation)


def translation_words(quote: str | None, gloss: Text | None, words: Words) -> str:
    """The translation, marked as ours; empty where none is needed."""
    translation = translation_of(quote, gloss, words.language)
    if translation is None:
        return ""
    return words("our translation: {gloss}", gloss=words.quoted(translation))


def translation_beside(quote: str | None, gloss: Text | None, words: Words) -> str:
    """The same in brackets behind a quote, with the space between; empty where none is needed."""
    translation = translation_words(quote, gloss, words)
    return f" ({translation})" if translation else ""


def quote_line(quote: Quote, words: Words) -> str:
    """A quote with where it stands and its translation: `“…” [004:20] (our translation: “…”)`."""
    beside = translation_beside(quote.quote, quote.gloss, words)
    return f"{words.quoted(one_line(quote.quote))} [{quote.source}]{beside}"


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
