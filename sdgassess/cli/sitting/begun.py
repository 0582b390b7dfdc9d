"""The profiles in a folder, as the first prompt of a new sitting lists them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sdgassess.cli.paths import shelf_for
from sdgassess.files.load import load_profile
from sdgassess.interview.state.begun import BegunSitting
from sdgassess.interview.state.phases import AtQuestion
from sdgassess.interview.state.route import progress_of, route
from sdgassess.model.profile import Status
from sdgassess.problem import has_errors
from sdgassess.text import visible

_LOOKED_AT = 100
"""So many files, the newest, are looked at: in a folder of hundreds nobody waits for more."""

_HEAD = 2000
"""Where the format line is looked for: it stands first, perhaps after some remarks."""


def begun_in(folder: Path, questionnaire: Path | None) -> tuple[BegunSitting, ...]:
    """The readable profiles in a folder, the one written last in front.

    Args:
        folder: where to look; not below it.
        questionnaire: a questionnaire file of one's own that they may answer.
    """
    return tuple(
        begun for path in _newest(folder) if (begun := _begun(path, questionnaire)) is not None
    )


def _newest(folder: Path) -> list[Path]:
    """The YAML files of a folder that may be profiles, the newest first."""
    try:
        files = [(path.stat().st_mtime, path) for path in _yaml_files(folder)]
    except OSError:
        return []
    return [path for _, path in sorted(files, reverse=True)[:_LOOKED_AT]]


def _yaml_files(folder: Path) -> Iterator[Path]:
    """The files of a folder with the ending of a profile; not what stands there hidden."""
    for path in folder.iterdir():
        if path.suffix in (".yaml", ".yml") and not path.name.startswith(".") and path.is_file():
            yield path


def _begun(path: Path, questionnaire: Path | None) -> BegunSitting | None:
    """A profile by its place, day and progress; None for any other file, and for a broken one."""
    try:
        with path.open("rb") as stream:
            if b"sdgassess/profile" not in stream.read(_HEAD):
                return None
    except OSError:
        return None
    loaded = load_profile(path, None, shelf_for(path))
    if loaded.questionnaire is None and questionnaire is not None:
        loaded = load_profile(path, questionnaire, shelf_for(path))
    profile, rules = loaded.value, loaded.questionnaire
    if profile is None or rules is None or has_errors(loaded.problems):
        return None
    stops = route(rules, profile, profile.quick)
    answered, applying = progress_of(
        profile.answers.get(stop.id) for stop in stops if isinstance(stop, AtQuestion)
    )
    return BegunSitting(
        file=visible(str(path)),
        place=profile.municipality.name,
        date=profile.date,
        answered=answered,
        asked=applying,
        complete=profile.status in (Status.COMPLETE, Status.AMENDED),
    )
