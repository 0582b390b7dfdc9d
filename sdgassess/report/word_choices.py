"""A box in a Word file that is ticked with a click on the screen, or with a pen on paper."""

from __future__ import annotations

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from sdgassess.report.office import storable

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


def write_box(paragraph: Paragraph, name: str, *, ticked: bool) -> None:
    """Write a box at the end of a paragraph.

    Args:
        paragraph: where it goes.
        name: what a screen reader calls it; a long one is cut.
        ticked: whether it is ticked.
    """
    box: Any = parse_xml(_BOX.format(checked=int(ticked), sign=TICKED if ticked else EMPTY))
    for alias in box.iter(qn("w:alias")):
        alias.set(qn("w:val"), storable(name)[:_LONGEST_NAME])
    paragraph._p.append(box)
