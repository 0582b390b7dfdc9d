"""Where the files lie that the package carries beside its code, and what is added to it how."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
"""The installed package, or the folder of that name in a checkout."""

FONTS = PACKAGE / "fonts"
"""The font of every page, and the list of letters that it has."""

LOCALE = PACKAGE / "locale"
"""The compiled catalogues of words, a folder a language."""

SCHEMAS = PACKAGE / "schemas"
"""The published schemas, one a kind of file."""

TEMPLATES = PACKAGE / "templates"
"""Templates of pages and of a new questionnaire."""

TWINS = PACKAGE / "twins"
"""Shipped questionnaires as JSON, which is read faster than their YAML."""


OFFICE_PACKAGES = (
    "python-docx",
    "XlsxWriter",
    "openpyxl",
    "resvg-py",
    "icalendar",
    "python-pptx",
)
"""What the extra `office` consists of; whoever lacks one of them lacks them all."""


def install_command(packages: Sequence[str]) -> tuple[str, ...]:
    """The words of the command that adds packages to the installation that is running.

    They are put together where it is known for which shell.

    It names the packages, not an extra of ours, for that would need an index that knows us.
    pipx and uv leave a file in the environments that they keep for a tool.

    Args:
        packages: what is missing, by the names that are installed; the versions are those that we
            declare.
    """
    prefix, wanted = Path(sys.prefix), _requirements(packages)
    if (prefix / "pipx_metadata.json").is_file():
        return ("pipx", "inject", "sdgassess", *wanted)
    if (prefix / "uv-receipt.toml").is_file() or not _has_pip():
        return ("uv", "pip", "install", "--python", sys.executable, *wanted)
    return (sys.executable, "-m", "pip", "install", *wanted)


def _requirements(packages: Sequence[str]) -> list[str]:
    """The packages with the versions that the installation declares for them."""
    from importlib.metadata import PackageNotFoundError, requires  # noqa: PLC0415 - rarely needed

    try:
        declared = [line.partition(";")[0].strip() for line in requires("sdgassess") or ()]
    except PackageNotFoundError:  # run from a folder that nobody installed
        declared = []
    return [
        next((line for line in declared if line.lower().startswith(package.lower())), package)
        for package in packages
    ]


def _has_pip() -> bool:
    """Whether the running Python has pip."""
    from importlib.util import find_spec  # noqa: PLC0415 - rarely needed

    return find_spec("pip") is not None
