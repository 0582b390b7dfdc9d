"""Typst, which sets every PDF: a template of ours and a value in, the bytes of a tagged file out.

Values go to a template as JSON, so that text in them is never markup; templates lie in the
package, and so do the letters. A file claims PDF/UA-1 and PDF/A-2a, and Typst refuses to write
one that has a picture without words or a skipped heading; whatever it warns of is a fault of ours.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Collection
from typing import Any

from sdgassess.document.blocks import Look
from sdgassess.media.pdf.letters import printable_text
from sdgassess.package import FONTS, TEMPLATES, install_command
from sdgassess.problem import Fact, InputRefused, Problem, UsageRefused, Where
from sdgassess.text import before_picture

REPORT = "report.typ"
"""The template of what can be had as a web page as well; of posters, cards and the like there are
PDFs alone."""
REGIONS = {"da": "DK", "sv": "SE", "en": "GB"}
"""The country that each language is hyphenated and read aloud as in."""

_CELL = re.compile(
    rb"(?<=obj\n)(<</Type/StructElem/S/TD/P \d+ 0 R(?:/Lang\([A-Za-z-]*\))?/A\[<</O/Table)"
    rb"(/Headers\[\(U(\d+)x(\d+)y0\)\])>>"
)
"""A cell of a table's body as Typst writes it; its column's head is `U` table `x` column."""
_TAG = re.compile("<[a-z][^<>]*>")
_WEIGHT = re.compile('font-weight="([a-z0-9]+)"')

_ATTRIBUTES = ("alt", "subject")
"""The keys of texts that stand behind the page: what a picture is called, what a file is about."""
_LONGEST = 16_000
"""Characters of such a text: PDF/A allows 32,767 bytes, and a letter may take two."""


def typeset(template: str, value: Any, stamp: dt.date) -> bytes:
    """Set a template with a value.

    Args:
        template: the name of a template in the package, such as `report.typ`.
        value: what it reads with `json(bytes(sys.inputs.value))`; letters that the font lacks
            are replaced in every text of it, and bytes become lists of numbers.
        stamp: the day that the file is stamped with; the same value gives the same bytes.

    Returns:
        A PDF that claims PDF/UA-1 and PDF/A-2a.

    Raises:
        UsageRefused: Typst is not installed, as on platforms that it is not made for.
        RuntimeError: the template and the value do not go together, which is a fault of ours.
    """
    try:
        import typst  # noqa: PLC0415 - only where a PDF is set
    except ImportError as missing:
        facts: dict[str, Fact] = {"command": install_command(["typst"])}
        if template == REPORT:
            facts["page"] = ".html"
        raise UsageRefused(Problem("P601", Where(), facts)) from missing
    written, warned = typst.compile_with_warnings(
        str(TEMPLATES / template),
        root=str(TEMPLATES),
        font_paths=typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]
        ),
        format="pdf",
        sys_inputs={"value": json.dumps(_for_font(value), ensure_ascii=False)},
        pdf_standards=["ua-1", "a-2a"],
        timestamp=dt.datetime.combine(stamp, dt.time(), dt.UTC),
    )
    # A warning is a letter without a glyph or the like: the file would be written, and be wrong.
    if warned:
        raise RuntimeError(f"{template}: {[warning.message for warning in warned]}")
    return written


def typeset_with_logo(template: str, value: dict[str, Any], date: dt.date) -> bytes:
    """Set a template; where only the logo stands in the way, say so.

    Args:
        template: the file name of a template.
        value: its value, with the logo under `look`.
        date: the day that stamps the file.

    Raises:
        UsageRefused: Typst is not installed.
        InputRefused: the logo is a picture that no PDF of this kind can hold (P609).
        RuntimeError: the value cannot be set even without the logo, which is a fault of ours.
    """
    try:
        return typeset(template, value, date)
    except RuntimeError:
        # Typst does not say what it refused, so the page is set once more without the logo.
        if value["look"]["logo"] is None:
            raise
        typeset(template, {**value, "look": {**value["look"], "logo": None}}, date)
        raise InputRefused(Problem("P609", Where())) from None


def logo_value(look: Look, alt: str) -> dict[str, Any] | None:
    """The logo as a template reads it.

    Args:
        look: the municipality's own look.
        alt: what the picture is called for those who do not see it.

    Returns:
        Its bytes, its kind and what it is called; None where there is none.
    """
    if look.logo is None:
        return None
    kind = {"jpeg": "jpg"}.get(look.logo.kind, look.logo.kind)
    return {"picture": look.logo.picture, "kind": kind, "alt": alt}


def _for_font(value: Any, key: str = "") -> Any:
    """A value of lists and maps with its texts as the font can print them, bytes as numbers."""
    if isinstance(value, str):
        text = printable_text(value)
        return _shortened(text) if key in _ATTRIBUTES else text
    if isinstance(value, bytes):
        return list(value)
    if isinstance(value, dict):
        return {name: _for_font(part, name) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_for_font(part) for part in value]
    return value


def _shortened(text: str) -> str:
    """A text that is no part of the page, as long as it can be."""
    return text if len(text) <= _LONGEST else f"{text[: before_picture(text, _LONGEST - 2)]} …"


def with_weights(svg: str) -> str:
    """A drawing whose letters have the weight that they ask for.

    Typst sets the letters of a drawing in the lightest cut of a variable font where the weight
    is the usual one. Saying the weight to the font itself, too, sets them right.

    Args:
        svg: one `<svg>` element; weights stand in it as attributes, `font-weight="700"`.

    Returns:
        The same drawing for Typst; other readers of SVG need no such help.
    """
    by_element = _TAG.sub(lambda tag: _WEIGHT.sub(_weight_of_font, tag.group()), svg)
    return by_element.replace("<svg ", """<svg font-variation-settings="'wght' 400" """, 1)


def _weight_of_font(weight: re.Match[str]) -> str:
    """An attribute that says a weight, said to the font as well."""
    number = {"normal": "400", "bold": "700"}.get(weight[1], weight[1])
    return f"""{weight.group()} font-variation-settings="'wght' {number}\""""


def with_row_heads(pdf: bytes, tables: Collection[int]) -> bytes:
    """A file in which the first cell of a table's rows is the head of its row, for screen readers.

    Typst marks the heads of columns by itself, but no Python program can ask it for heads of rows
    yet. It writes the tags as plain text, so that they are changed in place: every change is as
    long as what it replaces, and no other byte moves. In such a table cells no longer list the
    heads of their columns; readers find heads of both kinds by their scope.

    Args:
        pdf: a file set by Typst.
        tables: which of its tables, counted from 1 in the order of reading.

    Returns:
        The file with the heads marked.
    """

    def with_scope(cell: re.Match[bytes]) -> bytes:
        """A cell that is a head by its column, or that finds its heads by their scope."""
        start, headers, table, column = cell.groups()
        if int(table) not in tables:
            return cell.group()
        # Filled up with spaces: the file lists the byte at which each object begins.
        if int(column) == 0:
            return start.replace(b"/S/TD", b"/S/TH") + b"/Scope/Row".ljust(len(headers)) + b">>"
        return start + b" " * len(headers) + b">>"

    return _CELL.sub(with_scope, pdf)
