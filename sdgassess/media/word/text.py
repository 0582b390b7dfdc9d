"""Words in a Word file: runs with their language and weight, elements, and where they go."""

from __future__ import annotations

from typing import Any, NamedTuple

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from sdgassess.document.runs import Runs
from sdgassess.media.office import LOCALES
from sdgassess.text import visible

_BEFORE_LANGUAGE = ("w:eastAsianLayout", "w:specVanish", "w:oMath")


def locale_of(language: str) -> str:
    """A language as Word names it."""
    return LOCALES.get(language, language)


def element(tag: str, **attributes: str) -> Any:
    """An element of Word's, with attributes of its own namespace."""
    node: Any = OxmlElement(tag)
    for name, value in attributes.items():
        node.set(qn(f"w:{name}"), value)
    return node


def write_runs(
    paragraph: Paragraph,
    runs: Runs,
    language: str,
    *,
    strong: bool = False,
    colour: str | None = None,
) -> None:
    """Write words into a paragraph.

    Args:
        paragraph: where they go, behind what stands there.
        runs: the words.
        language: the document's; a run in another one is marked as such.
        strong: whether all of it stands out.
        colour: the ink as six hexadecimal digits; the style's where not given.
    """
    for run in runs:
        if not run.text:
            continue
        written = paragraph.add_run(visible(run.text))
        if run.strong or strong:
            written.bold = True
        if colour is not None:
            written.font.color.rgb = RGBColor.from_string(colour)
        if run.language is not None and run.language != language:
            mark = element("w:lang", val=locale_of(run.language))
            written._r.get_or_add_rPr().insert_element_before(mark, *_BEFORE_LANGUAGE)


class Destination(NamedTuple):
    """Where blocks are written.

    Attributes:
        container: the file, or a cell of a table that only lays out a page.
        file: the file, which knows the styles.
        width: how wide it is, in points.
    """

    container: WordDocument | _Cell
    file: WordDocument
    width: float
