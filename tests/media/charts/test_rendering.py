"""Charts as programs really draw them: letters are there, none is wider than was counted on."""

from __future__ import annotations

from io import BytesIO

import pytest

from sdgassess.language import Words
from sdgassess.media.charts.drawing import draw
from sdgassess.media.charts.lettering import measure
from sdgassess.package import FONTS
from tests.media.charts.examples import CHARTS, LONG, VERY_LONG
from tests.media.charts.picture_words import lines

SAMPLES = (LONG, VERY_LONG, "æøåäöÆØÅÄÖ éü", "0123456789,.–−%", "WMmw@&Illi'", "“x” ”y” ’z’")


@pytest.mark.slow
@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("text", SAMPLES)
def test_no_line_is_wider_than_it_is_measured(text: str, bold: bool) -> None:
    from PIL import ImageFont

    font = ImageFont.truetype(str(FONTS / "SourceSans3.ttf"), 100)
    font.set_variation_by_axes([700 if bold else 400])
    real, counted = font.getlength(text), measure(text, 100, bold=bold)
    assert real <= counted <= 1.35 * real


@pytest.mark.slow
@pytest.mark.parametrize("name", CHARTS)
def test_a_picture_for_word_has_its_letters(name: str) -> None:
    """A family that a renderer cannot read makes it drop all words without a sound."""
    import resvg_py
    from PIL import Image, ImageChops

    danish = Words("da")
    drawing = draw(CHARTS[name](danish), danish)
    bare = drawing.svg.replace("<text", "<metadata").replace("</text", "</metadata")
    pictures = [
        Image.open(
            BytesIO(
                bytes(
                    resvg_py.svg_to_bytes(
                        svg_string=svg, font_dirs=[str(FONTS)], skip_system_fonts=True
                    )
                )
            )
        ).convert("L")
        for svg in (drawing.svg, bare)
    ]
    letters = ImageChops.difference(*pictures)
    for said in lines(drawing):
        box = tuple(round(edge) for edge in (said.left, said.top, said.right + 1, said.bottom))
        assert not said.text.strip() or letters.crop(box).getbbox(), said.text  # type: ignore[arg-type] # four edges


@pytest.mark.slow
def test_all_charts_stand_in_a_tagged_pdf() -> None:
    """Typst takes every one of them, warns of none, and their words come out as text."""
    import pikepdf
    import typst

    swedish = Words("sv")
    drawings = [draw(compose(swedish), swedish) for compose in CHARTS.values()]
    source = "\n".join(
        f'#image(bytes(sys.inputs.at("{i}")), format: "svg", alt: "chart {i}")\n#pagebreak()'
        for i in range(len(drawings))
    )
    head = (
        '#set document(title: "Charts")\n#set text(font: "Source Sans 3", lang: "sv")\n= Charts\n'
    )
    written, warned = typst.compile_with_warnings(
        (head + source).encode(),
        font_paths=typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]
        ),
        sys_inputs={str(i): drawing.svg for i, drawing in enumerate(drawings)},
        format="pdf",
        pdf_standards=["ua-1", "a-2a"],
    )
    assert not warned
    with pikepdf.open(BytesIO(written)) as pdf:
        assert len(pdf.pages) >= len(drawings)
