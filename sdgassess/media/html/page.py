"""A report as one HTML file that opens, prints and is read aloud anywhere.

No scripts, no requests, no letters of its own: a page that can be mailed, put on a website or
printed from a browser. Every text is escaped by the template, and hidden characters come out
visible, wherever in the page they stand.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sdgassess.document.blocks import Beside, Document, Heading, Logo, Paragraph, Table
from sdgassess.document.margins import LOGO, PAGE_NUMBER
from sdgassess.document.runs import text_of
from sdgassess.language import Words
from sdgassess.media.charts.drawing import draw, draw_narrow
from sdgassess.media.charts.steps import draw_steps, steps_words
from sdgassess.media.html.filling import (
    SCRIPTS,
    can_be_filled,
    cell_label,
    fixed_words,
    page_data,
    pieces,
)
from sdgassess.media.html.script import checksum, own_script, script_data
from sdgassess.media.html.sections import Section, sections
from sdgassess.package import TEMPLATES
from sdgassess.text import visible

if TYPE_CHECKING:
    from jinja2 import Environment

_MEDIA = {"png": "image/png", "jpeg": "image/jpeg", "svg": "image/svg+xml"}
_PAGE, _PAGES = "\x00", "\x01"
"""Where the page's number and their count go; no text of ours holds these characters."""


class _TableColumn(NamedTuple):
    """A column of a table: its share of the width in per cent, and whether it holds numbers."""

    percent: str
    numeric: bool


def report_html(document: Document, words: Words) -> str:
    """The report as one HTML file; see `html_pieces`."""
    return "".join(html_pieces(document, words))


def html_pieces(document: Document, words: Words) -> Iterator[str]:
    """The report as one HTML file, piece by piece, for a large one takes room many times over.

    Args:
        document: the report; a heading of level 1 is its first block, or stands below a line.
        words: the fixed words, in the document's language.

    Returns:
        The file's text, to be written as UTF-8. The same document gives the same text.
    """
    title = _title_place(document)
    parts = sections(document.blocks[title + 1 :])
    first = _first_page(parts)
    page = environment().get_template("report.html.jinja")
    yield from page.generate(
        document=document,
        lead=[block for block in document.blocks[:title] if isinstance(block, Paragraph)],
        head=document.blocks[title],
        first_page=parts[:first],
        sections=parts[first:],
        contents=[part for part in parts if part.head],
        logo=_data_uri(document.look.logo),
        fixed=_fixed_words(words),
        drawn=lambda chart: draw(chart, words),
        steps_words=lambda steps: steps_words(steps, words),
        drawn_narrow=lambda chart: draw_narrow(chart, words),
        table_name=lambda number, table: words(
            "Table {number}: {caption}", number=number, caption=table.spoken_name
        ),
        chart_name=lambda number, title: words(
            "Figure {number}: {title}", number=number, title=title
        ),
        room=lambda lines: words.plural(
            "Room to write: one line", "Room to write: {n} lines", lines
        ),
        foot=_css_string(document.footer),
        page_number=_page_number(words),
        **_filling(document, words),
    )
    yield "\n"


def _filling(document: Document, words: Words) -> dict[str, Any]:
    """What a form needs to be filled in on the screen; nothing on any other page."""
    if not document.fill_in:
        return {"filling": None}
    from markupsafe import Markup  # noqa: PLC0415 - comes with jinja2, which is heavy

    script = own_script(SCRIPTS)
    return {
        "filling": fixed_words(words),
        "data": script_data(page_data(document, words)),
        "script": Markup(script),  # noqa: S704 - files of ours
        "script_hash": checksum(script),
    }


def _title_place(document: Document) -> int:
    """Where the heading of level 1 stands among the blocks."""
    heads = (n for n, b in enumerate(document.blocks) if isinstance(b, Heading) and b.level == 1)
    return next(heads, 0)


