"""A document's own words, where they stand, and our translation for who reads another language.

Every medium says a translation in these words, so that nobody takes it for the document's.
"""

from __future__ import annotations

from sdgassess.language import Words
from sdgassess.model.question import Quote, Text, folded
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
