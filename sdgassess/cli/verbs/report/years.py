"""The comparison's content in a format: years of one municipality, or municipalities."""

from __future__ import annotations

from pathlib import Path

from sdgassess.analysis.priorities import prioritise
from sdgassess.cli.output import look_of, writer_for
from sdgassess.cli.terminal.streams import json_text
from sdgassess.cli.verbs.compare import compared, note_left_out
from sdgassess.cli.verbs.compared import Gathered, alphabetical, gather
from sdgassess.cli.verbs.report.asked import DOCUMENTS, Asked
from sdgassess.language import Words, choose
from sdgassess.report.gaps.edition import GapReport
from sdgassess.scoring.evaluation import Basis


def made_of_years(asked: Asked, suffix: str) -> tuple[bytes, Words]:
    """The comparison as a document, or everything it rests on as tables or JSON.

    Raises:
        InputRefused: a file is broken, or two of them cannot stand side by side.
        UsageRefused: there are fewer than two, several municipalities unasked, or what the format
            needs is not installed.
    """
    look = look_of(asked.logo, asked.name_line)
    gathered = gather(asked.paths, asked.questionnaire, across=asked.across)
    words = _words(gathered, asked.lang)
    note_left_out(gathered, asked.paths, words)
    found = gathered.profiles
    if asked.across:
        found = alphabetical(found, words.language)
    years = compared(found, Basis(asked.basis))
    files = [one.path.name for one in found]
    if suffix in DOCUMENTS:
        from sdgassess.report.years.report import years_report

        document = years_report(
            years, words, across=asked.across, look=look, left_out=_left_out(gathered)
        )
        return writer_for(suffix)(document, words), words
    if suffix == ".json":
        from sdgassess.report.results.years import compare_result

        result = compare_result(years, across=asked.across, left_out=_left_out(gathered))
        return json_text(result).encode(), words
    from sdgassess.cli.verbs.report.tables import tables

    reports = [GapReport(one.score, (), prioritise(one.score)) for one in years.columns]
    return tables(reports, years, words, files, suffix, across=asked.across), words


def _left_out(gathered: Gathered) -> tuple[str, ...]:
    """The files of a folder that could not be used, without folders."""
    return tuple(dict.fromkeys(Path(problem.where.file).name for problem in gathered.broken))


def _words(gathered: Gathered, lang: str | None) -> Words:
    """The language asked for, else that of the newest profile."""
    last = gathered.profiles[-1]
    complete = last.questionnaire.complete_languages
    return Words(choose(lang, None, last.profile.language, complete))