def _first_page(parts: tuple[Section, ...]) -> int:
    """How many parts stand on the first page, before the contents; none where it has no end."""
    ends = (n for n, part in enumerate(parts, 1) if any(b.kind == "newpage" for b in part.blocks))
    return next(ends, 0)


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates' surroundings: text is escaped, and what is missing is a fault."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 - heavy

    surroundings = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    surroundings.filters |= {
        "columns": _columns,
        "shares": _shares,
        "least_width": _least_width,
        "has_ids": lambda table: _holds_ids(table, 0),
        "to_fill": _to_fill,
        "pieces": pieces,
        "words_of": text_of,
        "drawn_steps": draw_steps,
        "can_be_filled": can_be_filled,
        "cell_label": cell_label,
    }
    return surroundings


def _harmless(value: Any) -> Any:
    """Every text that goes into the page, hidden characters made visible; markup as it is."""
    return visible(value) if type(value) is str else value


def _fixed_words(words: Words) -> dict[str, str]:
    """The fixed words that need no facts."""
    return {
        "skip": words("Skip to the report"),
        "contents": words("Contents"),
        "logo": words(LOGO),
        "ticked": words("ticked"),
    }


def _shares(block: Beside) -> str:
    """How the room goes to two columns beside each other, as CSS says it."""
    return " ".join(f"minmax(0, {share:g}fr)" for share in block.shares)


def _columns(table: Table) -> list[_TableColumn]:
    """The columns of a table."""
    total = sum(table.shares) or 1
    return [
        _TableColumn(f"{100 * share / total:.4g}", _numeric(table, column))
        for column, share in enumerate(table.shares)
    ]


def _numeric(table: Table, column: int) -> bool:
    """Whether every cell of a column is a number or a mark."""
    return bool(table.rows) and all(row[column].numeric for row in table.rows)


_NARROW, _ID, _WORDS, _MAIN = 3.5, 5, 8, 18
"""How wide columns of numbers, of ids and of words are at least, in rem, and the one that most is
said in."""
_FEW = 3
"""Of so many columns each has room enough."""
_ID_LETTERS = 8
"""How long an id is at most to stand in a narrow column."""


def _least_width(table: Table) -> str:
    """How many rem a table needs to be read; where there are fewer, it is moved sideways."""
    return f"{sum(_least_column(table, column) for column in range(len(table.head))):g}"


def _least_column(table: Table, column: int) -> float:
    """How many rem a column needs; the one that holds most of what is said as many as a page."""
    if _numeric(table, column):
        return _NARROW
    if _holds_ids(table, column):
        return _ID
    is_main = len(table.head) > _FEW and table.shares[column] > 0.4 * sum(table.shares)
    return _MAIN if is_main else _WORDS


def _holds_ids(table: Table, column: int) -> bool:
    """Whether the heads of the rows are ids, numbers or other marks that take little room."""
    if column or not table.row_heads:
        return False
    return all(len(text_of(row[0].runs)) <= _ID_LETTERS for row in table.rows)


def _to_fill(table: Table) -> bool:
    """Whether people write in a table."""
    return any(cell.room for row in table.rows for cell in row)


def _data_uri(logo: Logo | None) -> str | None:
    """A logo as an address that holds the picture itself."""
    if logo is None:
        return None
    return f"data:{_MEDIA[logo.kind]};base64,{base64.b64encode(logo.picture).decode('ascii')}"


def _page_number(words: Words) -> str:
    """The line with the page's number, as CSS says it."""
    sentence = words(PAGE_NUMBER, n=_PAGE, m=_PAGES)
    counters = {_PAGE: "counter(page)", _PAGES: "counter(pages)"}
    pieces = re.split(f"([{_PAGE}{_PAGES}])", sentence)
    return " ".join(counters.get(piece) or _css_string(piece) for piece in pieces if piece)


def _css_string(text: str) -> str:
    """A text as a string in CSS: what is no letter, number or space is written by its number."""
    plain = (c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in visible(text))
    return f'"{"".join(plain)}"'
