"""Profiles gathered to be compared: files and folders opened, put in order, held to the rules.

Codes: P540 several municipalities without `--across` · P541 two files of one date among years ·
P542 fewer than two profiles · P543 another questionnaire.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from sdgassess.analysis.years.comparison import Column, Years
from sdgassess.analysis.years.places import predecessors_at_once, stranger
from sdgassess.cli.language import most_spoken, spoken_language
from sdgassess.cli.opening import refuse_basis
from sdgassess.cli.paths import same_file, shelf_for
from sdgassess.cli.shell import quoted
from sdgassess.cli.terminal.streams import print_note
from sdgassess.files.catalogue import (
    Shelf,
    beginning,
    means_to_be_ours,
    profiles_in,
    questionnaires_among,
)
from sdgassess.files.load import LoadedProfile, load_profile
from sdgassess.language import Words
from sdgassess.model.profile import Municipality, Profile
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.phrases.saving import left_out_words, warnings_words
from sdgassess.phrases.terms import words_about
from sdgassess.problem import (
    InputRefused,
    Problem,
    UsageRefused,
    Where,
    has_errors,
)
from sdgassess.report.checks import passed_over
from sdgassess.scoring.evaluation import Basis
from sdgassess.scoring.score import score

_PROFILE = b"sdgassess/profile/"
_NO_FILE = "P003"
_FORMATS = ("P040", "P041", "P042")
_NAMED = 3
"""How many files are named in a sentence."""

_LAST_LETTERS = {
    "da": str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"}),
    "sv": str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}"}),
}
"""How the letters after z are sorted: by the signs after z, which no name has."""


class Mode(StrEnum):
    """How profiles stand to each other."""

    YEARS = "years"
    ACROSS = "across"
    TOGETHER = "together"


class Entrant(NamedTuple):
    """One profile with its questionnaire, and how many warnings it has."""

    path: Path
    profile: Profile
    questionnaire: Questionnaire
    warnings: int


class Gathering(NamedTuple):
    """What the command line named.

    Attributes:
        profiles: in the order of their dates.
        broken: what is wrong with profiles of a folder, which are left out.
        mode: whether they are years of one place, several places, or one place at one time.
        merged: two files of one year of places that were merged later, where there are any.
        others: how many files of the folders are other people's.
    """

    profiles: tuple[Entrant, ...]
    broken: tuple[Problem, ...]
    mode: Mode
    merged: tuple[str, ...] = ()
    others: int = 0

    @property
    def left_out(self) -> tuple[str, ...]:
        """The files of a folder that could not be used, each once."""
        return tuple(dict.fromkeys(problem.where.file for problem in self.broken))


def gather(paths: Sequence[Path], own: Path | None, wish: Mode = Mode.YEARS) -> Gathering:
    """Open everything that is to be compared.

    Args:
        paths: profiles, and folders of profiles.
        own: a questionnaire file of one's own, for the profiles that answer it.
        wish: what was asked for. Years become assessments together where all are of one day, and
            several places side by side where two of them are predecessors of one in one year.

    Raises:
        InputRefused: a named file is broken, two of several years are of one date, or one is of
            another questionnaire.
        UsageRefused: there are fewer than two profiles, or several municipalities unasked.
    """
    profiles, broken, others = _read_all(paths, own)
    _hold_to_rules(profiles, broken, paths)
    mode, merged = _mode_of(profiles, wish)
    if mode is Mode.YEARS:
        _one_a_day(profiles)
    return Gathering(_in_order(profiles, mode), broken, mode, merged, others)


class _Contents(NamedTuple):
    """What the files that were named hold: profiles, what is broken, how many are not ours."""

    profiles: tuple[Entrant, ...]
    broken: tuple[Problem, ...]
    others: int


def _read_all(paths: Sequence[Path], own: Path | None) -> _Contents:
    """Every file that was named or lies in a folder that was.

    Raises:
        InputRefused: a named file is broken.
    """
    profiles: list[Entrant] = []
    wrong: list[Problem] = []
    broken: list[Problem] = []
    others = 0
    files = list(_files(paths))
    among = questionnaires_among(path for path, folder in files if folder is not None)
    for path, folder in files:
        loaded = _load(path, own, shelf_for(path, folder, among))
        if loaded.value is not None and loaded.questionnaire is not None:
            warnings = len(loaded.problems)
            profiles.append(Entrant(path, loaded.value, loaded.questionnaire, warnings))
        elif folder is None:
            wrong += loaded.problems
        elif _ours(path, loaded):
            broken += [problem for problem in loaded.problems if has_errors((problem,))]
        elif not means_to_be_ours(path):
            others += 1
    if wrong:
        raise InputRefused(*wrong)
    return _Contents(tuple(profiles), tuple(broken), others)


def _mode_of(profiles: Sequence[Entrant], wish: Mode) -> tuple[Mode, tuple[str, ...]]:
    """How profiles stand to each other, and two predecessors of one year where there are any.

    Raises:
        UsageRefused: they are of several places, and that was not asked for.
    """
    if wish is not Mode.ACROSS:
        _one_place(profiles)
    if wish is not Mode.YEARS:
        return wish, ()
    merged = predecessors_at_once([entrant.profile for entrant in profiles])
    if merged is not None:
        return Mode.ACROSS, tuple(str(profiles[place].path) for place in merged)
    return Mode.TOGETHER if _of_one_day(profiles) else Mode.YEARS, ()


def _in_order(profiles: Sequence[Entrant], mode: Mode) -> tuple[Entrant, ...]:
    """Years by their dates, groups by their names; several places are put in order in print."""
    return tuple(sorted(profiles, key=_by_group if mode is Mode.TOGETHER else _by_date))


def _of_one_day(profiles: Sequence[Entrant]) -> bool:
    """Whether several files are all of one day, so that there are no years between them."""
    first = profiles[0]
    return all(
        entrant.profile.date == first.profile.date and not same_file(entrant.path, first.path)
        for entrant in profiles[1:]
    )


def words_for(gathering: Gathering, lang: str | None) -> Words:
    """The language asked for, else the one that most profiles are in, else English."""
    newest = max(gathering.profiles, key=_by_date)
    complete = newest.questionnaire.complete_languages
    language = spoken_language(
        lang, most_spoken(each.profile.language for each in gathering.profiles), complete
    )
    return words_about(newest.questionnaire, language)


def years_of(profiles: Sequence[Entrant], basis: Basis, mode: Mode = Mode.YEARS) -> Years:
    """The profiles scored and held side by side.

    Raises:
        UsageRefused: backed levels are asked of a questionnaire without rules for them.
    """
    for entrant in profiles:
        refuse_basis(entrant.path, entrant.questionnaire, basis)
    return Years(
        [
            Column(str(entrant.path), score(entrant.questionnaire, entrant.profile, basis))
            for entrant in profiles
        ],
        together=mode is Mode.TOGETHER,
    )


def alphabetical(profiles: Sequence[Entrant], language: str) -> tuple[Entrant, ...]:
    """Profiles by the names of their municipalities, then by date.

    Args:
        profiles: in any order.
        language: whose alphabet counts; Danish and Swedish end theirs differently, and
            in Danish aa is an older way to write å.
    """
    last = _LAST_LETTERS.get(language, {})

    def place(entrant: Entrant) -> tuple[object, ...]:
        name = _name(entrant)
        if language == "da":
            name = name.replace("aa", "å")
        return name.translate(last), entrant.profile.date, str(entrant.path)

    return tuple(sorted(profiles, key=place))


def note_left_out(gathering: Gathering, paths: Sequence[Path], words: Words) -> None:
    """Say what was left out of a folder, and that there are warnings; neither gets in the way."""
    if gathering.broken:
        from sdgassess.phrases.problems.messages import tell

        for problem in gathering.broken:
            print_note(tell(problem, words, caret=False))
        print_note(left_out_words([quoted(file) for file in gathering.left_out], words))
    if gathering.others:
        print_note(passed_over(gathering.others, words))
    if gathering.merged:
        first, second = map(quoted, gathering.merged)
        note = words(
            "{first} and {second} are of one year, and of places that became one later: they "
            "stand side by side, and no change is computed.",
            first=first,
            second=second,
        )
        print_note(note)
    odd = [entrant for entrant in gathering.profiles if entrant.warnings]
    if odd:
        files = _to_check(list(dict.fromkeys(entrant.path for entrant in odd)), paths)
        print_note(warnings_words(sum(entrant.warnings for entrant in odd), files, words))


def _to_check(files: Sequence[Path], paths: Sequence[Path]) -> str:
    """The files with warnings; where they are many, the folders that hold them."""
    if len(files) > _NAMED:
        files = list(dict.fromkeys(_as_named(file, paths) for file in files))
    names = " ".join(quoted(file) for file in files[:_NAMED])
    return f"{names} …" if len(files) > _NAMED else names


def _as_named(file: Path, paths: Sequence[Path]) -> Path:
    """What was named on the command line for a file: its folder, or itself."""
    return next((path for path in paths if path in file.parents and path.is_dir()), file)


def _files(paths: Sequence[Path]) -> Iterator[tuple[Path, Path | None]]:
    """Each file, and the folder that was walked to find it."""
    for path in paths:
        if path.is_dir():
            yield from ((file, path) for file in profiles_in(path))
        else:
            yield path, None


def _load(path: Path, own: Path | None, shelf: Shelf) -> LoadedProfile:
    """A profile with the questionnaire that it names: one's own where that is the one."""
    loaded = load_profile(path, own, shelf)
    if own is not None and any(problem.code == "P121" for problem in loaded.problems):
        return load_profile(path, None, shelf)
    return loaded


