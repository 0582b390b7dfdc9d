"""What office files share: packages that may be missing, and bytes that stay the same."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping

from sdgassess.package import OFFICE_PACKAGES, install_command
from sdgassess.problem import Fact, Problem, UsageRefused, Where

Change = Callable[[bytes], Iterable[bytes]]
"""What becomes of a part of a container, piece by piece."""
CREATOR = "sdgassess"
"""Who wrote a file, in its properties."""
LOCALES = {"da": "da-DK", "sv": "sv-SE", "en": "en-GB"}
"""A language with the country that an office program checks the spelling by."""
_STAMP = (1980, 1, 1, 0, 0, 0)
"""The oldest day that a container can name: a part has no date of its own."""


def not_installed(suffix: str, package: str) -> UsageRefused:
    """The refusal of a format whose package is missing, with the command that helps.

    Args:
        suffix: the format, as the end of a file's name.
        package: what is missing, by the name that it is installed under.
    """
    facts: dict[str, Fact] = {"suffix": suffix, "package": package}
    facts["command"] = install_command(OFFICE_PACKAGES)
    return UsageRefused(Problem("P602", Where(), facts))


def with_language(core: bytes, language: str) -> Iterator[bytes]:
    """The properties of a file of Excel with its language, where its writer has no way to say it.

    Args:
        core: the part `docProps/core.xml`.
        language: the language of its words.
    """
    end = b"</cp:coreProperties>"
    element = f"<dc:language>{LOCALES[language]}</dc:language>".encode()
    yield core.replace(end, element + end)


def part_of(container: bytes, name: str) -> bytes:
    """One part of a container by its name."""
    with zipfile.ZipFile(io.BytesIO(container)) as parts:
        return parts.read(name)


def packed(name: str) -> zipfile.ZipInfo:
    """A part of an archive, without the time and the system that it was written at."""
    entry = zipfile.ZipInfo(name, _STAMP)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0
    return entry


def repack(container: bytes, changes: Mapping[str, Change] | None = None) -> bytes:
    """A container packed anew, without the time and the system that it was written at.

    Args:
        container: a file of Word or Excel, which is a ZIP archive of parts.
        changes: what becomes of some of the parts, by their names; each is packed piece by piece
            as it comes, in the order of the container.

    Returns:
        The parts in the same order; the same parts always give the same bytes.
    """
    changes = changes or {}
    container_anew = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(container)) as parts,
        zipfile.ZipFile(container_anew, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as anew,
    ):
        for name in parts.namelist():
            entry = packed(name)
            pieces = changes[name](parts.read(name)) if name in changes else [parts.read(name)]
            with anew.open(entry, "w") as part:
                part.writelines(pieces)
    return container_anew.getvalue()
