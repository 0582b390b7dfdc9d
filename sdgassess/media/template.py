"""A municipality's own template: read in memory, checked, and made a file that can be written on.

Word and PowerPoint call a template and a document by different kinds inside, and their libraries
open documents alone; so a template is called a document here. Nothing of it is ever run: whatever
carries macros is refused.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator

from sdgassess.media.office import repack
from sdgassess.problem import InputRefused, Problem, Where

TEMPLATES = {".docx": (".docx", ".dotx"), ".pptx": (".pptx", ".potx")}
"""The formats that take a template, and what a template of theirs is called."""
_KINDS = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml",
}
_DOCUMENTS = {".docx": "document", ".pptx": "presentation"}
_TYPES = "[Content_Types].xml"
_MACROS = (b"macroEnabled", b"vbaProject", b"vbaData")
_MOST_BYTES = 200_000_000
"""How large a template may be unpacked: pictures of whole pages, but no bomb."""


Missing = Callable[[bytes], tuple[str, ...]]
"""What a template lacks that is written with, by its names."""


def own_template(raw: bytes, suffix: str, file: str, missing_in: Missing) -> bytes:
    """A template as a document that can be written on.

    Args:
        raw: the file's bytes.
        suffix: what is to be written on it, `.docx` or `.pptx`.
        file: how messages call it.
        missing_in: opens it as what it is, and names what it lacks.

    Raises:
        InputRefused: it is none of this kind (P611), it carries macros (P612), or it lacks what
            is written with (P613).
    """
    where = Where(file)
    kinds = _content_types(raw)
    if kinds is None or _KINDS[suffix].encode() not in kinds:
        raise InputRefused(Problem("P611", where, {"allowed": TEMPLATES[suffix]}))
    if any(sign in kinds for sign in _MACROS):
        raise InputRefused(Problem("P612", where))
    template = _as_document(raw, suffix)
    try:
        missing = missing_in(template)
    # The libraries raise whatever their parsers raise: there is no list of errors.
    except Exception as error:
        raise InputRefused(Problem("P611", where, {"allowed": TEMPLATES[suffix]})) from error
    if missing:
        raise InputRefused(Problem("P613", where, {"missing": missing}))
    return template


def _content_types(raw: bytes) -> bytes | None:
    """What a container says its parts are; None where it is no container, or too large."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            if sum(entry.file_size for entry in parts.infolist()) > _MOST_BYTES:
                return None
            return parts.read(_TYPES)
    # zipfile raises one of the last three where parts are locked or packed in a way it lacks.
    except (zipfile.BadZipFile, KeyError, RuntimeError, NotImplementedError, OSError):
        return None


def _as_document(raw: bytes, suffix: str) -> bytes:
    """The template, calling itself a document."""
    kind, name = _KINDS[suffix], _DOCUMENTS[suffix]
    before, after = (f"{kind}.{part}.main+xml".encode() for part in ("template", name))

    def retyped(types: bytes) -> Iterator[bytes]:
        yield types.replace(before, after)

    return repack(raw, {_TYPES: retyped})
