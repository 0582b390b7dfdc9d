"""Who reads the printed years: roles only with a yes, no ranking, every language, every reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdgassess.analysis.years.comparison import Years
from sdgassess.document.blocks import Figure
from sdgassess.document.runs import text_of
from sdgassess.files.catalogue import shipped_folder
from sdgassess.language import LANGUAGES, Words
from sdgassess.media.html.page import report_html
from sdgassess.media.pdf.report import report_pdf
from sdgassess.model.profile import Municipality
from sdgassess.report.years.report import years_report
from sdgassess.scoring.score import score
from tests.given.documents import (
    cells,
    charts,
    flat,
    heads,
    lines,
    runs,
    tables,
    words_of,
)
from tests.given.questionnaires import FIRST, spoken
from tests.given.validation import assert_accessible
from tests.given.years import examples, random_years, year, years
from tests.given.years_reports import assert_well_made, printed

EACH = pytest.mark.parametrize("language", LANGUAGES)


@EACH
def test_no_role_is_named_without_a_yes(language: str) -> None:
    silent = words_of(years_report(examples(consent=False, roles=True), spoken(language)))
    assert "Zebra" not in silent
    asked = words_of(years_report(examples(consent=True, roles=True), spoken(language)))
    assert all(f"Zebra {place}" in asked for place in range(len(FIRST.roles)))


def test_only_the_year_without_a_yes_is_counted() -> None:
    """The first of the example years said no; the others said yes."""
    document = years_report(examples(), spoken("en"))
    table = tables(document, "Who answered, what and when")[0]
    heard = {row[0]: row[-1] for row in cells(table)}
    assert heard["2024"] == "5 roles, not named"
    assert heard["2026"].startswith("Politician (2), Top management (1), Coordinator (1)")
    assert "without Politician" not in words_of(document)
    assert "in all of them. 2026 against 2024 alone: on 55." in words_of(document)
    assert "Not the same roles answered each time" in words_of(document)


def test_municipalities_side_by_side_are_not_ranked_and_have_no_trend() -> None:
    named = [
        score(FIRST, one.profile._replace(municipality=Municipality(name)))
        for one, name in zip(
            (year({"POL1": level, "POL2": 2}, "2026-03-01") for level in range(3)),
            ("Aaby", "Bjerg", "Ærø"),
            strict=True,
        )
    ]
    document = printed(*named, across=True)
    text = words_of(document)
    for word in ("higher", "lower", "Against", "steps up", "since"):
        assert word not in text, word
    assert heads(document)[0][1] == (
        "3 assessments side by side: on 1 of 2 questions at the same level"
    )
    row = next(iter(tables(document, "Levels of the questions")[0].head[2:]))
    assert text_of(row) == "1. Aaby"
    assert len(charts(document)) <= 1
    assert heads(document)[-1][1] == "Limits and method"
    assert_well_made(document)


def test_numbers_over_columns_are_said_with_every_chart() -> None:
    """Two assessments of one year are told apart by their dates, which are long."""
    found = years(
        year(dict.fromkeys(FIRST.questions, 1), "2026-03-01"),
        year(dict.fromkeys(FIRST.questions, 2), "2026-09-01"),
    )
    document = years_report(found, spoken("en"))
    key = "1. 2026-03-01; 2. 2026-09-01"
    assert charts(document)
    for figure in (block for block in flat(document.blocks) if isinstance(block, Figure)):
        assert text_of(figure.caption) == key
        assert figure.chart.alt.startswith(key)
    assert "\n".join(lines(document)).count(key) >= 2


class Marked(Words):
    """Words that show where they begin and end."""

    def __call__(self, message: str, **facts: object) -> str:
        return f"⟦{super().__call__(message, **facts)}⟧" if message else ""

    def plural(self, singular: str, plural: str, n: int, **facts: object) -> str:
        return f"⟦{super().plural(singular, plural, n, **facts)}⟧"


def test_every_sentence_can_be_translated() -> None:
    """What is left without the words that went through the catalogue comes from the files."""
    found = examples()
    own = _words_of_files(found)
    for run in runs(years_report(found, Marked("en"))):
        rest, depth = "", 0
        for letter in run.text:
            depth += (letter == "⟦") - (letter == "⟧")
            rest += letter if not depth and letter != "⟧" else " "
        strange = [word for word in rest.split() if word.isalpha() and word not in own]
        assert not strange, run.text


def _words_of_files(found: Years) -> set[str]:
    """Every word of the questionnaire and of the profiles."""
    texts = [part for column in found.columns for part in Path(column.file).read_text().split()]
    questionnaire = shipped_folder("questionnaires") / "nordic-sdg-governance-1.0.yaml"
    texts += questionnaire.read_text("utf-8").split()
    bare = {text.strip(".,;:?!()[]{}\"'–") for text in texts}
    return bare | set(texts)


@EACH
def test_the_report_is_a_pdf_and_a_page_that_everybody_can_read(language: str) -> None:
    words = spoken(language)
    document = years_report(examples(), words)
    assert_accessible(report_pdf(document, words), language)
    page = report_html(document, words)
    assert heads(document)[0][1] in page


def test_ten_years_are_a_pdf_that_everybody_can_read() -> None:
    document = printed(*random_years(10))
    assert_accessible(report_pdf(document, spoken("en")), "en")