def _ours(path: Path, loaded: LoadedProfile) -> bool:
    """Whether a broken file of a folder means to be a profile; other YAML is nobody's fault.

    What has the name of a file and is none, a pipe or a device, is named and never opened.
    """
    if any(problem.code == _NO_FILE for problem in loaded.problems):
        return True
    if not any(problem.code in _FORMATS for problem in loaded.problems):
        return loaded.source is not None or _PROFILE in beginning(path)
    formats = [str(problem.facts.get("found", "")) for problem in loaded.problems]
    return any(name.startswith("sdgassess/prof") for name in formats)


def _by_group(entrant: Entrant) -> tuple[object, ...]:
    """What assessments of one time are sorted by: group, units, day, file."""
    profile = entrant.profile
    return profile.group or "", profile.units_covered, profile.date, str(entrant.path)


def _by_date(entrant: Entrant) -> tuple[object, ...]:
    """What years are sorted by."""
    return entrant.profile.date, str(entrant.path)


def _hold_to_rules(
    profiles: Sequence[Entrant], broken: Sequence[Problem], paths: Sequence[Path]
) -> None:
    """Refuse what cannot be compared, each with the files that stand in the way."""
    if len(profiles) < 2:
        names = tuple(str(entrant.path) for entrant in profiles)
        problem = Problem("P542", Where(str(paths[0])), {"files": names})
        if broken:
            raise InputRefused(*broken, problem)
        raise UsageRefused(problem)
    _one_questionnaire(profiles)


