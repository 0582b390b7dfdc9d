"""The references that a profile is held against, and the report that comes of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sdgassess.analysis.gap_report import GapReport
from sdgassess.analysis.gaps import as_reference, hold_against
from sdgassess.analysis.own_way import own_way
from sdgassess.analysis.priorities import prioritise
from sdgassess.analysis.years.comparison import Years
from sdgassess.cli.opening import OpenProfile, open_profile, value_of
from sdgassess.cli.paths import is_path, shelf_for
from sdgassess.cli.ways import ways_of_working
from sdgassess.files.catalogue import shipped_references
from sdgassess.files.load import load_reference
from sdgassess.files.read.formats import FileKind, kind_of
from sdgassess.files.read.reader import read_source
from sdgassess.model.reference import Reference, ReferenceKind
from sdgassess.problem import InputRefused, Problem, Where
from sdgassess.scoring.score import Score, score


def gap_report(result: Score, opened: OpenProfile, against: Sequence[str]) -> GapReport:
    """A score held against references, with the priorities that follow from it.

    One's own way of working comes first, unless the references are named.
    """
    references = open_references(against, opened)
    ways = [*ways_of_working(result.questionnaire), *references]
    comparisons = tuple(hold_against(result, reference) for reference in references)
    way = own_way(result, ways)
    if way is not None and not against:
        comparisons = (way.comparison, *comparisons)
    return GapReport(result, comparisons, prioritise(result, ways), way)


def year_reports(years: Years, *, across: bool) -> list[GapReport]:
    """What follows from every column, each with its own way of working.

    Args:
        years: the profiles side by side.
        across: whether they are several municipalities, which are held against no reference;
            a year is held against every documented one of its questionnaire.
    """
    shipped = () if across else [value_of(load_reference(name)) for name in shipped_references()]
    reports = []
    for column in years.columns:
        score = column.score
        ways = ways_of_working(score.questionnaire)
        against = tuple(
            hold_against(score, reference)
            for reference in shipped
            if reference.kind is ReferenceKind.DOCUMENTED
            and reference.questionnaire == score.profile.questionnaire
        )
        own = own_way(score, ways)
        reports.append(GapReport(score, against, prioritise(score, ways), own))
    return reports


def open_references(names: Sequence[str], opened: OpenProfile) -> list[Reference]:
    """The references to hold a profile against: those named, else every documented one.

    Args:
        names: ids of shipped references, or paths to a reference or a saved profile.
        opened: the profile that is held against them.

    Raises:
        InputRefused: one is unknown, broken, or of another questionnaire.
    """
    if not names:
        shipped = [value_of(load_reference(name)) for name in shipped_references()]
        fitting = [reference for reference in shipped if _fits(reference, opened)]
        return [ref for ref in fitting if ref.kind is ReferenceKind.DOCUMENTED]
    references = [_reference(name, opened) for name in dict.fromkeys(names)]
    for reference in references:
        if not _fits(reference, opened):
            theirs = f"{reference.questionnaire.id} {reference.questionnaire.version}"
            ours = f"{opened.questionnaire.id} {opened.questionnaire.version}"
            facts = {"reference": reference.id, "theirs": theirs, "ours": ours}
            raise InputRefused(Problem("P510", Where(opened.file), facts))
    return references


def _fits(reference: Reference, opened: OpenProfile) -> bool:
    """Whether a reference speaks of the same questionnaire version."""
    return reference.questionnaire == opened.profile.questionnaire


def _reference(name: str, opened: OpenProfile) -> Reference:
    """A reference by id or path; a path may be a saved profile, held up as one."""
    if not is_path(name):
        return _usable(name)
    path = Path(name)
    source, _ = read_source(path)
    if source is not None and kind_of(source)[0] is FileKind.PROFILE:
        return _from_profile(path, opened)
    return _usable(path)


def _usable(name: str | Path) -> Reference:
    """A reference as it is; a warning in it is no reason to refuse it."""
    loaded = load_reference(name, None, shelf_for(Path(name)))
    if loaded.value is None:
        raise InputRefused(*loaded.problems)
    return loaded.value


def _from_profile(path: Path, opened: OpenProfile) -> Reference:
    """A saved profile as a reference."""
    saved = open_profile(path, None, opened.words.language)
    result = score(saved.questionnaire, saved.profile)
    reference = as_reference(saved.profile, result, path.stem, saved.questionnaire)
    return reference._replace(id=path.stem)
