"""What is printed of several profiles: years of one municipality, or municipalities."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sdgassess.analysis.years.comparison import Years
from sdgassess.cli.gathering import (
    Entrant,
    Gathering,
    Mode,
    alphabetical,
    note_left_out,
    words_for,
    years_of,
)
from sdgassess.cli.output import FOR_PROGRAMS, program_content, table_content, writer_for
from sdgassess.cli.printing import SLIDES, TABLES
from sdgassess.cli.references import year_reports
from sdgassess.cli.verbs.report.layouts import DOCUMENTS
from sdgassess.document.blocks import Document, Look
from sdgassess.document.sheets import Workbook
from sdgassess.files.write.writer import Content
from sdgassess.language import Words
from sdgassess.problem import Fact, Problem, UsageRefused, Where
from sdgassess.scoring.evaluation import Basis


def years_bytes(
    gathering: Gathering,
    suffix: str,
    *,
    paths: Sequence[Path],
    basis: Basis,
    look: Look,
    lang: str | None,
) -> tuple[Content, Words]:
    """The comparison as a document, or everything it rests on as tables or JSON.

    Args:
        gathering: the profiles.
        suffix: the format.
        paths: what was named on the command line, to name again what is odd in it.
        basis: which levels are compared.
        look: the municipality's own look.
        lang: the language asked for.

    Returns:
        The file's content or its pieces, and the language that it speaks.

    Raises:
        UsageRefused: what the format needs is not installed.
    """
    words = words_for(gathering, lang)
    note_left_out(gathering, paths, words)
    if suffix == SLIDES:
        return _slides(gathering, basis, words, look), words
    if suffix in DOCUMENTS:
        return writer_for(suffix)(_document(gathering, basis, words, look), words), words
    if suffix in FOR_PROGRAMS:
        return _for_programs(gathering, suffix, basis, words), words
    book = _workbook(gathering, basis, words, one_table=suffix == ".csv")
    return table_content(book, suffix), words


def _slides(gathering: Gathering, basis: Basis, words: Words, look: Look) -> bytes:
    """The years of one place as slides.

    Raises:
        UsageRefused: they are of several places or groups, which slides do not tell of (P615), or
            the package is not installed.
    """
    from sdgassess.media.slides.file import slides_pptx
    from sdgassess.report.slides.years import years_slides
    from sdgassess.report.years.edition import YearsEdition

    if gathering.mode is not Mode.YEARS:
        facts: dict[str, Fact] = {"allowed": (*DOCUMENTS, *TABLES)}
        raise UsageRefused(Problem("P615", Where(), facts))
    edition = YearsEdition(words, _years(gathering, basis, words), linear=True)
    return slides_pptx(years_slides(edition), look.template)


def _document(gathering: Gathering, basis: Basis, words: Words, look: Look) -> Document:
    """The comparison as a document; the scores behind it are let go before it is written."""
    from sdgassess.report.years.report import years_report

    years = _years(gathering, basis, words)
    across, left_out = gathering.mode is not Mode.YEARS, _left_out(gathering)
    return years_report(years, words, across=across, look=look, left_out=left_out)


def _for_programs(gathering: Gathering, suffix: str, basis: Basis, words: Words) -> Content:
    """The comparison for programs, with the tables that it rests on."""
    from sdgassess.report.results.years import compare_result
    from sdgassess.report.tables.tables import tables

    years = _years(gathering, basis, words)
    across = gathering.mode is not Mode.YEARS
    files = [entrant.path.name for entrant in _in_order(gathering, words)]
    reports = year_reports(years, across=across)
    every = tables(reports, years, files, words.language, across=across)
    result = (
        {}
        if suffix == ".zip"
        else compare_result(years, across=across, left_out=_left_out(gathering))
    )
    return program_content(result, every, suffix)


def _workbook(gathering: Gathering, basis: Basis, words: Words, *, one_table: bool) -> Workbook:
    """Everything as tables, whose rows are composed when they are written."""
    from sdgassess.report.workbook.places import places_sheet
    from sdgassess.report.workbook.workbook import workbook
    from sdgassess.report.workbook.years import years_sheet

    years = _years(gathering, basis, words)
    files = [entrant.path.name for entrant in _in_order(gathering, words)]
    across = gathering.mode is not Mode.YEARS
    long = across and one_table
    beside = places_sheet(years, words) if long else years_sheet(years, words, across=across)
    reports = year_reports(years, across=across)
    return workbook(reports, beside, words, files, across=across)


def _years(gathering: Gathering, basis: Basis, words: Words) -> Years:
    """The profiles scored, in the order that they stand in."""
    return years_of(_in_order(gathering, words), basis, gathering.mode)


def _in_order(gathering: Gathering, words: Words) -> tuple[Entrant, ...]:
    """Years by their dates; several places by their names, as the language sorts them."""
    profiles = gathering.profiles
    return alphabetical(profiles, words.language) if gathering.mode is Mode.ACROSS else profiles


def _left_out(gathering: Gathering) -> tuple[str, ...]:
    """The names of the files of a folder that could not be used, each once."""
    return tuple(dict.fromkeys(Path(file).name for file in gathering.left_out))
