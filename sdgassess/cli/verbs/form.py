"""`sdgassess form`: the questionnaire on paper, empty or filled: PDF, HTML, Word or Markdown."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from sdgassess.cli.language import spoken_language
from sdgassess.cli.naming import role_named
from sdgassess.cli.opening import (
    named_questionnaire,
    note_warnings,
    open_profile,
    typed_profile,
    value_of,
)
from sdgassess.cli.options import (
    ROLE_HELP,
    Debug,
    Lang,
    LanguageCode,
    LogoPath,
    NameLine,
    Overwrite,
    QuickOrFull,
)
from sdgassess.cli.output import (
    look_of,
    refuse_existing,
    refuse_source,
    say_written,
    suffix_of,
    write_printed,
    writer_for,
)
from sdgassess.cli.paths import is_path
from sdgassess.cli.printing import anchors_bytes
from sdgassess.cli.terminal.streams import print_next
from sdgassess.language import N_, Words
from sdgassess.model.profile import Profile
from sdgassess.model.questionnaire import Questionnaire, Role
from sdgassess.phrases.terms import words_about
from sdgassess.problem import Problem, UsageRefused, Where
from sdgassess.report.form.form import FormWish, form, questions_on
from sdgassess.report.form.tables import SheetKind, sheet
from sdgassess.text import one_line

SUFFIXES = (".pdf", ".html", ".docx", ".md")
"""The formats of a form."""


def run_form(
    *,
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help=N_("A profile to fill it from.")),
    ] = None,
    quick: QuickOrFull = None,
    role: Annotated[
        str | None,
        typer.Option(
            "--role",
            metavar="ROLE",
            help=ROLE_HELP,
        ),
    ] = None,
    beside: Annotated[
        LanguageCode | None,
        typer.Option("--beside", help=N_("A second language, beside the first.")),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help=N_("The file to write; the name ends in .pdf, .html, .docx or .md."),
        ),
    ] = None,
    questionnaire: Annotated[
        str | None,
        typer.Option(
            "--questionnaire",
            metavar="PATH|ID@VERSION",
            help=N_("Another questionnaire than the newest one that ships."),
        ),
    ] = None,
    layout: Annotated[
        Literal["form", "answers", "tally", "anchors"] | None,
        typer.Option(
            "--layout",
            help=N_(
                "The form; or a sheet for one person's answers, or one to count everybody's, both "
                "in the order in which assess --enter takes them; or anchors: a sheet of each "
                "part for the table."
            ),
        ),
    ] = None,
    paper: Annotated[
        Literal["a4", "a3", "a2", "a1", "a0"] | None,
        typer.Option("--paper", help=N_("The paper of anchor sheets; a3 where nothing is said.")),
    ] = None,
    logo: LogoPath = None,
    name_line: NameLine = None,
    force: Overwrite = False,
    lang: Lang = None,
    debug: Debug = False,
) -> None:
    """Write a form, and say where.

    Raises:
        UsageRefused: the role is unknown or is asked nothing, both languages are the same, the
            name says no format or is that of a file that is read, or what the format needs is
            not installed.
        InputRefused: profile, questionnaire or logo cannot be used.
        WriteRefused: the file is there already, or cannot be written.
    """
    rules, profile, words = _open(file, questionnaire, lang)
    if quick is None:
        quick = profile is not None and profile.quick
    if quick and not rules.has_core:
        facts = {"id": rules.id, "version": rules.version}
        raise UsageRefused(Problem("P527", Where(), facts))
    recipient = role_named(rules, role) if role is not None else None
    kind = None if layout == "form" else layout
    if paper and kind != "anchors":
        facts = {"option": "--paper", "layout": "anchors"}
        raise UsageRefused(Problem("P607", Where(), facts))
    path = output or Path(_name(file, recipient, quick=quick, kind=kind))
    suffix = suffix_of(path, (".pdf",) if kind == "anchors" else SUFFIXES)
    refuse_source(path, (file, logo, questionnaire))
    refuse_existing(path, force=force)
    wish = FormWish(
        quick=quick,
        profile=profile,
        role=recipient,
        beside=_second(beside, words, rules),
        look=look_of(logo, name_line),
    )
    if recipient is not None and not questions_on(rules, wish, words):
        facts = {"role": one_line(recipient.title.in_language(words.language)[0])}
        raise UsageRefused(Problem("P632", Where(), facts))
    if kind == "anchors":
        content = anchors_bytes(rules, words, wish, paper)
    else:
        document = (
            form(rules, words, wish)
            if kind is None
            else sheet(rules, words, wish, SheetKind(kind))
        )
        content = writer_for(suffix)(document, words)
    write_printed(path, content, [file], force=force)
    say_written(path, words)
    own = Path(questionnaire) if questionnaire and is_path(questionnaire) else None
    print_next(f"sdgassess assess{f' {typed_profile(file, own)}' if file else ''}", words)


def _open(
    file: Path | None, questionnaire: str | None, lang: str | None
) -> tuple[Questionnaire, Profile | None, Words]:
    """What is asked, what it is filled from, and the language to speak."""
    if file is None:
        rules = value_of(named_questionnaire(questionnaire))
        return (
            rules,
            None,
            words_about(rules, spoken_language(lang, None, rules.complete_languages)),
        )
    own = Path(questionnaire) if questionnaire is not None and is_path(questionnaire) else None
    opened = open_profile(file, own, lang)
    if questionnaire is not None and own is None:
        _refuse_another(file, opened.questionnaire, questionnaire)
    note_warnings(opened)
    return opened.questionnaire, opened.profile, opened.words


def _refuse_another(file: Path, rules: Questionnaire, wanted: str) -> None:
    """Refuse to fill one questionnaire from a profile that answers another (P634)."""
    theirs = f"{rules.id}@{rules.version}"
    if wanted not in (rules.id, theirs):
        facts = {"theirs": theirs, "ours": wanted}
        raise UsageRefused(Problem("P634", Where(str(file)), facts))


def _second(beside: str | None, words: Words, rules: Questionnaire) -> Words | None:
    """The second language; refused where it is the first one again (P633)."""
    if beside is None:
        return None
    if beside == words.language:
        raise UsageRefused(Problem("P633", Where(), {"language": beside}))
    return words_about(rules, beside)


def _name(file: Path | None, role: Role | None, *, quick: bool, kind: str | None) -> str:
    """What a form is called where nobody named it, such as `form-quick-line-manager.pdf`."""
    parts = [file.stem] if file else []
    parts += [kind or "form", *(["quick"] if quick else []), *([role.id] if role else [])]
    return "-".join(parts) + ".pdf"
