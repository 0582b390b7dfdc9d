"""A report in a real browser: open to everybody, still, narrow, in forced colours, on paper."""

from __future__ import annotations

import io
import re
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from sdgassess.document.blocks import (
    Block,
    Cell,
    Document,
    Figure,
    Heading,
    Logo,
    Look,
    Paragraph,
    Table,
    Together,
    WritingLines,
)
from sdgassess.document.charts.ladder import ladder
from sdgassess.document.runs import Run, plain_runs
from sdgassess.language import LANGUAGES, Words
from sdgassess.media.html.page import report_html
from tests.given.browser import (
    assert_clean_page,
    barriers,
    browser,
    opened,
    shown,
    wait_until,
)
from tests.given.specimen import CHART, specimen
from tests.media.charts.examples import OURS, ROWS

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("one_browser")]

LADDER = ladder([row for row in ROWS if len(row.title) < 30], OURS, Words("da"))
LONG = "Bæredygtighedskoordineringsmyndighedsforankring"
POINTS_A_PIXEL = 0.75
PIXELS_A_MILLIMETRE = 96 / 25.4
LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30">'
    b'<rect width="90" height="30"/></svg>'
)
HEIGHTS = "[...document.querySelectorAll('.rule')].map(r => r.getBoundingClientRect().height)"


def written(document: Document) -> str:
    return report_html(document, Words(document.language))


