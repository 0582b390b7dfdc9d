"""Whatever was answered, by whatever model: every page is open to everybody, no figure shrinks.

The quick suite asks a validator that needs no Java; the slow one asks veraPDF, in one process.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sdgassess.document.blocks import Document, Figure, Look
from sdgassess.files.load import load_profile
from sdgassess.language import LANGUAGES
from sdgassess.media.charts.drawing import draw
from sdgassess.media.html.page import report_html
from sdgassess.media.pdf.report import report_pdf
from sdgassess.model.profile import Profile
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.phrases.terms import words_about
from sdgassess.report.brief.brief import brief
from sdgassess.report.gaps.report import gap_report_document
from tests.given.browser import assert_clean_page
from tests.given.chance import Chance
from tests.given.documents import every_block
from tests.given.gap_reports import edition
from tests.given.questionnaires import nordic
from tests.given.random_answers import random_profile
from tests.given.random_profiles import answered_throughout
from tests.given.random_questionnaires import file_text, random_questionnaire
from tests.given.validation import assert_accessible
from tests.given.verapdf import assert_vera_passes

LEAST_SIZE = 7.0
"""Points: no letter of a figure is smaller."""
TEXT = (470.0, 0.85 * 734)
"""How wide and how high a figure may be before the page sets it smaller, in points."""
_FONT = re.compile(r'font-size="([\d.]+)"')

Assessment = tuple[Questionnaire, Profile]


def assessed(seed: int) -> Assessment:
    """A random profile of the questionnaire that ships."""
    return nordic(), answered_throughout(Chance(seed))


def assessed_by_model(seed: int, folder: Path) -> Assessment | None:
    """A random profile of a random model; None where `check` refuses one of them."""
    tree = random_questionnaire(seed)
    rules, profile = folder / f"{tree['id']}-1.0.yaml", folder / f"profile-{seed}.yaml"
    rules.write_text(file_text(tree), "utf-8")
    profile.write_text(file_text(random_profile(tree, seed)), "utf-8")
    loaded = load_profile(profile, explicit_questionnaire=rules)
    if loaded.value is None or loaded.questionnaire is None:
        return None
    return loaded.questionnaire, loaded.value


def documents(assessment: Assessment, seed: int) -> list[tuple[Document, str]]:
    """The gap report and the sheet for councillors, each seed in another language."""
    language = LANGUAGES[seed % len(LANGUAGES)]
    subject = edition(*assessment, language)
    return [(gap_report_document(subject, Look()), language), (brief(subject, Look()), language)]


def assert_no_figure_shrinks(assessment: Assessment, document: Document, language: str) -> None:
    """Each figure fits its page as it is, and its letters are large enough to be read."""
    words = words_about(assessment[0], language)
    for block in every_block(document):
        if isinstance(block, Figure):
            drawing = draw(block.chart, words)
            smaller = min(1.0, TEXT[0] / drawing.width, TEXT[1] / drawing.height)
            least = min(float(size) for size in _FONT.findall(drawing.svg))
            assert smaller * least >= LEAST_SIZE, block.chart.title


def printed(assessment: Assessment, seed: int) -> list[bytes]:
    """The documents as PDF, once their figures were looked at."""
    files = []
    for document, language in documents(assessment, seed):
        assert_no_figure_shrinks(assessment, document, language)
        files.append(report_pdf(document, words_about(assessment[0], language)))
    return files


@pytest.mark.parametrize("seed", range(3))
def test_pages_of_a_few_random_profiles_and_models(seed: int, tmp_path: Path) -> None:
    # Sixty questions with voices take a second or two to print: one of them is enough here.
    assessment = assessed(seed) if seed == 0 else assessed_by_model(seed, tmp_path)
    for file in printed(assessment, seed) if assessment else []:
        assert_accessible(file)


@pytest.mark.slow
@pytest.mark.parametrize("first", range(100, 120, 4))
def test_vera_passes_pages_of_many_random_profiles(first: int) -> None:
    for seed in range(first, first + 4):
        assert_vera_passes(*printed(assessed(seed), seed))


@pytest.mark.slow
@pytest.mark.parametrize("first", range(200, 260, 12))
def test_vera_passes_pages_of_many_random_models(first: int, tmp_path: Path) -> None:
    models = 0
    for seed in range(first, first + 12):
        foreign = assessed_by_model(seed, tmp_path)
        if foreign is not None and models < 5:
            models += 1
            assert_vera_passes(*printed(foreign, seed))
    assert models == 5


@pytest.mark.slow
@pytest.mark.usefixtures("one_browser")
@pytest.mark.parametrize("seed", range(3))
def test_no_barrier_in_pages_of_random_profiles_and_models(seed: int, tmp_path: Path) -> None:
    foreign = assessed_by_model(seed, tmp_path)
    for assessment in (assessed(seed), *([foreign] if foreign else [])):
        for document, language in documents(assessment, seed):
            assert_clean_page(report_html(document, words_about(assessment[0], language)))
