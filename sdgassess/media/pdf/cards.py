"""The writer of voting cards: four of A6 on a sheet of A4, to be cut."""

from __future__ import annotations

from sdgassess.document.cards import Cards
from sdgassess.document.palette import TEXT
from sdgassess.media.pdf.line_breaks import pieces
from sdgassess.media.pdf.typesetting import REGIONS, typeset

ON_A_SHEET = 4


def cards_pdf(cards: Cards) -> bytes:
    """Write cards.

    Returns:
        A PDF that claims PDF/UA-1 and PDF/A-2a; the same cards give the same bytes.

    Raises:
        UsageRefused: Typst is not installed.
    """
    values = [
        {
            "mark": card.mark,
            "name": {"pieces": pieces(card.name.text), "language": card.name.language},
        }
        for card in cards.cards
    ]
    sheets = [values[n : n + ON_A_SHEET] for n in range(0, len(values), ON_A_SHEET)]
    value = {
        "title": cards.title,
        "language": cards.language,
        "region": REGIONS.get(cards.language),
        "text": TEXT,
        "sheets": sheets,
    }
    return typeset("cards.typ", value, cards.date)
