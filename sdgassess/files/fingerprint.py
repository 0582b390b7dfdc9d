"""The fingerprint of a questionnaire: what it says, whatever its layout.

A released version never changes, because profiles are read by it for years. Its fingerprint is
taken over the tree that the file reads as, with the order of keys and the wrapping of lines left
out; `questionnaires/released.txt` lists those of what was released.
"""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any, NamedTuple

from sdgassess.files.catalogue import is_shipped, questionnaire_path, shipped_folder
from sdgassess.files.names import fits_id, fits_version
from sdgassess.files.read.reader import read_source
from sdgassess.files.read.source import SourceFile
from sdgassess.model.profile import QuestionnaireRef
from sdgassess.problem import Problem, Where

_LIST = "released.txt"


def fingerprint(tree: Any) -> str:
    """SHA-256 of what a questionnaire's tree says, in hexadecimal digits."""
    import hashlib  # noqa: PLC0415 - most checks meet no questionnaire

    plain = json.dumps(_said(tree), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode("utf-8", "replace")).hexdigest()


def _said(value: Any) -> Any:
    """A value without its layout: composed letters, and one space wherever text was wrapped."""
    if isinstance(value, dict):
        return {key: _said(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_said(one) for one in value]
    if isinstance(value, str):
        return " ".join(unicodedata.normalize("NFC", value).split())
    return value


def reference_of(tree: Any) -> QuestionnaireRef | None:
    """The id and version that a questionnaire's tree says it is; None where it says none."""
    identity, version = tree.get("id"), tree.get("version")
    if not fits_id(identity) or not fits_version(version):
        return None
    return QuestionnaireRef(identity, version)


def released() -> dict[QuestionnaireRef, str]:
    """The fingerprints of what was released, by id and version."""
    lines = (shipped_folder("questionnaires") / _LIST).read_text("utf-8").splitlines()
    words = [line.split() for line in lines if line.strip() and not line.startswith("#")]
    return {QuestionnaireRef(identity, version): mark for mark, identity, version in words}


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
        known = released().get(ref)
        if known is None or known == fingerprint(source.data):
            return None
        return _other_words(source.where(("version",)), ref, str(path.parent / _LIST))
    shipped, _ = read_source(path)
    if shipped is None or fingerprint(shipped.data) == fingerprint(source.data):
        return None
    return _other_words(source.where(("version",)), ref, str(path))


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
    return _other_words(second.where, second.ref, first.where.file)


def _other_words(where: Where, ref: QuestionnaireRef, other: str) -> Problem:
    """Both files are named, at the version of the one that was handed in."""
    return Problem("P230", where, {"id": ref.id, "version": ref.version, "other": other})


def _is_file(name: str, path: Path) -> bool:
    """Whether a name means a file."""
    try:
        return Path(name).samefile(path)
    except (OSError, ValueError):
        return False