def _one_questionnaire(profiles: Sequence[Entrant]) -> None:
    """All must answer the same questionnaire, in whatever version."""
    first = profiles[0]
    for entrant in profiles[1:]:
        if entrant.questionnaire.id != first.questionnaire.id:
            facts = {"theirs": entrant.questionnaire.id, "ours": first.questionnaire.id}
            facts["other"] = str(first.path)
            raise InputRefused(Problem("P543", Where(str(entrant.path)), facts))


def _one_place(profiles: Sequence[Entrant]) -> None:
    """Years are of one place, also where it was renamed or merged and its profile says so."""
    entrants: dict[Municipality, Entrant] = {}
    for entrant in profiles:
        entrants.setdefault(entrant.profile.municipality, entrant)
    strange = stranger([*entrants])
    if strange is not None:
        first, other = profiles[0], [*entrants.values()][strange]
        facts = {
            "theirs": other.profile.municipality.name,
            "ours": first.profile.municipality.name,
            "other": str(first.path),
        }
        raise UsageRefused(Problem("P540", Where(str(other.path)), facts))


def _one_a_day(profiles: Sequence[Entrant]) -> None:
    """A year among others has one profile a day; the same file twice is one profile."""
    days: dict[object, Path] = {}
    for entrant in profiles:
        earlier = days.setdefault(entrant.profile.date, entrant.path)
        if earlier is not entrant.path and not same_file(earlier, entrant.path):
            facts = {"other": str(earlier), "date": entrant.profile.date.isoformat()}
            raise InputRefused(Problem("P541", Where(str(entrant.path)), facts))


def _name(entrant: Entrant) -> str:
    """A municipality's name, however it is spelled."""
    composed = unicodedata.normalize("NFC", entrant.profile.municipality.name)
    return unicodedata.normalize("NFC", " ".join(composed.casefold().split()))
