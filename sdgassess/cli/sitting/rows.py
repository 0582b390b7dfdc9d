"""`assess --enter`: rows from paper read from standard input into a profile.

Codes: P503 no file · P550 options that a row has nothing of.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from sdgassess.cli.opening import open_profile, typed_profile
from sdgassess.cli.sitting.last_year import last_year_of
from sdgassess.cli.sitting.paper import PaperDesk
from sdgassess.cli.terminal.streams import (
    columns,
    print_next,
    print_note,
    print_text,
    print_wrapped_note,
    typed_lines,
    typed_live,
)
from sdgassess.files.write.profile_file import ProfileFile
from sdgassess.files.write.writer import hold
from sdgassess.interview.state.setting import Setting
from sdgassess.interview.state.sitting import Sitting
from sdgassess.phrases.problems.messages import tell
from sdgassess.problem import InputRefused, Problem, UsageRefused, Where


def refuse_beside_rows(options: Mapping[str, object]) -> None:
    """Refuse options that have nothing to do with rows.

    Raises:
        UsageRefused: one of them was given, other than the language and the questionnaire.
    """
    for option, value in options.items():
        if value not in (None, False) and option not in ("--lang", "--questionnaire", "--plain"):
            raise UsageRefused(Problem("P550", Where(), {"option": "--enter", "other": option}))


def enter_rows(file: Path | None, questionnaire: Path | None, lang: str | None) -> None:
    """Take rows to the end of input, each kept at once and said back.

    Raises:
        UsageRefused: no file is named.
        InputRefused: the profile is missing or broken, or rows were refused; the others are in.
        WriteRefused: the profile cannot be written, or is held by somebody.
    """
    if file is None:
        raise UsageRefused(Problem("P503", Where(), {"argument": "FILE"}))
    if not file.is_file():
        open_profile(file, questionnaire, lang)  # says what there is instead, before it is locked
    with hold(file):
        opened = open_profile(file, questionnaire, lang)
        words, rules = opened.words, opened.questionnaire
        today = dt.date.today()  # noqa: DTZ011 - the day where the program is
        setting = Setting(rules, words, words.language, today, width=columns())
        setting = replace(
            setting, quick=opened.profile.quick, last_year=last_year_of(opened, questionnaire)
        )
        desk = PaperDesk(setting, opened.profile)
        profile_file = ProfileFile.opened(file, opened.source, opened.profile)
        live = typed_live()
        if live:
            _explain(desk, setting)

        def save(sitting: Sitting) -> None:
            profile_file.save(sitting.assessed)
            print_text("\n".join(sitting.reply))

        desk.take(typed_lines(), save, _refusing(setting) if live else None)
    if desk.refused:
        raise InputRefused(*desk.refused)
    verb = "assess --agree" if desk.sealing else "score"
    print_next(f"sdgassess {verb} {typed_profile(file, questionnaire)}", words)


def _explain(desk: PaperDesk, setting: Setting) -> None:
    """What is typed, and in which order, for whoever sits at a terminal."""
    for letter, questions in desk.orders():
        print_note("\n".join(setting.wrapped(" ".join(questions), f"{letter}: ")))
    text = setting.words(
        "A row for each person, such as l2: 3 2 - ? 1 . 4 (? unknown, - not applicable, "
        ". left blank). Ctrl-D ends."
    )
    print_wrapped_note(text)


def _refusing(setting: Setting) -> Callable[[Problem], None]:
    """Says at once why a row is refused, to whoever typed it."""

    def refuse(problem: Problem) -> None:
        lines = tell(problem._replace(where=Where()), setting.words, caret=False).split("\n")
        for line in lines:
            print_wrapped_note(line.strip())

    return refuse
