"""All tables of some profiles: each row says one thing, each column has one kind of value.

What people read in a workbook stands here under names that are the same in every language, so
that a program that reads them once reads them every year. Only the texts of the questionnaire and
of advice are in the language that was asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdgassess.analysis.gap_report import GapReport
from sdgassess.analysis.years.comparison import Years
from sdgassess.document.sheets import Row, Sheet
from sdgassess.report.results.scores import subject_part
from sdgassess.report.tables.answers import answer_tables
from sdgassess.report.tables.parts import part_tables
from sdgassess.report.tables.rows import Numbered, line, questionnaire_of, table
from sdgassess.report.tables.steps import step_tables
from sdgassess.report.tables.years import year_tables
from sdgassess.scoring.score import answered_of
from sdgassess.text import one_line

_PROFILES = (
    *("profile", "file", "place", "kind", "country", "code", "group", "date", "scope", "basis"),
    *("questionnaire", "questions", "applicable", "answered"),
)


def tables(
    reports: Sequence[GapReport],
    years: Years | None,
    files: Sequence[str],
    language: str,
    *,
    across: bool = False,
) -> tuple[Sheet, ...]:
    """Put everything that is known into tables.

    Args:
        reports: one per profile; their places are the numbers of the profiles.
        years: the same profiles side by side; None for one alone.
        files: what each profile's file is called.
        language: the language of the questionnaire's texts.
        across: whether the profiles are several places; then nothing is higher or lower.

    Returns:
        The tables, whose rows are composed when they are read.
    """
    profiles = [Numbered(number, report.score) for number, report in enumerate(reports, 1)]
    return (
        table("profiles", _PROFILES, lambda: _profiles(profiles, files)),
        *answer_tables(profiles, language),
        *part_tables(profiles, language),
        *step_tables(reports, language),
        *(() if years is None else year_tables(years, across=across)),
    )


def _profiles(profiles: Sequence[Numbered], files: Sequence[str]) -> Iterator[Row]:
    """One row for each profile; a code has its country before it, so that no nought is lost."""
    for (number, score), file in zip(profiles, files, strict=True):
        profile, rules = score.profile, score.questionnaire
        subject = subject_part(profile, rules)["subject"]
        answered, applying = answered_of(score)
        code = f"{subject['country']}{subject['code']}" if subject["code"] else None
        yield (
            number,
            one_line(file),
            one_line(profile.municipality.name),
            subject["kind"],
            subject["country"],
            code,
            line(profile.group),
            profile.date,
            profile.scope.value,
            score.basis.value,
            questionnaire_of(rules),
            len(score.questions),
            applying,
            answered,
        )
