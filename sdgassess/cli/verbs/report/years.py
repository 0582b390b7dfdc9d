"""What is printed of several profiles: years of one municipality, or municipalities."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sdgassess.cli.gathering import (
    Gathering,
    Mode,
    alphabetical,
    note_left_out,
    words_for,
    years_of,
)
from sdgassess.cli.output import table_bytes, writer_for
from sdgassess.cli.references import year_reports
from sdgassess.cli.terminal.streams import json_text
from sdgassess.cli.verbs.report.layouts import DOCUMENTS
from sdgassess.document.blocks import Look
from sdgassess.language import Words
from sdgassess.scoring.evaluation import Basis


def years_bytes(
    gathering: Gathering,
    suffix: str,
    *,
    paths: Sequence[Path],
    basis: Basis,
    look: Look,
    lang: str | None,
) -> tuple[bytes, Words]:
    """The comparison as a document, or everything it rests on as tables or JSON.

    Args:
        gathering: the profiles.
        suffix: the format.
        paths: what was named on the command line, to name again what is odd in it.
        basis: which levels are compared.
        look: the municipality's own look.
        lang: the language asked for.

    Returns:
        The file's content, and the language that it speaks.

    Raises:
        UsageRefused: what the format needs is not installed.
    """
    words = words_for(gathering, lang)
    note_left_out(gathering, paths, words)
    profiles, across = gathering.profiles, gathering.mode is not Mode.YEARS
    if gathering.mode is Mode.ACROSS:
        profiles = alphabetical(profiles, words.language)
    years = years_of(profiles, basis, gathering.mode)
    left_out = tuple(dict.fromkeys(Path(file).name for file in gathering.left_out))
    if suffix in DOCUMENTS:
        from sdgassess.report.years.report import years_report

        document = years_report(years, words, across=across, look=look, left_out=left_out)
        return writer_for(suffix)(document, words), words
    if suffix == ".json":
        from sdgassess.report.results.years import compare_result

        result = compare_result(years, across=across, left_out=left_out)
        return json_text(result).encode(), words
    from sdgassess.report.workbook.workbook import workbook

    reports = year_reports(years, across=across)
    files = [entrant.path.name for entrant in profiles]
    return table_bytes(workbook(reports, years, words, files, across=across), suffix), words
