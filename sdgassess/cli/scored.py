"""What score, explain and gaps have in common: a profile opened and scored on a basis."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from sdgassess.cli.opening import Opened, note_warnings, open_profile
from sdgassess.scoring.score import Score, score
from sdgassess.scoring.sheet import Basis


class Asked(NamedTuple):
    """What the three verbs share on the command line."""

    file: Path
    basis: str = "answered"
    questionnaire: Path | None = None
    lang: str | None = None
    as_json: bool = False


def scored(asked: Asked) -> tuple[Opened, Score]:
    """The profile opened and scored; its warnings are counted on standard error."""
    opened = open_profile(asked.file, asked.questionnaire, asked.lang)
    note_warnings(opened)
    return opened, score(opened.questionnaire, opened.profile, Basis(asked.basis))
