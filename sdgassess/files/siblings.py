"""A questionnaire beside other files: those of its own version, and the version before it.

A version has one text: a file that calls itself what ships, or what another file calls itself,
must say the same. What a version does to the one before it is looked at beside that one's file,
shipped or in the same folder.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sdgassess.files.build.questionnaire import build_questionnaire
from sdgassess.files.catalogue import Shelf, is_shipped, questionnaire_path, versions_of
from sdgassess.files.fingerprint import RELEASED, fingerprint, reference_of, released
from sdgassess.files.read.entry import Entry
from sdgassess.files.read.formats import FileKind, kind_of
from sdgassess.files.read.reader import parse, read_bytes, read_source
from sdgassess.files.read.schema import check_schema
from sdgassess.files.read.source import SourceFile
from sdgassess.model.profile import QuestionnaireRef
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.version import version_order
from sdgassess.problem import Problem, Where, has_errors

if TYPE_CHECKING:
    from sdgassess.files.rules.undeclared import OlderVersion

_HEAD = 2000
"""Where the format line is looked for: it stands first, perhaps after some remarks."""


def questionnaire_source(path: Path) -> SourceFile | None:
    """A questionnaire's file as it was read; None for any other file."""
    raw, _ = read_bytes(path, str(path))
    if raw is None or b"sdgassess/questionnaire" not in raw[:_HEAD]:
        return None
    source, _ = parse(raw, str(path))
    if source is None or kind_of(source)[0] is not FileKind.QUESTIONNAIRE:
        return None
    return source


def same_version_problem(source: SourceFile) -> Problem | None:
    """The problem of a questionnaire that calls itself one that ships, and says other things.

    Args:
        source: the questionnaire's file, without errors.
    """
    ref = reference_of(source.data)
    if ref is None or not is_shipped(ref):
        return None
    path = questionnaire_path(ref)
    if _is_file(source.name, path):
        if released().get(ref) in (None, fingerprint(source.data)):
            return None
        return _contradiction(source.where(("version",)), ref, str(path.parent / RELEASED))
    shipped, _ = read_source(path)
    if shipped is None or fingerprint(shipped.data) == fingerprint(source.data):
        return None
    return _contradiction(source.where(("version",)), ref, str(path))


class Imprint(NamedTuple):
    """A questionnaire's file as others know it: which version it is, what it says, and where.

    Attributes:
        ref: the id and version that it gives itself.
        fingerprint: the fingerprint of what it says.
        where: the line of its version.
    """

    ref: QuestionnaireRef
    fingerprint: str
    where: Where


def imprint_of(source: SourceFile) -> Imprint | None:
    """A questionnaire's file with its fingerprint; None where it does not say which it is."""
    ref = reference_of(source.data)
    if ref is None:
        return None
    return Imprint(ref, fingerprint(source.data), source.where(("version",)))


def two_texts_problem(first: Imprint, second: Imprint) -> Problem | None:
    """The problem of a second file that calls itself the same version and says other things."""
    if first.ref != second.ref or first.fingerprint == second.fingerprint:
        return None
    return _contradiction(second.where, second.ref, first.where.file)


def _contradiction(where: Where, ref: QuestionnaireRef, file: str) -> Problem:
    """Both files are named, at the version of the one that was handed in."""
    return Problem("P230", where, {"id": ref.id, "version": ref.version, "other": file})


def _is_file(name: str, path: Path) -> bool:
    """Whether a name means a file."""
    try:
        return Path(name).samefile(path)
    except (OSError, ValueError):
        return False


def problems_beside_older(
    source: SourceFile, own: Questionnaire, folder: Path
) -> tuple[Problem, ...]:
    """What a questionnaire does wrong to the newest version before it.

    Args:
        source: its file, without errors of its own.
        own: what was built from it.
        folder: where other versions may lie; what ships is looked at first.
    """
    from sdgassess.files.rules.rule_changes import (  # noqa: PLC0415 - few checks need it
        history_names_something,
    )
    from sdgassess.files.rules.versions import check_after  # noqa: PLC0415 - few checks need it

    before = [
        path
        for version, path in versions_of(own.id, Shelf((folder,))).items()
        if version_order(version) < version_order(own.version)
    ]
    older = _older_version(before[-1]) if before else None
    entry = Entry(source)
    after = check_after(entry, own, older) if older else ()
    return (*after, *history_names_something(entry, older))


def _older_version(path: Path) -> OlderVersion | None:
    """A questionnaire whose shape is right; its own problems are told with its own file."""
    from sdgassess.files.rules.undeclared import OlderVersion  # noqa: PLC0415 - few checks need it

    source, problems = read_source(path)
    if source is None or has_errors(problems):
        return None
    kind, _ = kind_of(source, FileKind.QUESTIONNAIRE)
    if kind is None or has_errors(check_schema(source, kind)):
        return None
    return OlderVersion(build_questionnaire(source.data), Entry(source), path.name)
