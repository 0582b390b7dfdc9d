"""A municipality's own template: its styles, pages and layouts are used, its words are not."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pptx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from pptx.util import Inches

from sdgassess.document.blocks import Heading, Look, NewPage
from sdgassess.document.runs import plain_runs
from sdgassess.document.slides import Points, Slide
from sdgassess.media.slides.file import slides_pptx
from sdgassess.media.slides.template import missing_in as missing_layouts
from sdgassess.media.template import own_template
from sdgassess.media.word.report import report_docx
from sdgassess.media.word.template import missing_in as missing_styles
from sdgassess.problem import InputRefused
from tests.given.command_line import run
from tests.given.documents import words_of
from tests.given.libreoffice import converted
from tests.given.pdfs import pages
from tests.given.places import EXAMPLE
from tests.given.questionnaires import spoken
from tests.given.specimen import specimen
from tests.media.slides.test_slides import SHOWN

ATTACHED_TEMPLATE = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
)


def retyped(raw: bytes, before: str, after: str) -> bytes:
    """A file whose inside calls itself something else."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as parts, zipfile.ZipFile(packed, "w") as anew:
        for name in parts.namelist():
            part = parts.read(name)
            if name == "[Content_Types].xml":
                part = part.replace(before.encode(), after.encode())
            anew.writestr(name, part)
    return packed.getvalue()


def word_template() -> bytes:
    """A template as a municipality has one: its own letter, colour, paper, head and foot."""
    file = docx.Document()
    file.styles["Title"].font.name = "Georgia"
    file.styles["Heading 1"].font.color.rgb = RGBColor(0x00, 0x6B, 0x3C)
    file.styles["Normal"].font.size = Pt(10)
    section = file.sections[0]
    section.left_margin = Inches(1.5)
    section.header.paragraphs[0].text = "Kommune A"
    section.footer.paragraphs[0].text = "Rådhuset 1"
    file.add_paragraph("Write here")
    written = io.BytesIO()
    file.save(written)
    return retyped(written.getvalue(), "document.main+xml", "template.main+xml")


def slide_template() -> bytes:
    """A wide template with a slide of its own and layouts by names of its own."""
    file = pptx.Presentation()
    file.slide_width = Inches(16)
    for number, layout in enumerate(file.slide_layouts):
        layout.name = f"Kommune A {number}"
    page = file.slides.add_slide(file.slide_layouts[1])
    page.shapes.title.text = "Old slide"
    written = io.BytesIO()
    file.save(written)
    return retyped(written.getvalue(), "presentation.main+xml", "template.main+xml")


def checked(raw: bytes, suffix: str, file: str = "kommune.dotx") -> bytes:
    """A template as it is taken over."""
    missing = missing_styles if suffix == ".docx" else missing_layouts
    return own_template(raw, suffix, file, missing)


def test_a_report_stands_on_the_templates_pages_in_its_styles() -> None:
    template = checked(word_template(), ".docx", "a.dotx")
    document = specimen()._replace(look=Look(template=template))
    raw = report_docx(document, spoken("da"))
    file = docx.Document(io.BytesIO(raw))
    assert raw == report_docx(document, spoken("da"))
    assert file.styles["Title"].font.name == "Georgia"
    assert str(file.styles["Heading 1"].font.color.rgb) == "006B3C"
    assert file.sections[0].left_margin == int(Inches(1.5))
    assert file.sections[0].header.paragraphs[0].text == "Kommune A"
    assert [line.text for line in file.sections[0].footer.paragraphs] == ["Rådhuset 1"]
    text = "\n".join(paragraph.text for paragraph in file.paragraphs)
    assert "Write here" not in text
    assert document.title in text
    assert words_of(document)


def test_slides_stand_on_the_templates_layouts() -> None:
    template = checked(slide_template(), ".pptx", "a.potx")
    file = pptx.Presentation(io.BytesIO(slides_pptx(SHOWN, template)))
    assert file.slide_width == Inches(16)
    titles = [slide.shapes.title.text for slide in file.slides]
    assert titles == [SHOWN.title, *(slide.title for slide in SHOWN.slides)]
    assert {slide.slide_layout.name for slide in file.slides} == {"Kommune A 0", "Kommune A 1"}
    assert all(
        place.has_text_frame and place.text_frame.text
        for slide in file.slides
        for place in slide.placeholders
    )


def test_a_place_that_nothing_stands_in_is_not_left_to_be_clicked_on() -> None:
    file = pptx.Presentation()
    first, second = file.slide_layouts[1], file.slide_layouts[3]
    for place in list(second.placeholders):  # a layout with a title and two places
        if place.placeholder_format.idx == 2:
            extra = copy.deepcopy(place._element)
    first.shapes._spTree.append(extra)
    written = io.BytesIO()
    file.save(written)
    template = checked(written.getvalue(), ".pptx")
    shown = pptx.Presentation(io.BytesIO(slides_pptx(SHOWN, template)))
    assert (
        len(list(shown.slide_layouts[1].placeholders))
        > len(list(file.slide_layouts[0].placeholders)) - 1
    )
    for slide in shown.slides:
        assert all(place.text_frame.text for place in slide.placeholders)


def without_styles() -> bytes:
    file = docx.Document()
    for name in ("Title", "List Bullet"):
        style = file.styles[name].element
        style.getparent().remove(style)
    written = io.BytesIO()
    file.save(written)
    return written.getvalue()


def without_layouts() -> bytes:
    file = pptx.Presentation()
    for layout in list(file.slide_layouts)[:-2]:
        file.slide_layouts.remove(layout)
    written = io.BytesIO()
    file.save(written)
    return written.getvalue()


