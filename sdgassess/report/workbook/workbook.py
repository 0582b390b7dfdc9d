"""All data of an assessment as a workbook: answers, factors, risks, gaps, steps, years, method.

Numbers are numbers and days are days, so that they can be sorted, counted and drawn; what cannot
be a number says why in a column of its own. Answers by role are only there where consent was
given (model.md: Consent).
"""

from __future__ import annotations

from collections.abc import Sequence

from sdgassess.analysis.gap_report import GapReport
from sdgassess.document.margins import PAGE_NUMBER
from sdgassess.document.sheets import Sheet, Workbook
from sdgassess.language import Words
from sdgassess.phrases import labels
from sdgassess.report.workbook.answers import answers_sheet
from sdgassess.report.workbook.columns import declared_only, read_first
from sdgassess.report.workbook.factors import factors_sheet, risks_sheet
from sdgassess.report.workbook.gaps import gaps_sheet
from sdgassess.report.workbook.method import method_sheet
from sdgassess.report.workbook.overview import overview_sheet
from sdgassess.report.workbook.steps import steps_sheet
from sdgassess.text import one_line

_READ_FIRST = (
    labels.ID,
    labels.TEXT,
    labels.ANSWERED_LEVEL,
    labels.LEVEL,
    labels.INSTEAD_OF_A_LEVEL,
    labels.WHAT_THE_LEVEL_SAYS,
    labels.COMMENT,
    labels.LIST,
    labels.TARGET,
    labels.WHAT_THE_TARGET_SAYS,
    labels.WHO,
    labels.BY_WHEN,
    labels.FIRST_MOVE,
    labels.HOW_WE_WILL_KNOW,
    labels.STATUS,
    labels.REFERENCE,
    labels.VERDICT,
    labels.QUOTE,
)
"""What people read of a sheet before the rest of it."""


def workbook(
    reports: Sequence[GapReport],
    beside: Sheet | None,
    words: Words,
    files: Sequence[str],
    *,
    across: bool = False,
) -> Workbook:
    """Put everything that is known into sheets.

    Args:
        reports: one per profile, each held against the same references, if any; years in the
            order of their dates.
        beside: the same profiles side by side, by their years or places; None for one alone.
        words: the fixed words, and the language of every text.
        files: what each profile's file is called.
        across: whether the profiles are several municipalities; then nothing is higher or lower.

    Returns:
        The sheets, each complete in itself.
    """
    scores = [report.score for report in reports]
    names = dict.fromkeys(one_line(score.profile.municipality.name) for score in scores)
    rules = [score.questionnaire for score in scores]
    first = [words(head) for head in _READ_FIRST]
    if len(scores) > 1:
        first.insert(2, words(labels.DATE))
    sheets = [
        overview_sheet(scores, words, across=across),
        read_first(declared_only(answers_sheet(scores, words), rules, words), first),
        declared_only(factors_sheet(scores, words), rules, words),
        risks_sheet(scores, words),
        read_first(gaps_sheet(reports, words), first),
        read_first(steps_sheet(reports, words), first),
    ]
    if beside is not None:
        sheets.append(declared_only(beside, rules, words))
    sheets.append(method_sheet(reports, words, files))
    return Workbook(
        title=words("{municipality}: all data", municipality=", ".join(names)),
        language=words.language,
        date=max(score.profile.date for score in scores),
        page=words(PAGE_NUMBER, n="{n}", m="{m}"),
        part=words("Table"),
        sheets=tuple(sheets),
    )
