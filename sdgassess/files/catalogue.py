"""Where files are: what ships, what lies near a profile, and which file an id means.

Shipped files stand beside the package in an installation and in the folder above it in a
checkout. Ids become file names only after the id grammar has let them through, so an id can never
climb out of a folder.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from sdgassess.files.read.ids import fits_id, fits_version, near_fact
from sdgassess.model.profile import QuestionnaireRef
from sdgassess.model.version import version_order
from sdgassess.package import PACKAGE
from sdgassess.problem import Fact, Problem

_SUFFIXES = (".yaml", ".yml")
_OURS = b"sdgassess/"
_QUESTIONNAIRE = b"sdgassess/questionnaire/"
BEGINNING = 4096
"""How many bytes of a file are read to tell what it is: format, id and version stand first."""
_ID_OR_VERSION = rb"""(?m)^(id|version):[ \t]*(["']?)([\w.-]+)\2[ \t]*(?:#.*)?\r?$"""


class Shelf(NamedTuple):
    """Where questionnaires of one's own are looked for.

    Attributes:
        folders: in this order.
        files: those that were met in the same call, in whatever folder.
    """

    folders: tuple[Path, ...] = ()
    files: Mapping[QuestionnaireRef, Path] = MappingProxyType({})


_WAYS = "archetypes"
"""The folder of constructed ways of working."""


@cache
def shipped_folder(name: str) -> Path:
    """The folder of what ships: `questionnaires` or `profiles`."""
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent / name


@cache
def shipped_questionnaires() -> tuple[QuestionnaireRef, ...]:
    """What ships, by id and version, oldest version first; told by the file names alone."""
    refs = []
    for path in sorted(shipped_folder("questionnaires").glob("*.yaml")):
        identity, _, version = path.stem.rpartition("-")
        if fits_id(identity) and fits_version(version):
            refs.append(QuestionnaireRef(identity, version))
    return tuple(sorted(refs, key=lambda ref: (ref.id, version_order(ref.version))))


@cache
def shipped_references() -> tuple[str, ...]:
    """The ids of the shipped references: documented ones first, then archetypes."""
    return tuple(_reference_paths())


@cache
def shipped_archetypes() -> tuple[str, ...]:
    """The ids of the shipped archetypes."""
    return tuple(key for key, path in _reference_paths().items() if path.parent.name == _WAYS)


@cache
def shipped_examples() -> tuple[Path, ...]:
    """The shipped example profiles, in the order of their names."""
    return tuple(sorted(shipped_folder("profiles").glob("examples/**/*.yaml")))


def is_shipped(ref: QuestionnaireRef) -> bool:
    """Whether a questionnaire of this id and version ships."""
    return ref in shipped_questionnaires()


def questionnaire_path(ref: QuestionnaireRef) -> Path:
    """Where a shipped questionnaire stands."""
    return shipped_folder("questionnaires") / _file_name(ref)


def newest_questionnaire(identity: str | None = None) -> QuestionnaireRef | None:
    """The newest shipped version of a questionnaire, of the first one where none is named."""
    refs = shipped_questionnaires()
    wanted = refs[0].id if identity is None and refs else identity
    return next((ref for ref in reversed(refs) if ref.id == wanted), None)


def versions_of(identity: str, shelf: Shelf) -> dict[str, Path]:
    """The versions of a questionnaire that are at hand, oldest first, with their files.

    Args:
        identity: the questionnaire's id.
        shelf: where other versions may lie; what ships is never shadowed.
    """
    paths = {ref.version: questionnaire_path(ref) for ref in _shipped_of(identity)}
    for folder in shelf.folders if fits_id(identity) else ():
        for ref, path in questionnaires_in(folder).items():
            if ref.id == identity:
                paths.setdefault(ref.version, path)
    for ref, path in shelf.files.items():
        if ref.id == identity:
            paths.setdefault(ref.version, path)
    return dict(sorted(paths.items(), key=lambda entry: version_order(entry[0])))


def newer_version(ref: QuestionnaireRef, shelf: Shelf) -> str | None:
    """The newest version at hand that is newer than one; None where there is none."""
    newest = next(reversed(versions_of(ref.id, shelf)), None)
    if newest is None or version_order(newest) <= version_order(ref.version):
        return None
    return newest


def _shipped_of(identity: str) -> list[QuestionnaireRef]:
    """The versions of a questionnaire that ship."""
    return [ref for ref in shipped_questionnaires() if ref.id == identity]


def find_questionnaire(ref: QuestionnaireRef, shelf: Shelf) -> tuple[Path | None, list[Problem]]:
    """The file of a questionnaire: what ships, else one of one's own, whatever it is called.

    Nothing shadows what ships: a file near the profile with the id and version of a shipped
    questionnaire is not used. In each folder `<id>-<version>.yaml` goes first.

    Args:
        ref: id and version.
        shelf: where to look.
    """
    if not fits_id(ref.id) or not fits_version(ref.version):
        return None, [Problem("P122", facts={"id": ref.id, "version": ref.version})]
    if is_shipped(ref):
        return questionnaire_path(ref), []
    for folder in shelf.folders:
        near = folder / _file_name(ref)
        if near.is_file():
            return near, []
        if path := questionnaires_in(folder).get(ref):
            return path, []
    if ref in shelf.files:
        return shelf.files[ref], []
    return None, [_not_installed(ref)]


def questionnaires_in(folder: Path) -> Mapping[QuestionnaireRef, Path]:
    """The questionnaires that lie in a folder, by what their first lines say they are."""
    try:
        return _questionnaires_in(folder, folder.stat().st_mtime_ns)
    except OSError:
        return {}


@lru_cache(maxsize=256)
def _questionnaires_in(folder: Path, _: int) -> Mapping[QuestionnaireRef, Path]:
    """As above; looked at again once the folder has changed."""
    names = sorted(entry.name for entry in os.scandir(folder) if entry.name.endswith(_SUFFIXES))
    return questionnaires_among(folder / name for name in names if not name.startswith("."))


def questionnaires_among(paths: Iterable[Path]) -> dict[QuestionnaireRef, Path]:
    """Which of some files are questionnaires, by what their first lines say they are."""
    files: dict[QuestionnaireRef, Path] = {}
    for path in paths:
        head = beginning(path)
        if _QUESTIONNAIRE not in head:
            continue
        named = {
            match[1]: match[3].decode("ascii", "replace")
            for match in re.finditer(_ID_OR_VERSION, head)
        }
        identity, version = named.get(b"id", ""), named.get(b"version", "")
        if fits_id(identity) and fits_version(version):
            files.setdefault(QuestionnaireRef(identity, version), path)
    return files


_LANGUAGE = rb"""(?m)^language:[ \t]*["']?([a-z]{2})\b"""


def means_to_be_ours(path: Path) -> bool:
    """Whether a file says near its beginning that it is in one of our formats."""
    return _OURS in beginning(path)


def language_named(path: Path) -> str | None:
    """The language that a profile names near its beginning, also where it cannot be read whole."""
    named = re.search(_LANGUAGE, beginning(path))
    return named[1].decode() if named else None


def beginning(path: Path) -> bytes:
    """The first lines of a file; nothing where it cannot be read, or is no ordinary file."""
    try:
        if not path.is_file():
            return b""
        with path.open("rb") as file:
            return file.read(BEGINNING)
    except OSError:
        return b""


def find_reference(identity: str) -> tuple[Path | None, list[Problem]]:
    """The file of a shipped reference, or the problem that there is none, with the nearest."""
    paths = _reference_paths()
    if identity in paths:
        return paths[identity], []
    near = near_fact(identity, paths)
    facts: dict[str, Fact] = {"id": identity, "allowed": tuple(paths), **near}
    return None, [Problem("P320", facts=facts)]


def looks_like_path(word: str) -> bool:
    """Whether a word on the command line means a file rather than an id."""
    return not fits_id(word) or word.endswith((*_SUFFIXES, ".json"))


def profiles_in(folder: Path) -> Iterator[Path]:
    """Every YAML file of a folder and the folders below it, in the order of their names.

    Hidden folders and files are skipped, and no folder is walked twice, however it is linked.

    Raises:
        OSError: a folder may not be looked into; passing it over would call it empty.
    """
    walked: set[tuple[int, int]] = set()
    for parent, folders, names in os.walk(folder, onerror=raise_if_shut, followlinks=True):
        identity = _identity(parent)
        if identity is None or identity in walked:
            folders.clear()
            continue
        walked.add(identity)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.endswith(_SUFFIXES) and not name.startswith("."):
                yield Path(parent) / name


def raise_if_shut(refusal: OSError) -> None:
    """What `os.walk` is to do with a folder that it cannot look into.

    One that vanished meanwhile is passed over.

    Raises:
        OSError: the system's own, where the folder is there.
    """
    if not isinstance(refusal, FileNotFoundError):
        raise refusal


def _identity(folder: str) -> tuple[int, int] | None:
    """What makes a folder the same however it is reached; None where it is gone."""
    try:
        status = Path(folder).stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _file_name(ref: QuestionnaireRef) -> str:
    """`<id>-<version>.yaml`."""
    return f"{ref.id}-{ref.version}.yaml"


@cache
def _reference_paths() -> dict[str, Path]:
    """The shipped references by id, which is their file's name."""
    folder = shipped_folder("profiles")
    return {
        path.stem: path
        for kind in ("references", _WAYS)
        for path in sorted((folder / kind).glob("*.yaml"))
    }


def _not_installed(ref: QuestionnaireRef) -> Problem:
    """The problem that a questionnaire is not to be found, with what there is."""
    refs = shipped_questionnaires()
    installed = tuple(f"{shipped.id} {shipped.version}" for shipped in refs)
    versions = tuple(shipped.version for shipped in refs if shipped.id == ref.id)
    near = {} if versions else near_fact(ref.id, dict.fromkeys(shipped.id for shipped in refs))
    facts: dict[str, Fact] = {"id": ref.id, "version": ref.version, "installed": installed}
    return Problem("P120", facts={**facts, "file_name": _file_name(ref), **near})
