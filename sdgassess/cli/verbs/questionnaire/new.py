"""The verb that begins a questionnaire of one's own."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Literal

import typer

from sdgassess.cli.language import spoken_language
from sdgassess.cli.options import Debug, Lang
from sdgassess.cli.shell import quoted
from sdgassess.cli.terminal.streams import print_note
from sdgassess.files.write.writer import write_new
from sdgassess.language import N_, Words
from sdgassess.package import TEMPLATES

_STARTERS = {
    "factors": "questionnaire.yaml",
    "mean": "mean.yaml",
    "ladder": "ladder.yaml",
    "scorecard": "scorecard.yaml",
}
"""The commented file that each shape begins from."""


def run_questionnaire_new(
    *,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help=N_("The file to write; it must not exist."))
    ],
    like: Annotated[
        Literal["factors", "mean", "ladder", "scorecard"],
        typer.Option(
            "--like",
            help=N_(
                "What to begin from: factors with a capped median, a mean of sums over four "
                "tiers, a gated ladder, or a weighted scorecard with several choices a question."
            ),
        ),
    ] = "factors",
    lang: Lang = None,
    debug: Debug = False,
) -> None:
    """Write a starter questionnaire whose id is the file's name.

    Raises:
        WriteRefused: the file is there already, or cannot be written.
    """
    starter = (TEMPLATES / _STARTERS[like]).read_text("utf-8")
    write_new(file, starter.replace("id: ID\n", f"id: {identity_of(file)}\n", 1))
    words = Words(spoken_language(lang))
    note = words("Written to {file}. Check it with `sdgassess check {file}`.", file=quoted(file))
    print_note(note)


def identity_of(file: Path) -> str:
    """An id after a file's name: its letters, digits and hyphens, without a version at its end."""
    stem = re.sub(r"-[0-9.]+$", "", file.stem)
    plain = re.sub(r"[^A-Za-z0-9]+", "-", stem).strip("-").lower()
    return plain if plain[:1].isalpha() else "my-questionnaire"
