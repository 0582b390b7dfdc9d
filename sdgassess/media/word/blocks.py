"""The blocks of a report, written into a Word file one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from sdgassess.document.blocks import (
    Beside,
    Block,
    Bullets,
    Choices,
    Counts,
    Figure,
    Heading,
    NewPage,
    Paragraph,
    Quotation,
    Table,
    Together,
    WritingLines,
)
from sdgassess.document.runs import Runs, plain_runs
from sdgassess.language import QUOTATION_MARKS, Words
from sdgassess.media.word.contents import LISTED, link_to_head, mark_head
from sdgassess.media.word.pictures import write_chart
from sdgassess.media.word.styles import (
    CONTENTS,
    INK,
    NUMBER,
    REMARK,
    WRITING,
    heading_style,
)
from sdgassess.media.word.tables import add_columns, write_table
from sdgassess.media.word.text import Destination, element, write_runs
from sdgassess.text import visible

TICKED, EMPTY = "☒", "☐"
_LONGEST_NAME = 64
"""Word refuses a control whose name is longer."""
_BOX = """
<w:sdt xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
       xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">
  <w:sdtPr>
    <w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic"/></w:rPr>
    <w:alias w:val=""/>
    <w14:checkbox>
      <w14:checked w14:val="{checked}"/>
      <w14:checkedState w14:val="2612" w14:font="MS Gothic"/>
      <w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/>
    </w14:checkbox>
  </w:sdtPr>
  <w:sdtContent>
    <w:r>
      <w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic"/></w:rPr>
      <w:t>{sign}</w:t>
    </w:r>
  </w:sdtContent>
