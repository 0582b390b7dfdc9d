"""`sdgassess form`: the questionnaire on paper, empty or filled: PDF, HTML, Word or Markdown."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from sdgassess.cli.opening import (
    is_path,
    named_questionnaire,
    note_warnings,
    open_profile,
    value_of,
)
from sdgassess.cli.output import (
    look_of,
    refuse_source,
    refuse_standing,
    say_written,
    suffix_of,
    write_printed,
    writer_for,
)
from sdgassess.language import Words, choose
from sdgassess.model.profile import Profile
from sdgassess.model.questionnaire import Questionnaire, Role
from sdgassess.problem import Problem, UsageRefused, Where
from sdgassess.report.form.form import FormWish, form, questions_on
from sdgassess.text import one_line

SUFFIXES = (".pdf", ".html", ".docx", ".md")
"""The formats of a form."""


class Asked(NamedTuple):
    """What was typed.

    Attributes:
        file: the profile to fill from.
        quick: only the core questions; None where neither scope was named.
        role: a role by id, letter or title.
        beside: the second language.
        output: where the form goes.
        force: whether a file there is replaced.
        questionnaire: a path, an id, or `id@version`.
        logo: a picture of the municipality's.
        name_line: a line beside it.
        lang: the language asked for.
    """

    file: Path | None = None
    quick: bool | None = None
    role: str | None = None
    beside: str | None = None
    output: Path | None = None
    force: bool = False
    questionnaire: str | None = None
    logo: Path | None = None
    name_line: str | None = None
    lang: str | None = None


def run_form(asked: Asked) -> None:
    """Write a form, and say where.

    Raises:
        UsageRefused: the role is unknown or is asked nothing, both languages are the same, the
            name says no format or is that of a file that is read, or what the format needs is
            not installed.
        InputRefused: profile, questionnaire or logo cannot be used.
        WriteRefused: the file is there already, or cannot be written.
    """
    questionnaire, profile, words = _opened(asked)
    quick = profile.quick if asked.quick is None and profile else bool(asked.quick)
    role = role_named(questionnaire, asked.role) if asked.role is not None else None
    path = asked.output or Path(_name(asked, role, quick=quick))
    suffix = suffix_of(path, SUFFIXES)
    refuse_source(path, (asked.file, asked.logo, asked.questionnaire))
    refuse_standing(path, force=asked.force)
    wish = FormWish(
        quick=quick,
        profile=profile,
        role=role,
        beside=_second(asked.beside, words),
        look=look_of(asked.logo, asked.name_line),
    )
    if role is not None and not questions_on(questionnaire, wish, words):
        facts = {"role": one_line(role.title.in_language(words.language)[0])}
        raise UsageRefused(Problem("P632", Where(), facts))
    content = writer_for(suffix)(form(questionnaire, words, wish), words)
    write_printed(path, content, force=asked.force)
    say_written(path, words)


def role_named(questionnaire: Questionnaire, typed: str) -> Role:
    """The role that somebody means: its id, its letter, or its title in any language.

    Raises:
        UsageRefused: there is no such role (P631).
    """
    wanted = one_line(typed).casefold()
    for role in questionnaire.roles:
        titles = (one_line(title) for title in role.title.words.values())
        if wanted in {name.casefold() for name in (role.id, role.letter, *titles)}:
            return role
    allowed = tuple(role.id for role in questionnaire.roles) or ("–",)
    raise UsageRefused(Problem("P631", Where(), {"role": typed, "allowed": allowed}))


def _opened(asked: Asked) -> tuple[Questionnaire, Profile | None, Words]:
    """What is asked, what it is filled from, and the language to speak."""
    if asked.file is None:
        questionnaire = value_of(named_questionnaire(asked.questionnaire))
        language = choose(asked.lang, None, None, questionnaire.complete_languages)
        return questionnaire, None, Words(language)
    named = asked.questionnaire
    opened = open_profile(
        asked.file, Path(named) if named is not None and is_path(named) else None, asked.lang
    )
    if named is not None and not is_path(named):
        _refuse_another(asked.file, opened.questionnaire, named)
    note_warnings(opened)
    return opened.questionnaire, opened.profile, opened.words


def _refuse_another(file: Path, answers: Questionnaire, named: str) -> None:
    """Refuse to fill one questionnaire from a profile that answers another (P634)."""
    ours = f"{answers.id}@{answers.version}"
    if named not in (answers.id, ours):
        facts = {"theirs": ours, "ours": named}
        raise UsageRefused(Problem("P634", Where(str(file)), facts))


def _second(beside: str | None, words: Words) -> Words | None:
    """The second language; refused where it is the first one again (P633)."""
    if beside is None:
        return None
    if beside == words.language:
        raise UsageRefused(Problem("P633", Where(), {"language": beside}))
    return Words(beside)


def _name(asked: Asked, role: Role | None, *, quick: bool) -> str:
    """What a form is called where nobody named it, such as `form-quick-line-manager.pdf`."""
    parts = [asked.file.stem] if asked.file else []
    parts += ["form", *(["quick"] if quick else []), *([role.id] if role else [])]
    return "-".join(parts) + ".pdf"
