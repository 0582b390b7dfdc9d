"""What became of files, in words: written, left out, to be checked."""

from __future__ import annotations

from collections.abc import Sequence

from sdgassess.language import N_, Words

SAVED = N_("Saved in {file}.")
WRITTEN = N_("Written to {file}.")
AS_IT_STOOD = N_("That is how it stands already; nothing has been written.")
GO_ON_WITH = N_("Go on with: {command}")
"""What is said of a file after a verb."""


def warnings_words(number: int, files: str, words: Words) -> str:
    """How many warnings there are, and how to read them; `files` as they can be typed."""
    return words.plural(
        "One warning: read it with `sdgassess check {file}`.",
        "{n} warnings: read them with `sdgassess check {file}`.",
        number,
        file=files,
    )


def left_out_words(files: Sequence[str], words: Words) -> str:
    """Which profiles cannot be used, by the names of their files."""
    return words.plural(
        "One profile cannot be used and is left out: {files}",
        "{n} profiles cannot be used and are left out: {files}",
        len(files),
        files=", ".join(files),
    )
