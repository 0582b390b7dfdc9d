"""The verb that begins a questionnaire of one's own."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

from sdgassess.cli.language import spoken_language
from sdgassess.cli.opening import typed
from sdgassess.cli.terminal.streams import print_note
from sdgassess.files.write.writer import write_new
from sdgassess.language import Words


def run_questionnaire_new(file: Path, lang: str | None) -> None:
    """Write a starter questionnaire whose id is the file's name.

    Raises:
        WriteRefused: the file is there already, or cannot be written.
    """
    starter = (files("sdgassess") / "templates" / "questionnaire.yaml").read_text("utf-8")
    write_new(file, starter.replace("id: ID\n", f"id: {identity_of(file)}\n", 1))
    words = Words(spoken_language(lang))
    name = typed(str(file))
    print_note(words("Written to {file}. Check it with `sdgassess check {file}`.", file=name))


def identity_of(file: Path) -> str:
    """An id after a file's name: its letters, digits and hyphens, without a version at its end."""
    stem = re.sub(r"-[0-9.]+$", "", file.stem)
    plain = re.sub(r"[^A-Za-z0-9]+", "-", stem).strip("-").lower()
    return plain if plain[:1].isalpha() else "my-questionnaire"
