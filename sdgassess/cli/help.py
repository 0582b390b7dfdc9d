"""Help in the reader's language: the verbs' own texts, and the few fixed words around them."""

from __future__ import annotations

import re
from typing import Any

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
    """A group of verbs whose help is said in one language."""

    words: Words = Words("en")

    def get_help(self, ctx: Any) -> str:
        """The help text, with the parser's fixed words translated."""
        return _spoken(super().get_help(ctx), self.words)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """List the verbs with their whole first sentence; the parser would cut it off."""
        rows = [
            (name, (self.commands[name].help or "").split("\n\n", 1)[0])
            for name in self.list_commands(ctx)
        ]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


def translate(command: Any, words: Words) -> None:
    """Put the help of a command, of its options and of the commands below it into a language."""
    command.words = words
    if command.help:
        command.help = words(command.help)
    for parameter in command.params:
        if getattr(parameter, "help", None):
            parameter.help = words(parameter.help)
    for below in getattr(command, "commands", {}).values():
        translate(below, words)


def _spoken(text: str, words: Words) -> str:
    """A help text with its fixed words translated."""
    if words.language == "en":
        return text
    for pattern, message in _FIXED:
        text = pattern.sub(words(message).replace("\\", r"\\"), text)
    return text
