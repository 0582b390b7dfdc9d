"""The page of a Word file and its styles: built-in ones, so that staff find and change them."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from sdgassess.media.word.text import element, locale_of

REMARK = "Remark"
"""The style of captions' smaller neighbours: keys, sources and remarks."""
WRITING = "Writing line"
"""The style of a line to write on by hand."""
_OWN = (REMARK, WRITING)
INK = "1A1A1A"
_SOFT = RGBColor(0x4D, 0x4D, 0x4D)
_FONT = "Calibri"
"""A letter that Word brings along, and that others have a stand-in of the same widths for."""

_HEADINGS: dict[int, tuple[float, float, float]] = {
    1: (20, 0, 6),
    2: (14, 14, 4),
    3: (12, 10, 2),
    **dict.fromkeys((4, 5, 6), (11, 8, 2)),
}
"""Size, space above and below, by level."""
DEEPEST = max(_HEADINGS)
"""The deepest heading that has a style of ours."""


def set_page(file: WordDocument, *, compact: bool) -> None:
    """A4 upright, with margins that office printers and binders leave free."""
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    margin = Mm(15 if compact else 20)
    section.left_margin = section.right_margin = margin
    section.top_margin, section.bottom_margin = margin, Mm(16)
    section.header_distance = section.footer_distance = Mm(8)


def text_width(file: WordDocument) -> float:
    """How wide the text is, in points."""
    section = file.sections[0]
    page, left, right = section.page_width, section.left_margin, section.right_margin
    assert page is not None, "set with the page"
    assert left is not None, "set with the page"
    assert right is not None, "set with the page"
    return (page - left - right) / Pt(1)


def set_styles(file: WordDocument, language: str, *, compact: bool) -> None:
    """Letters, sizes, spaces and the language, in the styles that Word has for them."""
    size = 9.5 if compact else 11
    _drop_table_styles(file)
    _set_defaults(file, language)
    _style(file, "Normal", size, 0, 3 if compact else 6)
    for level, (points, above, below) in _HEADINGS.items():
        style = _style(file, f"Heading {level}", points * (0.9 if compact else 1), above, below)
        style.font.bold = True
        style.paragraph_format.keep_with_next = True
    _style(file, "List Bullet", size, 0, 2)
    caption = _style(file, "Caption", size, 6, 3)
    caption.font.bold = True
    quote = _style(file, "Quote", size, 4, 2)
    quote.font.italic = True
    quote.paragraph_format.left_indent = Mm(6)
    for name in ("Header", "Footer", REMARK):
        style = _style(file, name, size - 1.5, 0, 4 if name == REMARK else 0)
        style.font.color.rgb = _SOFT
    line = _style(file, WRITING, size, 0, 0)
    line.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    line.paragraph_format.line_spacing = Mm(7.5 if compact else 9)


def set_settings(file: WordDocument, language: str) -> None:
    """What Word asks before it opens a file: no older mode, and the language of its letters."""
    settings = file.settings.element
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    for tag in ("w:savePreviewPicture", "w:proofState", "w:rsids"):
        for leftover in settings.findall(qn(tag)):
            settings.remove(leftover)
    for theme in settings.findall(qn("w:themeFontLang")):
        theme.attrib.clear()
        theme.set(qn("w:val"), locale_of(language))
    # The template has a zoom without its percentage, which the format does not allow.
    for zoom in settings.findall(qn("w:zoom")):
        zoom.set(qn("w:percent"), "100")


def _drop_table_styles(file: WordDocument) -> None:
    """Drop the template's hundred coloured looks of tables: ours are drawn, and nobody waits."""
    styles = file.styles.element
    for style in styles.findall(qn("w:style")):
        is_used = style.get(qn("w:default")) or style.get(qn("w:styleId")) == "TableGrid"
        if style.get(qn("w:type")) == "table" and not is_used:
            styles.remove(style)


def _set_defaults(file: WordDocument, language: str) -> None:
    """The language of everything, and no spacing but the styles' own."""
    styles = file.styles.element
    for lang in styles.iter(qn("w:lang")):
        lang.set(qn("w:val"), locale_of(language))
        lang.set(qn("w:eastAsia"), locale_of(language))
    defaults = styles.find(qn("w:docDefaults"))
    assert defaults is not None, "every template has them"
    for spacing in defaults.iter(qn("w:spacing")):
        spacing.set(qn("w:after"), "0")


def _style(
    file: WordDocument, name: str, points: float, above: float, below: float
) -> ParagraphStyle:
    """One style with the letter and ink of all; our own are made the first time."""
    if name in _OWN:
        own = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        own.base_style = file.styles["Normal"]
    style = file.styles[name]
    assert isinstance(style, ParagraphStyle), "every name here is one of a paragraph's"
    _set_font(style)
    style.font.size = Pt(points)
    style.font.bold = style.font.italic = False
    style.font.color.rgb = RGBColor.from_string(INK)
    spaces = style.paragraph_format
    spaces.space_before, spaces.space_after = Pt(above), Pt(below)
    spaces.line_spacing = 1.1
    return style


def _set_font(style: ParagraphStyle) -> None:
    """One letter for all scripts; a theme's would come before it."""
    properties = style.element.get_or_add_rPr()
    for theme_fonts in properties.findall(qn("w:rFonts")):
        properties.remove(theme_fonts)
    fonts = element("w:rFonts", ascii=_FONT, hAnsi=_FONT, cs=_FONT, eastAsia=_FONT)
    properties.insert(0, fonts)
