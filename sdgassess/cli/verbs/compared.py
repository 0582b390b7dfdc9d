"""The profiles that are compared: files and folders opened, put in order, and held to the rules.

Codes: P540 several municipalities without `--across` · P541 two files of one date · P542 fewer
than two profiles · P543 another questionnaire.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from sdgassess.cli.output import same_file
from sdgassess.files.catalogue import profiles_in
from sdgassess.files.load import LoadedProfile, load_profile
from sdgassess.model.profile import Profile
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.problem import (
    InputRefused,
    Problem,
    UsageRefused,
    Where,
    has_errors,
)

_PROFILE = b"sdgassess/profile/"
_NO_FILE = "P003"
_FORMATS = ("P040", "P041", "P042")
_LAST_LETTERS = {
    "da": str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"}),
    "sv": str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}"}),
}
"""How the letters after z are sorted: by the signs after z, which no name has."""


class Found(NamedTuple):
    """One profile with its questionnaire, and how many warnings it has."""

    path: Path
    profile: Profile
    questionnaire: Questionnaire
    warnings: int


class Gathered(NamedTuple):
    """What the command line named.

    Attributes:
        profiles: in the order of their dates.
        broken: what is wrong with profiles of a folder, which are left out.
    """

    profiles: tuple[Found, ...]
    broken: tuple[Problem, ...]


def gather(paths: Sequence[Path], own: Path | None, *, across: bool) -> Gathered:
    """Open everything that is to be compared.

    Args:
        paths: profiles, and folders of profiles.
        own: a questionnaire file of one's own, for the profiles that answer it.
        across: whether several municipalities are meant.

    Raises:
        InputRefused: a named file is broken, two files are of one date, or one is of another
            questionnaire.
        UsageRefused: there are fewer than two profiles, or several municipalities unasked.
    """
    found: list[Found] = []
    wrong: list[Problem] = []
    broken: list[Problem] = []
    for path, walked in _files(paths):
        loaded = _load(path, own)
        if loaded.value is not None and loaded.questionnaire is not None:
            warnings = len(loaded.problems)
            found.append(Found(path, loaded.value, loaded.questionnaire, warnings))
        elif not walked:
            wrong += loaded.problems
        elif _ours(path, loaded):
            broken += [problem for problem in loaded.problems if has_errors((problem,))]
    if wrong:
        raise InputRefused(*wrong)
    _hold_to_rules(found, broken, paths, across=across)
    return Gathered(tuple(sorted(found, key=_by_date)), tuple(broken))


def _files(paths: Sequence[Path]) -> Iterator[tuple[Path, bool]]:
    """Each file, and whether a folder was walked to find it."""
    for path in paths:
        if path.is_dir():
            yield from ((file, True) for file in profiles_in(path))
        else:
            yield path, False


def _load(path: Path, own: Path | None) -> LoadedProfile:
    """A profile with the questionnaire that it names: one's own where that is the one."""
    loaded = load_profile(path, own)
    if own is not None and any(problem.code == "P121" for problem in loaded.problems):
        return load_profile(path)
    return loaded


def _ours(path: Path, loaded: LoadedProfile) -> bool:
    """Whether a broken file of a folder means to be a profile; other YAML is nobody's fault.

    What has the name of a file and is none, a pipe or a device, is named and never opened.
    """
    if any(problem.code == _NO_FILE for problem in loaded.problems):
        return True
    if not any(problem.code in _FORMATS for problem in loaded.problems):
        return loaded.source is not None or _PROFILE in _beginning(path)
    said = [str(problem.facts.get("found", "")) for problem in loaded.problems]
    return any(word.startswith("sdgassess/prof") for word in said)


def _beginning(path: Path) -> bytes:
    """The first lines of a file that is no YAML; nothing where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(4096)
    except OSError:
        return b""


def _by_date(found: Found) -> tuple[object, ...]:
    """What years are sorted by."""
    return found.profile.date, str(found.path)


def alphabetical(profiles: Sequence[Found], language: str) -> tuple[Found, ...]:
    """Profiles by the names of their municipalities, then by date.

    Args:
        profiles: in any order.
        language: whose alphabet counts; Danish and Swedish end theirs differently, and
            in Danish aa is an older way to write å.
    """
    last = _LAST_LETTERS.get(language, {})

    def place(found: Found) -> tuple[object, ...]:
        name = _name(found)
        if language == "da":
            name = name.replace("aa", "å")
        return name.translate(last), found.profile.date, str(found.path)

    return tuple(sorted(profiles, key=place))


def _hold_to_rules(
    found: Sequence[Found], broken: Sequence[Problem], paths: Sequence[Path], *, across: bool
) -> None:
    """Refuse what cannot be compared, each with the files that stand in the way."""
    if len(found) < 2:
        names = tuple(str(one.path) for one in found)
        problem = Problem("P542", Where(str(paths[0])), {"files": names})
        if broken:
            raise InputRefused(*broken, problem)
        raise UsageRefused(problem)
    _one_questionnaire(found)
    if not across:
        _one_municipality(found)
    _one_a_day(found)


def _one_questionnaire(found: Sequence[Found]) -> None:
    """All must answer the same questionnaire, in whatever version."""
    first = found[0]
    for one in found[1:]:
        if one.questionnaire.id != first.questionnaire.id:
            facts = {"theirs": one.questionnaire.id, "ours": first.questionnaire.id}
            facts["other"] = str(first.path)
            raise InputRefused(Problem("P543", Where(str(one.path)), facts))


def _one_municipality(found: Sequence[Found]) -> None:
    """Years are of one municipality; names are one whatever their letters' case."""
    first = found[0]
    for one in found[1:]:
        if _name(one) != _name(first):
            facts = {
                "theirs": one.profile.municipality.name,
                "ours": first.profile.municipality.name,
                "other": str(first.path),
            }
            raise UsageRefused(Problem("P540", Where(str(one.path)), facts))


def _one_a_day(found: Sequence[Found]) -> None:
    """A municipality has one profile a day; the same file twice is one profile."""
    days: dict[tuple[str, object], Path] = {}
    for one in found:
        key = _name(one), one.profile.date
        other = days.setdefault(key, one.path)
        if other is not one.path and not same_file(other, one.path):
            facts = {"other": str(other), "date": one.profile.date.isoformat()}
            raise InputRefused(Problem("P541", Where(str(one.path)), facts))


def _name(found: Found) -> str:
    """A municipality's name, however it is spelled."""
    composed = unicodedata.normalize("NFC", found.profile.municipality.name)
    return unicodedata.normalize("NFC", " ".join(composed.casefold().split()))
