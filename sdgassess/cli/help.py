"""Help in the reader's language: the verbs' own texts, and the few fixed words around them.

A verb is made when it is asked for: reading the parameters of every verb takes longer than most
verbs take to answer, and help needs no more of them than their names and first sentences.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from inspect import cleandoc
from types import MappingProxyType
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from sdgassess.language import N_, Words

_FIXED = (
    (re.compile(r"^Usage: ", re.MULTILINE), N_("Usage: ")),
    (re.compile(r"^Options:$", re.MULTILINE), N_("Options:")),
    (re.compile(r"^Arguments:$", re.MULTILINE), N_("Arguments:")),
    (re.compile(r"^Commands:$", re.MULTILINE), N_("Commands:")),
    (re.compile(r"Show this message and exit\."), N_("Show this message and exit.")),
    (re.compile(r"(?<=\[)required(?=\])"), N_("required")),
    (re.compile(r"(?<=\[)default: "), N_("default: ")),
)
"""What the parser says in English only; each is replaced where it stands alone in the help."""


class SpokenCommand(TyperCommand):
    """A verb whose help is said in one language."""

    words: Words = Words("en")

    def get_help(self, ctx: Any) -> str:
        """The help text, with the parser's fixed words translated."""
        return _spoken(super().get_help(ctx), self.words)


class SpokenGroup(TyperGroup):
    """A group of verbs whose help is said in one language.

    Attributes:
        words: the language.
        declared: the verbs and groups below it by name, each as a program of its own.
    """

    words: Words = Words("en")
    declared: Mapping[str, typer.Typer] = MappingProxyType({})

    def get_help(self, ctx: Any) -> str:
        """The help text, with the parser's fixed words translated."""
        return _spoken(super().get_help(ctx), self.words)

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the parser's signature
        """The names of the verbs, in the order of their declaration."""
        return list(self.declared)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - as above
        """A verb or group below, made now; None where there is none of that name."""
        app = self.declared.get(cmd_name)
        return None if app is None else made(app, self.words, cmd_name)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """List the verbs with their whole first sentence; the parser would cut it off."""
        rows = [
            (name, self.words(_help_of(self.declared[name])).split("\n\n", 1)[0])
            for name in self.list_commands(ctx)
        ]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


def made(app: typer.Typer, words: Words, name: str = "") -> Any:
    """The command of a program in a language; what is below a group is only declared.

    Args:
        app: a group of verbs, or a single verb.
        words: the language of its help.
        name: how it is called; the program itself needs no name.
    """
    declared = _declared(app) if _is_group(app) else {}
    command: Any = typer.main.get_command(_without_verbs(app) if declared else app)
    command.name, command.words = name or command.name, words
    if declared:
        command.declared = declared
    for spoken in (command, *command.params):
        if getattr(spoken, "help", None):
            spoken.help = words(spoken.help)
    return command


def _is_group(app: typer.Typer) -> bool:
    """Whether verbs hang below it; a program of a single verb holds no options of its own."""
    return app.registered_callback is not None


def _declared(app: typer.Typer) -> dict[str, typer.Typer]:
    """What hangs below a group, by name: verbs, groups, and the verbs of nameless groups."""
    found: dict[str, typer.Typer] = {}
    for verb in app.registered_commands:
        single = _bare()
        single.registered_commands = [verb]
        found[str(verb.name or getattr(verb.callback, "__name__", ""))] = single
    for group in app.registered_groups:
        assert group.typer_instance
        below = group.typer_instance
        found |= {group.name: below} if isinstance(group.name, str) else _declared(below)
    return found


def _without_verbs(app: typer.Typer) -> typer.Typer:
    """A group with its own options and help, and nothing below it."""
    alone = _bare()
    alone.info, alone.registered_callback = app.info, app.registered_callback
    return alone


def _bare() -> typer.Typer:
    """A program without the parser's own decorations."""
    return typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)


def _help_of(app: typer.Typer) -> str:
    """The help that a verb or group was declared with."""
    declared: Any = app.info if _is_group(app) else app.registered_commands[0]
    return cleandoc(declared.help)


def _spoken(text: str, words: Words) -> str:
    """A help text with its fixed words translated."""
    if words.language == "en":
        return text
    for pattern, message in _FIXED:
        text = pattern.sub(words(message).replace("\\", r"\\"), text)
    return text
