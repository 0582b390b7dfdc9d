"""From a path to a checked value: the entry points of reading.

Every function returns what it could make of a file together with all the problems it found;
`value` is None where an error makes the file unusable, and never because of a warning. What ships
is trusted at run time (tests check it), so scoring one profile does not pay for checking the
questionnaire; anything that a person hands in is checked whole. What only such files need is
imported where they are met.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from sdgassess.files.build.profile import build_profile
from sdgassess.files.build.questionnaire import build_questionnaire
from sdgassess.files.catalogue import (
    Shelf,
    find_questionnaire,
    find_reference,
    is_shipped,
    looks_like_path,
    questionnaire_path,
)
from sdgassess.files.read.entry import Entry
from sdgassess.files.read.findings import (
    in_order,
    placed,
    stale_words_as_one,
    without_follow_ons,
    without_repeats,
)
from sdgassess.files.read.formats import FileKind, kind_of
from sdgassess.files.read.ids import fits_id, fits_version, one_file
from sdgassess.files.read.reader import parse, read_bytes, read_source
from sdgassess.files.read.schema import check_schema
from sdgassess.files.read.source import SourceFile
from sdgassess.files.read.twin import read_twin
from sdgassess.files.rules.profile import check_profile
from sdgassess.model.profile import Profile, QuestionnaireRef
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.worth import with_worth
from sdgassess.problem import Problem, has_errors

if TYPE_CHECKING:
    from sdgassess.model.reference import Reference

T = TypeVar("T")
EMPTY = Shelf()
"""Nowhere: only what ships is found."""


class LoadedFile(NamedTuple, Generic[T]):
    """What came of a file.

    Attributes:
        value: the model, or None where an error makes the file unusable.
        source: what was read, where it could be read at all.
        problems: everything that is wrong, errors and warnings, in the order of the file.
    """

    value: T | None
    source: SourceFile | None
    problems: tuple[Problem, ...]


class LoadedProfile(NamedTuple):
    """A profile together with the questionnaire that it answers.

    The questionnaire is there even where the profile is not usable, if it could be found.
    """

    value: Profile | None
    source: SourceFile | None
    problems: tuple[Problem, ...]
    questionnaire: Questionnaire | None = None


def load_questionnaire(path: Path) -> LoadedFile[Questionnaire]:
    """Read and check a questionnaire that somebody hands in."""
    source, problems = _read(path, FileKind.QUESTIONNAIRE)
    return _questionnaire_of(source, problems)


def questionnaire_for(
    ref: QuestionnaireRef, shelf: Shelf = EMPTY, explicit: Path | None = None
) -> LoadedFile[Questionnaire]:
    """The questionnaire of an id and version.

    Args:
        ref: which one.
        shelf: where to look for what does not ship.
        explicit: a file that was named on the command line; it must hold what `ref` says.
    """
    if explicit is not None:
        return _same(ref, load_questionnaire(explicit))
    path, problems = find_questionnaire(ref, shelf)
    if path is None:
        return LoadedFile(None, None, tuple(problems))
    if is_shipped(ref):
        return _shipped_questionnaire(ref)
    return _same(ref, _own_questionnaire(path))


def load_profile(
    path: Path, explicit_questionnaire: Path | None = None, shelf: Shelf | None = None
) -> LoadedProfile:
    """Read and check a profile, with the questionnaire that it names.

    Args:
        path: the profile.
        explicit_questionnaire: the questionnaire's file, where one was named.
        shelf: where to look for it; the profile's own folder where nothing is said.
    """
    source, problems = _read(path, FileKind.PROFILE)
    return _profile_of(source, problems, shelf or Shelf((path.parent,)), explicit_questionnaire)


def load_reference(
    path_or_id: str | Path,
    explicit_questionnaire: Path | None = None,
    shelf: Shelf | None = None,
) -> LoadedFile[Reference]:
    """A reference by its id, or from a file of somebody's own."""
    if isinstance(path_or_id, Path) or looks_like_path(path_or_id):
        file = Path(path_or_id)
        source, problems = _read(file, FileKind.REFERENCE)
        near = shelf or Shelf((file.parent,))
        return _reference_of(source, problems, near, explicit_questionnaire)
    path, problems = find_reference(path_or_id)
    return LoadedFile(None, None, tuple(problems)) if path is None else _shipped_reference(path)


PickRule = Callable[[Profile, Questionnaire, Entry], Iterable[Problem]]
"""What is wrong with the picks of a profile, beside where they stand in its file."""


