"""Pictures in a Word file: a chart as drawn points with its drawing beside, and the logo.

Older programs show the points; Word since 2016 shows the drawing itself, sharp at any size. Both
stand under one alternative text with every number.
"""

from __future__ import annotations

import io
from typing import Any

import resvg_py
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shape import InlineShape
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from sdgassess.document.blocks import Chart, Figure, Logo
from sdgassess.language import Words
from sdgassess.media.charts.drawing import draw
from sdgassess.package import FONTS
from sdgassess.problem import InputRefused, Problem, Where
from sdgassess.text import visible

_ACROSS = 1800
"""How many points a chart is drawn across: sharp in print, small enough to be sent."""
_HIGHEST = 340.0
"""How high a chart may be, so that it stands on the page of what is said about it."""
_LOGO_HEIGHT = 26.0
_LOGO_WIDTH = 170.0
_LOGO_POINTS = 600
_ALTERNATIVES = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
    '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' r:embed="{rid}"/></a:ext></a:extLst>'
)


def png_of(svg: str, across: int = _ACROSS, high: int | None = None) -> bytes:
    """A drawing as a PNG, with our own letters: the same on every computer.

    Args:
        svg: the drawing.
        across: how many points wide it becomes.
        high: how many points high at most; then it may become less wide.
    """
    fonts = sorted(str(path) for path in FONTS.glob("*.ttf"))
    png: bytes = resvg_py.svg_to_bytes(
        svg_string=svg,
        width=across,
        height=high,
        background="white",
        skip_system_fonts=True,
        font_files=fonts,
        font_family="Source Sans 3",
        sans_serif_family="Source Sans 3",
    )
    return bytes(png)


def write_chart(paragraph: Paragraph, chart: Chart, words: Words, most: float) -> None:
    """Write a chart into a paragraph of its own.

    Args:
        paragraph: where it goes.
        chart: the chart; its title and alternative text go with it.
        words: the language of its fixed words.
        most: how wide it may be, in points.
    """
    drawing = draw(chart, words)
    scale = min(1.0, most / drawing.width, _HIGHEST / drawing.height)
    width, height = drawing.width * scale, drawing.height * scale
    shape = paragraph.add_run().add_picture(
        io.BytesIO(png_of(drawing.svg)), width=Pt(width), height=Pt(height)
    )
    _name(shape, chart.title, Figure(chart).alt)
    _add_drawing(paragraph, shape, drawing.svg)


def write_logo(paragraph: Paragraph, logo: Logo, alt: str) -> None:
    """Write the municipality's logo into a line, as high as two lines of text at most.

    Raises:
        InputRefused: the logo is a picture that Word files cannot hold (P609).
    """
    shape = _logo_shape(paragraph, logo)
    if shape.width > Pt(_LOGO_WIDTH):
        shape.height = Pt(_LOGO_HEIGHT * Pt(_LOGO_WIDTH) / shape.width)
        shape.width = Pt(_LOGO_WIDTH)
    _name(shape, alt, alt)


def _logo_shape(paragraph: Paragraph, logo: Logo) -> InlineShape:
    """The logo in its line."""
    try:
        picture = logo.picture
        if logo.kind == "svg":
            picture = png_of(picture.decode("utf-8-sig"), _LOGO_POINTS, _LOGO_POINTS)
        return paragraph.add_run().add_picture(io.BytesIO(picture), height=Pt(_LOGO_HEIGHT))
    # python-docx raises whatever its parsers of pictures raise: there is no list of errors.
    except Exception as error:
        raise InputRefused(Problem("P609", Where())) from error


def _name(shape: InlineShape, title: str, alt: str) -> None:
    """The title and the alternative text, where screen readers look for them; no air around."""
    for side in "TBLR":
        shape._inline.set(f"dist{side}", "0")
    properties = shape._inline.docPr
    properties.set("title", visible(title))
    properties.set("descr", visible(alt))


def _add_drawing(paragraph: Paragraph, shape: InlineShape, svg: str) -> None:
    """Put the drawing itself beside the points that were drawn of it."""
    owner = paragraph.part
    package = owner.package
    assert package is not None, "a file that is written has one"
    name = package.next_partname("/word/media/drawing%d.svg")
    part = Part(PackURI(name), "image/svg+xml", svg.encode("utf-8"), package)
    rid = owner.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    blip = shape._inline.graphic.graphicData.pic.blipFill.blip
    assert blip is not None, "a picture has its points"
    drawing: Any = parse_xml(_ALTERNATIVES.format(rid=rid))
    blip.append(drawing)
