"""What Word and Excel files share: packages that may be missing, and bytes that stay the same."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

from sdgassess.package import install_command
from sdgassess.problem import Problem, UsageRefused, Where

CREATOR = "sdgassess"
"""Who wrote a file, in its properties."""
LOCALES = {"da": "da-DK", "sv": "sv-SE", "en": "en-GB"}
"""A language with the country that an office program checks the spelling by."""
_STAMP = (1980, 1, 1, 0, 0, 0)
"""The oldest day that a container can name: a part has no date of its own."""
_PACKAGES = ("python-docx", "XlsxWriter", "resvg-py")
"""What the extra `office` consists of; whoever lacks one of them lacks them all."""


def not_installed(suffix: str, package: str) -> UsageRefused:
    """The refusal of a format whose package is missing, with the command that helps.

    Args:
        suffix: the format, as the end of a file's name.
        package: what is missing, by the name that it is installed under.
    """
    facts = {"suffix": suffix, "package": package, "command": install_command(_PACKAGES)}
    return UsageRefused(Problem("P602", Where(), facts))


def repack(container: bytes) -> bytes:
    """A container packed anew, without the time and the system that it was written at.

    Args:
        container: a file of Word or Excel, which is a ZIP archive of parts.

    Returns:
        The same parts in the same order; the same parts always give the same bytes.
    """
    return _pack(container, {})


def with_language(container: bytes, language: str) -> bytes:
    """A container whose properties say its language, where its writer has no way to.

    Args:
        container: a file of Excel.
        language: the language of its words.
    """
    end = b"</cp:coreProperties>"
    element = f"<dc:language>{LOCALES[language]}</dc:language>".encode()
    return _pack(container, {"docProps/core.xml": lambda part: part.replace(end, element + end)})


def _pack(container: bytes, changes: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    """A container packed anew, some of its parts changed."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(container)) as parts,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as anew,
    ):
        for name in parts.namelist():
            entry = zipfile.ZipInfo(name, _STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            change = changes.get(name, bytes)
            anew.writestr(entry, change(parts.read(name)))
    return packed.getvalue()