def check_path(
    path: Path,
    explicit_questionnaire: Path | None = None,
    shelf: Shelf | None = None,
    today: dt.date | None = None,
    picks: PickRule | None = None,
) -> tuple[Problem, ...]:
    """Every problem of any of our files; its `format:` line says what it is.

    A profile is not built for that unless something is picked in it: checking thousands of them
    pays only for what it asks.

    Args:
        path: the file.
        explicit_questionnaire: the questionnaire of a profile, where one was named.
        shelf: where others are looked for; the file's folder where not given.
        today: the day that the dates of a profile are held against; not at all without it.
        picks: the rule for picks, which needs levels; asked of a profile without errors.
    """
    source, problems = read_source(path)
    if source is None:
        return tuple(problems)
    near = shelf or Shelf((path.parent,))
    kind, wrong = kind_of(source)
    problems = [*problems, *wrong]
    if kind is FileKind.PROFILE:
        checked, rules = _checked_profile(source, problems, near, explicit_questionnaire)
        if today is not None:
            checked = _with_dates(source, checked, today)
        entry = Entry(source)["priorities"]
        if picks is None or rules is None or has_errors(checked) or not entry.value:
            return checked
        profile = with_worth(build_profile(source.data), rules)
        return in_order([*checked, *picks(profile, rules, entry)])
    if kind is FileKind.QUESTIONNAIRE:
        return _checked_beside_others(source, problems, path.parent)
    if kind is FileKind.REFERENCE:
        return _reference_of(source, problems, near, explicit_questionnaire).problems
    return in_order(problems)


def _with_dates(
    source: SourceFile, problems: tuple[Problem, ...], today: dt.date
) -> tuple[Problem, ...]:
    """The problems of a profile, with the dates in it that cannot be."""
    from sdgassess.files.rules.dates import unlikely_dates  # noqa: PLC0415 - see head

    return in_order([*problems, *unlikely_dates(Entry(source), today)])


def _read(path: Path, wanted: FileKind) -> tuple[SourceFile | None, list[Problem]]:
    """Read a file that should be of a kind; a file of another kind is not read on."""
    source, problems = read_source(path)
    if source is None:
        return None, problems
    kind, wrong = kind_of(source, wanted)
    return (source if kind else None), [*problems, *wrong]


def _profile_of(
    source: SourceFile | None, problems: list[Problem], shelf: Shelf, explicit: Path | None
) -> LoadedProfile:
    """Check and build a profile, once its questionnaire is found."""
    if source is None:
        return LoadedProfile(None, None, in_order(problems))
    every_problem, questionnaire = _checked_profile(source, problems, shelf, explicit)
    usable = questionnaire is not None and not has_errors(every_problem)
    value = None
    if usable and questionnaire is not None:
        value = with_worth(build_profile(source.data), questionnaire)
    return LoadedProfile(value, source, every_problem, questionnaire)


@one_file()
def _checked_profile(
    source: SourceFile, problems: list[Problem], shelf: Shelf, explicit: Path | None
) -> tuple[tuple[Problem, ...], Questionnaire | None]:
    """Every problem of a profile, and the questionnaire that it answers if that was found."""
    ref = _named_questionnaire(source)
    shape = check_schema(source, FileKind.PROFILE)
    if ref is None:
        return in_order([*problems, *shape]), None
    loaded = questionnaire_for(ref, shelf, explicit)
    if loaded.value is None:
        return in_order([*problems, *shape, *placed(source, loaded.problems)]), None
    rules = without_repeats(shape, check_profile(Entry(source), loaded.value))
    caused = without_follow_ons(source, [*problems, *rules])
    file = loaded.source.name if loaded.source else ""
    return in_order(stale_words_as_one(source, caused, file)), loaded.value


@one_file()
def _questionnaire_of(
    source: SourceFile | None, problems: list[Problem]
) -> LoadedFile[Questionnaire]:
    """Check and build a questionnaire; one that calls itself what it is not is not used."""
    from sdgassess.files.rules.questionnaire import check_questionnaire  # noqa: PLC0415 - see head
    from sdgassess.files.rules.reach import check_reach  # noqa: PLC0415 - see head
    from sdgassess.files.siblings import same_version_problem  # noqa: PLC0415 - see head

    loaded = _checked(
        source, problems, FileKind.QUESTIONNAIRE, check_questionnaire, build_questionnaire
    )
    if source is None or loaded.value is None:
        return loaded
    unreachable = check_reach(Entry(source), loaded.value)
    if unreachable:
        return loaded._replace(value=None, problems=in_order([*loaded.problems, *unreachable]))
    contradiction = same_version_problem(source)
    if contradiction is None:
        return loaded
    return loaded._replace(value=None, problems=in_order([*loaded.problems, contradiction]))


