"""The verb that compares years of one municipality, or several municipalities side by side."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from sdgassess.analysis.years.comparison import Column, Years
from sdgassess.cli.language import spoken_language
from sdgassess.cli.opening import typed
from sdgassess.cli.terminal.streams import (
    columns,
    linear,
    print_json,
    print_note,
    print_page,
)
from sdgassess.cli.verbs.compared import (
    Found,
    Gathered,
    alphabetical,
    gather,
)
from sdgassess.language import Words
from sdgassess.scoring.evaluation import Basis
from sdgassess.scoring.score import score

_NAMED = 3
"""How many files are named in a sentence."""


class Asked(NamedTuple):
    """What the command line asks for.

    Attributes:
        paths: profiles, and folders of profiles.
        across: whether several municipalities are meant.
        basis: which levels are compared.
        plain: whether it is told line by line.
        questionnaire: a questionnaire file of one's own.
        lang: the language to speak.
        as_json: whether a program is asking.
    """

    paths: Sequence[Path]
    across: bool = False
    basis: str = "answered"
    plain: bool = False
    questionnaire: Path | None = None
    lang: str | None = None
    as_json: bool = False


def run_compare(asked: Asked) -> None:
    """Compare profiles and show the page or the JSON document.

    Raises:
        InputRefused: a file is broken, or two of them cannot stand side by side.
        UsageRefused: there are fewer than two, or several municipalities unasked.
    """
    gathered = gather(asked.paths, asked.questionnaire, across=asked.across)
    last = gathered.profiles[-1]
    spoken = last.profile.language
    words = Words(spoken_language(asked.lang, spoken, last.questionnaire.complete_languages))
    note_left_out(gathered, asked.paths, words)
    profiles = gathered.profiles
    if asked.across:
        profiles = alphabetical(profiles, words.language)
    years = compared(profiles, Basis(asked.basis))
    if asked.as_json:
        from sdgassess.report.results.years import compare_result

        left_out = tuple(dict.fromkeys(problem.where.file for problem in gathered.broken))
        print_json(compare_result(years, across=asked.across, left_out=left_out))
        return
    from sdgassess.document.page import Page
    from sdgassess.report.years.edition import YearsPage
    from sdgassess.report.years.screen import years_screen

    page = Page(words, columns())
    print_page(years_screen(YearsPage(page, years, asked.across, linear(asked=asked.plain))))


def compared(profiles: Sequence[Found], basis: Basis) -> Years:
    """The profiles scored and held side by side."""
    return Years(
        [Column(str(one.path), score(one.questionnaire, one.profile, basis)) for one in profiles]
    )


def note_left_out(gathered: Gathered, paths: Sequence[Path], words: Words) -> None:
    """Say what was left out of a folder, and that there are warnings; neither gets in the way."""
    if gathered.broken:
        from sdgassess.phrases.problems.messages import tell

        for problem in gathered.broken:
            print_note(tell(problem, words, caret=False))
        files = tuple(dict.fromkeys(problem.where.file for problem in gathered.broken))
        one = "One profile cannot be used and is left out: {files}"
        many = "{n} profiles cannot be used and are left out: {files}"
        named = ", ".join(typed(file) for file in files)
        print_note(words.plural(one, many, len(files), files=named))
    warned = [one for one in gathered.profiles if one.warnings]
    if warned:
        few = "One warning: read it with `sdgassess check {file}`."
        more = "{n} warnings: read them with `sdgassess check {file}`."
        file = _to_check(list(dict.fromkeys(one.path for one in warned)), paths)
        print_note(words.plural(few, more, sum(one.warnings for one in warned), file=file))


def _to_check(files: Sequence[Path], paths: Sequence[Path]) -> str:
    """The files with warnings; where they are many, the folders that they were found in."""
    if len(files) > _NAMED:
        files = list(dict.fromkeys(_given(file, paths) for file in files))
    named = " ".join(typed(str(file)) for file in files[:_NAMED])
    return f"{named} …" if len(files) > _NAMED else named


def _given(file: Path, paths: Sequence[Path]) -> Path:
    """What was named on the command line for a file: its folder, or itself."""
    return next((path for path in paths if path in file.parents and path.is_dir()), file)