def bomb() -> bytes:
    """A template that is one in everything, and larger unpacked than any is."""
    packed = io.BytesIO(word_template())
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("docProps/large.xml", b" " * 250_000_000)
    return packed.getvalue()


BROKEN: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "no template at all": (lambda: b"%PDF-1.7", ".docx", "P611"),
    "nothing": (bytes, ".pptx", "P611"),
    "larger than any template when unpacked": (bomb, ".docx", "P611"),
    "a template of the other kind": (slide_template, ".docx", "P611"),
    "cut in the middle": (lambda: word_template()[:9000], ".docx", "P611"),
    "a document without its styles": (without_styles, ".docx", "P613"),
    "a presentation without its layouts": (without_layouts, ".pptx", "P613"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_written_on_is_refused_in_a_word(name: str) -> None:
    template, suffix, code = BROKEN[name]
    with pytest.raises(InputRefused) as refused:
        checked(template(), suffix, "kommune.dotx")
    (problem,) = refused.value.problems
    assert (problem.code, problem.where.file) == (code, "kommune.dotx")


def test_every_missing_style_is_named() -> None:
    with pytest.raises(InputRefused) as refused:
        checked(without_styles(), ".docx", "x.dotx")
    assert refused.value.problems[0].facts["missing"] == ("Title", "List Bullet")


@pytest.mark.parametrize(
    ("suffix", "kind", "after"),
    [
        (".docx", "template.main+xml", 'template.main+xml"/><Override vbaProject="'),
        (".docx", "wordprocessingml.template.main+xml", "wordprocessingml.x.macroEnabled"),
        (".pptx", "template.main+xml", 'template.main+xml"/><Override vbaProject="'),
    ],
)
def test_macros_are_never_taken_over(suffix: str, kind: str, after: str) -> None:
    raw = word_template() if suffix == ".docx" else slide_template()
    with pytest.raises(InputRefused) as refused:
        checked(retyped(raw, kind, after), suffix, "x")
    assert refused.value.problems[0].code == "P612"


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_no_link_leads_to_another_template_and_its_macros() -> None:
    file = docx.Document()
    settings = file.part._settings_part
    name = settings.relate_to("http://localhost/kommune.dotm", ATTACHED_TEMPLATE, is_external=True)
    link = OxmlElement("w:attachedTemplate")
    link.set(qn("r:id"), name)
    settings.element.insert(0, link)
    written = io.BytesIO()
    file.save(written)
    assert b"kommune.dotm" in all_parts(written.getvalue())
    look = Look(template=checked(written.getvalue(), ".docx"))
    report = report_docx(specimen()._replace(look=look), spoken("da"))
    assert b"attachedTemplate" not in all_parts(report)
    assert b"kommune.dotm" not in all_parts(report)


@pytest.mark.parametrize("own", [True, False])
def test_no_page_is_begun_for_the_list_where_nobody_knows_how_long_the_first_is(
    *, own: bool
) -> None:
    heads = [Heading(2, plain_runs(f"Part {number}")) for number in range(1, 6)]
    look = Look(template=checked(word_template(), ".docx")) if own else Look()
    raw = report_docx(specimen(NewPage(), *heads)._replace(look=look), spoken("da"))
    file = docx.Document(io.BytesIO(raw))
    breaks = [line for line in file.paragraphs if line.paragraph_format.page_break_before]
    assert len(breaks) == (0 if own else 1)


def all_parts(packed: bytes) -> bytes:
    """Everything inside a file."""
    with zipfile.ZipFile(io.BytesIO(packed)) as parts:
        return b"".join(parts.read(name) for name in parts.namelist())


@pytest.mark.parametrize(
    ("suffix", "template"), [(".docx", word_template), (".pptx", slide_template)]
)
def test_the_verb_takes_a_template(tmp_path: Path, suffix: str, template: object) -> None:
    assert callable(template)
    (tmp_path / "own").write_bytes(template())
    words: list[str | Path] = ["report", EXAMPLE, "--template", "own", "-o", f"x{suffix}"]
    assert run(words, folder=tmp_path).code == 0
    assert left(tmp_path) == ["own", f"x{suffix}"]


@pytest.mark.parametrize(
    ("name", "code", "problem"), [("x.pdf", 2, "P614"), ("x.docx", 3, "P611")]
)
def test_a_run_that_is_refused_leaves_nothing(
    tmp_path: Path, name: str, code: int, problem: str
) -> None:
    (tmp_path / "own").write_bytes(b"no template")
    ran = run(["report", EXAMPLE, "--template", "own", "-o", name], folder=tmp_path)
    assert (ran.code, left(tmp_path)) == (code, ["own"])
    assert problem in ran.err


@pytest.mark.slow
def test_both_open_in_an_office_program(tmp_path: Path) -> None:
    document, slides = tmp_path / "a.docx", tmp_path / "b.pptx"
    look = Look(template=checked(word_template(), ".docx", ""))
    document.write_bytes(report_docx(specimen()._replace(look=look), spoken("da")))
    own = checked(slide_template(), ".pptx", "")
    shown = SHOWN._replace(slides=(*SHOWN.slides, Slide("More", Points(()), "-")))
    slides.write_bytes(slides_pptx(shown, own))
    saved = converted([document, slides], "pdf", tmp_path)
    assert pages(saved["b.pdf"].read_bytes()) == 1 + len(shown.slides)
    assert pages(saved["a.pdf"].read_bytes()) > 1