</w:sdt>
"""


_ABOVE_CONTENTS = Pt(18)


class Writer:
    """Writes blocks at the end of a Word file, or of a cell."""

    def __init__(
        self,
        destination: Destination,
        words: Words,
        *,
        compact: bool,
        listed: Sequence[tuple[int, str]] = (),
        on_template: bool = False,
    ) -> None:
        """Begin.

        Args:
            destination: where the blocks go.
            words: the language of the fixed words.
            compact: whether it is set smaller, and in columns.
            listed: the heads that stand in the list of contents, with their numbers.
            on_template: whether the pages are those of a municipality's own template.
        """
        self._listed = listed
        self._on_template = on_template
        self._heads = 0
        self._destination = destination
        self._words = words
        self._language = words.language
        self._compact = compact
        self._new_page = False
        self._styles: dict[str, str] = {}

    def write(self, block: Block) -> None:
        """Write one block, and those in it."""
        match block:
            case NewPage():
                # How long the first page is on somebody's template, nobody knows: no page is
                # begun for the list, which would leave most of the second one empty.
                self._new_page = not (self._on_template and self._listed)
                self._contents()
            case Together():
                self._together(block)
            case Beside() if self._compact:
                self._columns(block)
            case Beside():
                for inner in (*block.left, *block.right):
                    self.write(inner)
            case Heading() | Paragraph() | Bullets() | Quotation():
                self._text_block(block)
            case _:
                self._object_block(block)

    def _text_block(self, block: Heading | Paragraph | Bullets | Quotation) -> None:
        """What is read on."""
        match block:
            case Heading():
                self._heading(block)
            case Paragraph():
                self._paragraph(block.runs, REMARK if block.small else "Normal")
            case Bullets():
                for item in block.items:
                    self._paragraph(item, "List Bullet")
            case Quotation():
                self._quotation(block)

    def _object_block(self, block: Table | Figure | Counts | WritingLines | Choices) -> None:
        """What is looked at, or filled in."""
        match block:
            case Table():
                self._table(block)
            case Figure():
                self._figure(block)
            case Counts():
                self._counts(block)
            case WritingLines():
                self._writing_lines(block)
            case Choices():
                self._choices(block)

    def _heading(self, block: Heading) -> None:
        """A head, marked where the list of contents may lead to it."""
        is_marked = block.level == LISTED and not self._compact
        if is_marked and self._listed and self._listed[0][0] == self._heads + 1:
            self._contents()
        paragraph = self._paragraph(block.runs, heading_style(block.level))
        if is_marked:
            self._heads += 1
            mark_head(paragraph, self._heads)

    def _contents(self) -> None:
        """The list of contents, at the top of the second page, or set apart from what is above."""
        heads, self._listed = self._listed, ()
        for place, (number, text) in enumerate(heads, 1):
            is_apart = place == 1 and not self._new_page
            line = self._paragraph((), CONTENTS)
            if is_apart:
                line.paragraph_format.space_before = _ABOVE_CONTENTS
            link_to_head(line, number, text, first=place == 1, last=place == len(heads))

    def _paragraph(self, runs: Runs, style: str = "Normal") -> WordParagraph:
        """One paragraph, on a new page where one was asked for."""
        paragraph = self._destination.container.add_paragraph()
        paragraph._p.style = self._style_id(style)
        if self._new_page:
            paragraph.paragraph_format.page_break_before = True
            self._new_page = False
        write_runs(paragraph, runs, self._language)
        return paragraph

    def _style_id(self, name: str) -> str:
        """What a style is called inside the file; each is looked up once."""
        if name not in self._styles:
            self._styles[name] = str(self._destination.file.styles[name].style_id)
        return self._styles[name]

    def _table(self, table: Table) -> None:
        """A table below its caption, where it has one, with some air behind it."""
        if table.caption or self._new_page:
            caption = self._paragraph(table.caption, "Caption")
            caption.paragraph_format.keep_with_next = True
        write_table(self._destination, table, self._language)
        behind = self._paragraph((), REMARK)
        behind.paragraph_format.space_after = Pt(0)

    def _figure(self, figure: Figure) -> None:
        """A chart, and the line that tells how to read it."""
        paragraph = self._paragraph(())
        paragraph.paragraph_format.line_spacing = 1.0
        write_chart(paragraph, figure.chart, self._words, self._destination.width)
        if figure.caption:
            paragraph.paragraph_format.keep_with_next = True
            self._paragraph(figure.caption, REMARK)

    def _counts(self, block: Counts) -> None:
        """Each number on a line, large, with what it counts behind it."""
        widest = max((len(count.number) for count in block.counts), default=0)
        behind = Mm(min(6 + 3.4 * widest, 60))
        for count in block.counts:
            paragraph = self._paragraph(())
            spaces = paragraph.paragraph_format
            spaces.left_indent, spaces.first_line_indent = behind, -behind
            spaces.space_after, spaces.keep_together = Pt(2), True
            spaces.tab_stops.add_tab_stop(behind)
            number = paragraph.add_run(visible(count.number))
            number.style = NUMBER
            paragraph.add_run("\t")
            write_runs(paragraph, plain_runs(count.words), self._language)

    def _quotation(self, block: Quotation) -> None:
        """A document's own words, and below them where they stand."""
        opening, closing = QUOTATION_MARKS[block.quote.language or self._language]
        quote = block.quote._replace(text=f"{opening}{block.quote.text}{closing}")
        paragraph = self._paragraph((quote,), "Quote")
        paragraph.paragraph_format.keep_with_next = True
        source = self._paragraph(block.source, REMARK)
        source.paragraph_format.left_indent = Mm(6)

    def _writing_lines(self, block: WritingLines) -> None:
        """A label with what stands there, and ruled lines below it."""
        label = self._paragraph(())
        write_runs(label, block.full_label, self._language, strong=True)
        if block.written:
            write_runs(label, (*plain_runs(": "), *block.written), self._language)
        label.paragraph_format.space_before, label.paragraph_format.space_after = Pt(4), Pt(0)
        for _ in range(block.lines):
            label.paragraph_format.keep_with_next = True
            _rule(self._paragraph((), WRITING))

    def _choices(self, block: Choices) -> None:
        """Each answer behind a box that can be ticked on the screen and on paper."""
        for place, choice in enumerate(block.choices, 1):
            paragraph = self._paragraph(())
            spaces = paragraph.paragraph_format
            spaces.keep_with_next = place < len(block.choices) or None
            spaces.left_indent, spaces.first_line_indent = Mm(12), Mm(-12)
            spaces.tab_stops.add_tab_stop(Mm(6))
            spaces.tab_stops.add_tab_stop(Mm(12))
            spaces.keep_together = True
            name = f"{choice.mark} · {block.label}"
            write_box(paragraph, name, ticked=choice.ticked)
            paragraph.add_run("\t")
            write_runs(paragraph, plain_runs(choice.mark), self._language, strong=True)
            paragraph.add_run("\t")
            write_runs(paragraph, choice.runs, self._language)

    def _columns(self, block: Beside) -> None:
        """Two columns of a form: a table that lays out, and says so, of one row without a head."""
        if self._new_page:
            self._paragraph((), REMARK)
        words = self._words
        alt = words("Two columns: read the left one first.")
        cells = add_columns(self._destination, block.shares, alt)
        for (cell, width), blocks in zip(cells, (block.left, block.right), strict=True):
            inside = Destination(cell, self._destination.file, width)
            writer = Writer(inside, words, compact=self._compact)
            for inner in blocks:
                writer.write(inner)
            # A cell is born with an empty paragraph, and must keep it where nothing is written.
            first, *written = cell.paragraphs
            if written:
                first._p.getparent().remove(first._p)
        # Two tables that touch would be one.
        below = self._paragraph((), REMARK).paragraph_format
        below.space_after, below.line_spacing = Pt(0), Pt(4)

    def _together(self, block: Together) -> None:
        """Blocks that stay on one page: every paragraph but the last keeps with the next."""
        around: Any = self._destination.container._element
        around = getattr(around, "body", around)
        before = set(around)
        for inner in block.blocks:
            self.write(inner)
        added = [child for child in around if child not in before]
        for child in added[:-1]:
            paragraph: Any
            for paragraph in child.iter(qn("w:p")):
                body = self._destination.file._body
                WordParagraph(paragraph, body).paragraph_format.keep_with_next = True


def _rule(paragraph: WordParagraph) -> None:
    """A line to write on: below each paragraph, also where several follow each other."""
    borders = element("w:pBdr")
    for side in ("bottom", "between"):
        borders.append(element(f"w:{side}", val="single", sz="6", space="1", color=INK))
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(borders, "w:spacing", "w:ind", "w:jc")


def write_box(paragraph: WordParagraph, name: str, *, ticked: bool) -> None:
    """Write a box at the end of a paragraph.

    Args:
        paragraph: where it goes.
        name: what a screen reader calls it; a long one is cut.
        ticked: whether it is ticked.
    """
    box: Any = parse_xml(_BOX.format(checked=int(ticked), sign=TICKED if ticked else EMPTY))
    for alias in box.iter(qn("w:alias")):
        alias.set(qn("w:val"), visible(name)[:_LONGEST_NAME])
    paragraph._p.append(box)
