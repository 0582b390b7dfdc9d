"""The references that a profile is held against, and the report that comes of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path

from sdgassess.analysis.gaps import as_reference, hold_against
from sdgassess.analysis.priorities import prioritise
from sdgassess.cli.opening import Opened, open_profile
from sdgassess.files.catalogue import shipped_references
from sdgassess.files.load import load_reference
from sdgassess.files.read.formats import FileKind, kind_of
from sdgassess.files.read.reader import read_source
from sdgassess.model.reference import Reference, ReferenceKind
from sdgassess.problem import InputRefused, Problem, Where
from sdgassess.report.gaps.candidates import GapReport
from sdgassess.scoring.score import Score, score


def gap_report(result: Score, opened: Opened, against: Sequence[str]) -> GapReport:
    """A score held against references, with the priorities that follow from it."""
    references = open_references(against, opened)
    held = tuple(hold_against(result, reference) for reference in references)
    return GapReport(result, held, prioritise(result))


def open_references(names: Sequence[str], opened: Opened) -> list[Reference]:
    """The references to hold a profile against: those named, else every documented one.

    Args:
        names: ids of shipped references, or paths to a reference or a saved profile.
        opened: the profile that is held against them.

    Raises:
        InputRefused: one is unknown, broken, or of another questionnaire.
    """
    if not names:
        every = [_shipped(name) for name in shipped_references()]
        fitting = [reference for reference in every if _fits(reference, opened)]
        return [one for one in fitting if one.kind is ReferenceKind.DOCUMENTED]
    references = [_named(name, opened) for name in dict.fromkeys(names)]
    for reference in references:
        if not _fits(reference, opened):
            theirs = f"{reference.questionnaire.id} {reference.questionnaire.version}"
            ours = f"{opened.questionnaire.id} {opened.questionnaire.version}"
            facts = {"reference": reference.id, "theirs": theirs, "ours": ours}
            raise InputRefused(Problem("P510", Where(opened.file), facts))
    return references


def _fits(reference: Reference, opened: Opened) -> bool:
    """Whether a reference speaks of the same questionnaire version."""
    return reference.questionnaire == opened.profile.questionnaire


def _shipped(name: str) -> Reference:
    """A reference that ships."""
    loaded = load_reference(name)
    if loaded.value is None:
        raise InputRefused(*loaded.problems)
    return loaded.value


def _named(name: str, opened: Opened) -> Reference:
    """A reference by id or path; a path may be a saved profile, held up as one."""
    path = Path(name)
    if path.suffix in (".yaml", ".yml") or path.is_file():
        source, _ = read_source(path)
        if source is not None and kind_of(source)[0] is FileKind.PROFILE:
            return _held_up(path, opened)
        loaded = load_reference(path)
    else:
        loaded = load_reference(name)
    if loaded.value is None:
        raise InputRefused(*loaded.problems)
    return loaded.value


def _held_up(path: Path, opened: Opened) -> Reference:
    """A saved profile as a reference."""
    other = open_profile(path, None, opened.words.language)
    result = score(other.questionnaire, other.profile)
    reference = as_reference(other.profile, result, path.stem, other.questionnaire)
    return dataclasses.replace(reference, id=path.stem)
