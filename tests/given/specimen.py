"""A made-up report with every kind of block, and with text that formats would stumble over."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from sdgassess.document.blocks import (
    Beside,
    Block,
    Bullets,
    Cell,
    Choice,
    Choices,
    Count,
    Counts,
    Document,
    Figure,
    Heading,
    NewPage,
    Paragraph,
    Quotation,
    Table,
    Together,
    WritingLines,
)
from sdgassess.document.charts.distribution import Distribution, LevelCount
from sdgassess.document.charts.scale import Rung
from sdgassess.document.runs import Run, plain_runs

LETTERS = "æøåäöÆØÅÄÖ"
"""Every one of them must come out of every file as text."""

NASTY = (
    "=1+1",
    "+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "<script>alert(1)</script>",
    "</svg><img src=x onerror=alert(1)>",
    '#panic() #read("/etc/passwd") $x$ `raw` <label> @ref',
    "{{ 7*7 }} {% raw %}",
    "&amp; &lt; <w:t>xml</w:t> ]]>",
    "| [link](javascript:alert(1)) ![x](http://example.org/x.png) **bold** # head",
    "\\x1b[31m red",
    "C:\\new\\table",
)
"""Text that stays the words that it is, in every format."""

PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60" width="200" height="60">'
    '<rect x="10" y="10" width="120" height="12" fill="#0b4f8a"/>'
    '<rect x="10" y="34" width="60" height="12" fill="none" stroke="#1a1a1a"/>'
    '<text x="140" y="20" font-size="10" font-family="\'Source Sans 3\', Arial, sans-serif"'
    ' fill="#1a1a1a">Æble 2</text></svg>'
)
"""A drawing with bars and words."""

CHART = Distribution(
    title="Two bars",
    alt="Two questions stand at level 2, Æble, and one at level 1.",
    levels=(LevelCount(Rung(Fraction(2), "Æble"), 2, 1), LevelCount(Rung(Fraction(1)), 1, 1)),
    states=(),
)


def chart_of(levels: int) -> Distribution:
    """A chart that is higher the more levels it has."""
    counts = (LevelCount(Rung(Fraction(level)), level, level) for level in range(levels))
    return CHART._replace(levels=tuple(counts))


def specimen(*blocks: Block, language: str = "da") -> Document:
    """The report; with blocks of one's own, a head and just these."""
    head = Heading(1, plain_runs(f"Prøvetryk {LETTERS}"))
    return Document(
        title=f"Prøvetryk {LETTERS}",
        language=language,
        subject="En rapport med alt",
        footer="Prøveby Kommune · Prøvetryk",
        date=dt.date(2026, 3, 12),
        blocks=(head, *(blocks or _everything())),
    )


def _everything() -> tuple[Block, ...]:
    """One of each, and the nasty texts in all of them."""
    nasty = tuple(plain_runs(text) for text in NASTY)
    swedish = Run("gapa inte efter för mycket på en gång", "sv")
    return (
        Paragraph((Run("Det vigtigste: "), Run("budget", strong=True), Run(" og "), swedish)),
        Paragraph(plain_runs("En bemærkning i småt"), small=True),
        Counts((Count("24", "spørgsmål besvaret"), Count("6", "skridt"), Count("2", "mønstre"))),
        Heading(2, plain_runs("Lister og tabeller")),
        Bullets(nasty),
        Table(
            caption=plain_runs("Faktorer og niveauer"),
            head=(plain_runs("Faktor"), plain_runs("Niveau"), plain_runs("Noter")),
            rows=(
                (Cell(plain_runs("Budget")), Cell(plain_runs("2"), True, 2), Cell(room=2)),
                (Cell((swedish,)), Cell(plain_runs("?"), True), Cell(nasty[0])),
                *((Cell(text), Cell(plain_runs("4"), True, 5), Cell(text)) for text in nasty),
            ),
            shares=(3, 1, 2),
        ),
        Heading(3, nasty[3]),
        Figure(CHART, plain_runs("Sådan læses figuren")),
        Quotation(Run("Byrådet vedtog i 2018", "da"), plain_runs("Gladsaxe, 2018–2022 [001:86]")),
        NewPage(),
        Heading(2, plain_runs("At skrive i")),
        Together(
            (
                Paragraph(plain_runs("Det første skridt")),
                WritingLines("Hvem", 1, plain_runs("økonomichef <b>")),
                WritingLines("Senest", 2),
            )
        ),
        Beside(
            (Heading(3, plain_runs("Her er vi nu")), Paragraph(nasty[5])),
            (Heading(3, plain_runs("Næste niveau")), Paragraph(nasty[7])),
        ),
        Choices(
            "Hvor fast er det?",
            (
                Choice("0", plain_runs("Slet ikke")),
                Choice("1", nasty[8], ticked=True),
                Choice("?", plain_runs("Det ved ingen her")),
            ),
        ),
    )


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000"
    "000c49444154789c63e0f6ef0200014d00e52aab49370000000049454e44ae426082"
)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 9"><path d="M0 0H900V9Z"/></svg>'
