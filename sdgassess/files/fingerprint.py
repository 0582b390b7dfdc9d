"""The fingerprint of a questionnaire: what it says, whatever its layout.

A released version never changes, because profiles are read by it for years. Its fingerprint is
taken over the tree that the file reads as, with the order of keys and the wrapping of lines left
out; `questionnaires/released.txt` lists those of what was released.
"""

from __future__ import annotations

import json
import unicodedata
from typing import Any

from sdgassess.files.catalogue import shipped_folder
from sdgassess.files.read.ids import fits_id, fits_version
from sdgassess.model.profile import QuestionnaireRef

RELEASED = "released.txt"
"""The file beside the shipped questionnaires that lists the fingerprints of what was released."""


def fingerprint(tree: Any) -> str:
    """SHA-256 of what a questionnaire's tree says, in hexadecimal digits."""
    import hashlib  # noqa: PLC0415 - most checks meet no questionnaire

    plain = json.dumps(
        _without_layout(tree), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return hashlib.sha256(plain.encode("utf-8", "replace")).hexdigest()


def _without_layout(value: Any) -> Any:
    """A value without its layout: composed letters, and one space wherever text was wrapped."""
    if isinstance(value, dict):
        return {key: _without_layout(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_without_layout(item) for item in value]
    if isinstance(value, str):  # as YAML folds lines, and as editors on macOS compose letters
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
    lines = (shipped_folder("questionnaires") / RELEASED).read_text("utf-8").splitlines()
    words = [line.split() for line in lines if line.strip() and not line.startswith("#")]
    return {QuestionnaireRef(identity, version): digest for digest, identity, version in words}