def _checked_beside_others(
    source: SourceFile, problems: list[Problem], folder: Path
) -> tuple[Problem, ...]:
    """Every problem of a questionnaire, also those that only show beside its last version."""
    from sdgassess.files.siblings import problems_beside_older  # noqa: PLC0415 - see head

    loaded = _questionnaire_of(source, problems)
    if loaded.value is None:
        return loaded.problems
    return in_order([*loaded.problems, *problems_beside_older(source, loaded.value, folder)])


@one_file()
def _reference_of(
    source: SourceFile | None, problems: list[Problem], shelf: Shelf, explicit: Path | None
) -> LoadedFile[Reference]:
    """Check and build a reference, once its questionnaire is found."""
    from sdgassess.files.build.reference import build_reference  # noqa: PLC0415 - see head
    from sdgassess.files.rules.reference import check_reference  # noqa: PLC0415 - for references

    if source is None:
        return LoadedFile(None, None, in_order(problems))
    ref = _named_questionnaire(source)
    loaded = questionnaire_for(ref, shelf, explicit) if ref else None
    questionnaire = loaded.value if loaded else None
    missing = placed(source, loaded.problems) if loaded and not questionnaire else []

    def rules(entry: Entry) -> list[Problem]:
        return check_reference(entry, questionnaire) if questionnaire else missing

    return _checked(source, problems, FileKind.REFERENCE, rules, build_reference)


def _checked(
    source: SourceFile | None,
    problems: list[Problem],
    kind: FileKind,
    rules: Callable[[Entry], list[Problem]],
    build: Callable[[Any], T],
) -> LoadedFile[T]:
    """Shape, then rules, then the model."""
    if source is None:
        return LoadedFile(None, None, in_order(problems))
    problems = [*problems, *without_repeats(check_schema(source, kind), rules(Entry(source)))]
    value = None if has_errors(problems) else build(source.data)
    return LoadedFile(value, source, in_order(problems))


@cache
def _shipped_questionnaire(ref: QuestionnaireRef) -> LoadedFile[Questionnaire]:
    """A shipped questionnaire, once per process; only built, not checked."""
    return _trusted(questionnaire_path(ref), _build_shipped)


def _build_shipped(tree: Any) -> Questionnaire:
    """What ships is whole in each of its languages; a test holds that, so nobody waits for it."""
    return build_questionnaire(tree, complete=tree["languages"])


def _own_questionnaire(path: Path) -> LoadedFile[Questionnaire]:
    """A questionnaire of one's own, read and checked once for all the profiles that answer it."""
    try:
        status = path.stat()
    except OSError:
        return load_questionnaire(path)
    return _unchanged(path, (status.st_ino, status.st_mtime_ns, status.st_size))


@lru_cache(maxsize=16)
def _unchanged(path: Path, _: tuple[int, int, int]) -> LoadedFile[Questionnaire]:
    """As above; read again once the file has changed."""
    return load_questionnaire(path)


@cache
def _shipped_reference(path: Path) -> LoadedFile[Reference]:
    """A shipped reference, once per process; only built, not checked."""
    from sdgassess.files.build.reference import build_reference  # noqa: PLC0415 - see head

    return _trusted(path, build_reference)


def _trusted(path: Path, build: Callable[[Any], T]) -> LoadedFile[T]:
    """Read and build what ships, from its twin where that is current."""
    raw, problem = read_bytes(path, str(path))
    if raw is None:
        return LoadedFile(None, None, (problem,) if problem else ())
    twin = read_twin(path, raw)
    source, problems = (twin, []) if twin else parse(raw, str(path))
    if source is None or has_errors(problems):
        return LoadedFile(None, source, tuple(problems))
    return LoadedFile(build(source.data), source, ())


def _named_questionnaire(source: SourceFile) -> QuestionnaireRef | None:
    """The questionnaire that a profile or reference names; None where that is misshapen."""
    named = Entry(source)["questionnaire"]
    identity, version = named["id"].word, named["version"].word
    if identity is None or version is None or not fits_id(identity) or not fits_version(version):
        return None
    return QuestionnaireRef(identity, version)


def _same(ref: QuestionnaireRef, loaded: LoadedFile[Questionnaire]) -> LoadedFile[Questionnaire]:
    """A questionnaire of one's own must hold what the profile names."""
    value = loaded.value
    if value is None or (value.id, value.version) == (ref.id, ref.version):
        return loaded
    facts = {
        "id": ref.id,
        "version": ref.version,
        "found": f"{value.id} {value.version}",
        "file": loaded.source.name if loaded.source else "",
    }
    return loaded._replace(value=None, problems=(Problem("P121", facts=facts),))
