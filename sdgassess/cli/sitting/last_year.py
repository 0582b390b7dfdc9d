"""Last year's profile on the command line: the one that `--from` names, or a profile's own `from`.

Codes: P520 the profile to begin is there already · P521 it answers another questionnaire.
"""

from __future__ import annotations

import os
from pathlib import Path

from sdgassess.cli.opening import OpenProfile, open_profile, value_of
from sdgassess.cli.paths import same_file
from sdgassess.cli.shell import quoted
from sdgassess.cli.terminal.streams import print_note
from sdgassess.files.catalogue import newest_questionnaire
from sdgassess.files.load import load_questionnaire, questionnaire_for
from sdgassess.interview.state.last_year import LastYear, last_year
from sdgassess.model.profile import Origin, Profile
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.problem import (
    InputRefused,
    Problem,
    UsageRefused,
    Where,
)


def open_last_year(path: Path, own: Path | None, lang: str | None) -> OpenProfile:
    """Open the profile that a new one begins from.

    Args:
        path: last year's.
        own: a questionnaire file of one's own; last year's may need it too, or be older.
        lang: the language asked for.

    Raises:
        InputRefused: the file is missing, malformed or invalid; all its problems are told.
    """
    try:
        return open_profile(path, None, lang)
    except InputRefused:
        if own is None:
            raise
        return open_profile(path, own, lang)


def this_years_questionnaire(last: OpenProfile, own: Path | None) -> Questionnaire:
    """What is asked this year: a file of one's own, else the newest version of last year's.

    Raises:
        InputRefused: one's own is broken, or another questionnaire than last year's.
    """
    if own is None:
        newest = newest_questionnaire(last.questionnaire.id)
        loaded = questionnaire_for(newest) if newest else None
        return loaded.value if loaded and loaded.value else last.questionnaire
    questionnaire = value_of(load_questionnaire(own))
    if questionnaire.id != last.questionnaire.id:
        facts = {"theirs": last.questionnaire.id, "ours": questionnaire.id}
        raise InputRefused(Problem("P521", Where(last.file), facts))
    return questionnaire


def origin_of(last: OpenProfile, beside: Path | None) -> Origin:
    """Where last year's profile is, seen from the new one's folder where there is a way.

    Args:
        last: last year's.
        beside: the new profile; None where it will lie in the current folder.
    """
    path = Path(last.file)
    absolute = path.parent.resolve() / path.name
    folder = beside.parent.resolve() if beside else Path.cwd()
    try:
        way = Path(os.path.relpath(absolute, folder))
    except ValueError:  # another drive
        way = absolute
    return Origin(way.as_posix(), last.profile.date)


def origin_path(file: Path, profile: Profile) -> Path | None:
    """Where a profile says that last year's is, or None; seen from its own folder."""
    return file.parent / profile.origin.file if profile.origin else None


def hold_to_origin(file: Path, profile: Profile, last: Path) -> None:
    """Refuse to begin a profile that is there already, unless it began from the same file.

    Raises:
        UsageRefused: it did not; the command that goes on with it is named.
    """
    path = origin_path(file, profile)
    if path is not None and same_file(path, last):
        return
    command = f"sdgassess assess {quoted(file)}"
    facts = {"origin": str(last), "command": command}
    raise UsageRefused(Problem("P520", Where(str(file)), facts))


def last_year_of(opened: OpenProfile, own: Path | None) -> LastYear | None:
    """What of last year a resumed profile may be held against; a note where it is not to be had.

    Args:
        opened: the profile that is gone on with.
        own: a questionnaire file of one's own.
    """
    path = origin_path(Path(opened.file), opened.profile)
    if path is None:
        return None
    try:
        last = open_last_year(path, own, opened.words.language)
    except InputRefused:
        last = None
    same = last is not None and last.questionnaire.id == opened.questionnaire.id
    if last is None or not same or last.profile.date >= opened.profile.date:
        note = opened.words("Last year's answers cannot be shown: {file}", file=quoted(path))
        print_note(note)
        return None
    return last_year(opened.questionnaire, last.questionnaire, last.profile)