def wide() -> Document:
    """Long names, a heat map of twelve years, a wide chart, a logo."""
    years = tuple(plain_runs(str(2015 + n)) for n in range(12))
    levels = tuple(Cell(plain_runs(str(n % 5)), numeric=True, shade=n % 6) for n in range(12))
    heat = Table(
        plain_runs(f"Niveauer, {LONG}"),
        (plain_runs("Faktor"), *years),
        tuple((Cell(plain_runs(LONG)), *levels) for _ in range(3)),
        (3, *[1] * 12),
    )
    blocks: tuple[Block, ...] = (
        Paragraph(plain_runs(LONG * 3)),
        Heading(2, plain_runs(LONG)),
        heat,
        heat._replace(dense=True),
        Figure(CHART),
        Heading(2, plain_runs(LONG)),
        WritingLines(LONG, 2),
    )
    return specimen(*blocks)._replace(look=Look(Logo(LOGO, "svg"), f"{LONG} Kommune"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_specimen_is_clean(language: str) -> None:
    assert_clean_page(written(specimen(language=language)))


def test_long_names_and_many_years_are_clean() -> None:
    assert_clean_page(written(wide()))


@pytest.mark.parametrize(
    ("broken", "complaint"),
    [
        ("<img src='data:image/png;base64,iVBORw0KGgo='>", "image-alt"),
        ("<p style='width: 900px'>x</p>", "px wide"),
        ("<link rel='stylesheet' href='http://localhost:9/x.css'>", "http://localhost:9"),
        ("<script>throw new Error('ran')</script>", "complained"),
    ],
)
def test_the_check_itself_sees_what_is_wrong(broken: str, complaint: str) -> None:
    html = written(specimen()).replace("<section", f"{broken}<section", 1)
    if "http" in broken:
        html = html.replace("default-src 'none'; style-src", "default-src *; style-src")
    with pytest.raises(AssertionError, match=complaint):
        assert_clean_page(html)


def test_a_wide_table_is_moved_by_keyboard() -> None:
    with opened(written(wide()), 360) as page:
        table = page.locator(".wide").first
        table.focus()
        page.keyboard.press("ArrowRight")
        wait_until(page, "document.querySelector('.wide').scrollLeft > 0")


def test_a_chart_stays_readable_on_a_telephone() -> None:
    with opened(written(wide()), 360) as page:
        drawn = page.locator(".chart svg").bounding_box()
    assert drawn is not None
    assert drawn["width"] >= 470 * 1.2, "a point of the chart is at least 1.2 px"


@pytest.mark.parametrize(("width", "height"), [(320, 640), (360, 740), (640, 360)])
def test_a_ladder_is_whole_on_a_telephone_and_zoomed(width: int, height: int) -> None:
    """At 360 px, at 320 px (a laptop at 400 %), and in 640 px (a laptop at 200 %)."""
    with opened(written(specimen(Figure(LADDER))), width) as page:
        page.set_viewport_size({"width": width, "height": height})
        drawings = page.locator(".in-two-widths svg:visible")
        assert drawings.count() == 1
        box = drawings.bounding_box()
        letters = page.evaluate(
            "[...document.querySelectorAll('.in-two-widths svg')].filter(s => s.checkVisibility())"
            ".flatMap(s => [...s.querySelectorAll('text')].map(t => "
            "parseFloat(getComputedStyle(t).fontSize) * s.getScreenCTM().a))"
        )
        words = "".join(drawings.locator("text").all_text_contents())
        heard = page.get_by_role("img", name=LADDER.title).count()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert min(letters) >= 7 / POINTS_A_PIXEL
    assert all("".join(row.title.split()) in "".join(words.split()) for row in LADDER.rows)
    assert heard == 1, "one picture is heard, not two"


def test_where_it_stands_is_whole_on_a_telephone() -> None:
    rows = (("Ledelsesopbakning og mandat", "2 Besluttet eller delvist"), ("Partnerskaber", "3"))
    cells = tuple(tuple(Cell(plain_runs(text)) for text in row) for row in rows)
    heads = (plain_runs("Sådan står det"), plain_runs("Niveau"))
    with opened(written(specimen(Table((), heads, cells, (3, 2)))), 360) as page:
        assert (
            page.evaluate("(w => w.scrollWidth - w.clientWidth)(document.querySelector('.wide'))")
            == 0
        )


def test_no_word_of_a_table_is_broken_on_a_telephone() -> None:
    with opened(written(wide()), 360) as page:
        head = page.locator("tbody th").first.bounding_box()
        needed = page.evaluate(
            "[...document.querySelectorAll('tbody th')].map(t => t.scrollWidth - t.clientWidth)"
        )
    assert head is not None
    assert head["height"] < 60, "a name of one word stands on one line"
    assert set(needed) == {0}


def test_forced_colours_turn_the_text_and_keep_the_charts_on_white() -> None:
    with opened(written(specimen()), forced_colors="active", color_scheme="dark") as page:
        assert page.evaluate("matchMedia('(forced-colors: active)').matches")
        everything = Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("L")
        chart = Image.open(io.BytesIO(page.locator(".chart svg").screenshot())).convert("L")
        ticked = Image.open(io.BytesIO(page.locator(".box.ticked").screenshot())).convert("L")
    assert share(everything, 0, 60) > 0.7
    assert share(everything, 200, 256) > 0.02
    assert share(chart, 240, 256) > 0.5
    assert share(chart, 0, 120) > 0.05
    assert share(ticked, 200, 256) > 0.1


def share(picture: Image.Image, low: int, high: int) -> float:
    """How much of a grey picture is at least as light as `low` and darker than `high`."""
    counts = picture.histogram()
    return sum(counts[low:high]) / sum(counts)


def test_hand_written_lines_are_nine_millimetres_apart_on_screen_and_paper() -> None:
    with browser() as running, shown(running, written(specimen())) as page:
        for media in ("screen", "print"):
            page.emulate_media(media=media)
            heights = page.evaluate(HEIGHTS)
            assert len(heights) == 3
            assert min(heights) >= 9 * PIXELS_A_MILLIMETRE


def printed(html: str, folder: Path) -> list[str]:
    """The pages of a report on paper, each as its words."""
    file = folder / "report.pdf"
    with opened(html) as page:
        file.write_bytes(page.pdf(prefer_css_page_size=True))
    text = subprocess.run(
        ["pdftotext", "-layout", str(file), "-"], check=True, capture_output=True
    ).stdout.decode()
    return text.split("\f")[:-1]


def test_on_paper_pages_begin_where_they_should_and_say_where_they_are(tmp_path: Path) -> None:
    pages = printed(written(specimen()), tmp_path)
    (start,) = [n for n, page in enumerate(pages) if "At skrive i" in page]
    assert "At skrive i" in pages[start].strip().splitlines()[0]
    assert "Gladsaxe" in pages[start - 1]
    for number, page in enumerate(pages, 1):
        foot = page.strip().splitlines()[-1]
        assert specimen().footer in foot
        assert re.search(rf"\b{number}\D+{len(pages)}$", foot.rstrip())
    assert not any("Indhold" in page or "Contents" in page for page in pages)


def test_on_paper_a_table_repeats_its_head_and_keeps_its_rows_whole(tmp_path: Path) -> None:
    row = (Cell(plain_runs("Politik")), Cell(plain_runs("første linje " * 12)))
    heads = (plain_runs("Faktor"), plain_runs("Hvad der står"))
    long = Table(plain_runs("Alle svar"), heads, (row,) * 60, (1, 3))
    pages = printed(written(specimen(long)), tmp_path)
    assert len(pages) > 2
    assert all("Hvad der står" in page for page in pages)
    counts = [(page.count("Politik"), page.count("linje")) for page in pages]
    assert all(words == 12 * rows for rows, words in counts)
    assert sum(rows for rows, _ in counts) == 60


def test_on_paper_no_head_of_a_table_stands_alone(tmp_path: Path) -> None:
    row = (Cell(plain_runs("Politik")), Cell(plain_runs("en linje " * 40)))
    short = Table(
        plain_runs("Alle svar"), (plain_runs("Faktor"), plain_runs("Svaret")), (row,) * 3, (1, 1)
    )
    blocks: list[Block] = []
    for n in range(24):
        blocks += [*[Paragraph(plain_runs("fyld"))] * (n % 5), short]
    pages = printed(written(specimen(*blocks)), tmp_path)
    assert len(pages) > 4
    for page in pages:
        *_, last, _foot = [line for line in page.splitlines() if line.strip()]
        assert "Svaret" not in last
        assert "Alle svar" not in last


def test_on_paper_blocks_stay_together(tmp_path: Path) -> None:
    filling = tuple(Paragraph(plain_runs(f"linje {n}")) for n in range(28))
    kept = Together(
        (Heading(2, plain_runs("Samlet")), *(Paragraph((Run(f"del {n}"),)) for n in range(15)))
    )
    pages = printed(written(specimen(*filling, kept)), tmp_path)
    (found,) = [page for page in pages if "Samlet" in page]
    assert all(f"del {n}" in found for n in range(15))
    assert "linje 0" not in found


def test_on_paper_nothing_is_cut_off(tmp_path: Path) -> None:
    pages = "".join(printed(written(wide()), tmp_path))
    assert pages.count("2026") >= 2, "the last of twelve years is on the paper"
    assert LONG[:12] in pages


def test_barriers_are_named_by_their_rule() -> None:
    with opened("<html><head><title>x</title></head><body>" + "<p>y</p>" * 3 + "</body>") as page:
        assert any(barrier.startswith("html-has-lang") for barrier in barriers(page))
