"""Verbs and groups of verbs, made when they are asked for, with help in the reader's language.

Until then a verb is a name, a sentence and the address of its function: reading the parameters
of every verb takes longer than most verbs take to answer, and what they import longer still.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup

from sdgassess.language import N_, Words


class Verb(NamedTuple):
    """A verb that can be asked for.

    Attributes:
        address: the function that does it, as `module:function`; its parameters are the options.
        help: what it is for, marked for translation; its first paragraph is what a list shows.
    """

    address: str
    help: str


class Group(NamedTuple):
    """Verbs below one name; the program is the outermost.

    Attributes:
        help: what they are for, marked for translation.
        options: a function whose parameters are the options before the verb.
        below: what can be asked for, by name, in the order of the help.
        sections: when each is asked for, as heads of the help; all under one head where empty.
    """

    help: str
    options: Callable[..., None]
    below: Mapping[str, Verb | Group]
    sections: Mapping[str, tuple[str, ...]] = MappingProxyType({})


_BOTH_SPELLINGS = {"help_option_names": ["-h", "--help"]}

_FIXED = (
    (re.compile(r"^Usage: ", re.MULTILINE), N_("Usage: ")),
    (re.compile(r"^Options:$", re.MULTILINE), N_("Options:")),
    (re.compile(r"^Arguments:$", re.MULTILINE), N_("Arguments:")),
    (re.compile(r"^Commands:$", re.MULTILINE), N_("Commands:")),
    (re.compile(r"(?<=\[)required(?=\])"), N_("required")),
    (re.compile(r"(?<=\[)default:(?=\s)"), N_("default:")),
)
"""What the parser says in English only; each is replaced where it stands alone in the help."""
_OF_HELP = N_("Show this message and exit.")


class SpokenCommand(TyperCommand):
    """A verb whose help is said in one language."""

    words: Words = Words("en")

    def get_help_option(self, ctx: Any) -> Any:
        """The option that prints the help, said before it is wrapped into lines."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = self.words(_OF_HELP)
        return option

    def get_help(self, ctx: Any) -> str:
        """The help text, with the parser's fixed words translated."""
        return _in_language(super().get_help(ctx), self.words)


class SpokenGroup(TyperGroup):
    """A group of verbs whose help is said in one language.

    Attributes:
        words: the language.
        below: the verbs and groups that can be asked for, by name.
        sections: their names under the heads of the help.
    """

    words: Words = Words("en")
    below: Mapping[str, Verb | Group] = MappingProxyType({})
    sections: Mapping[str, tuple[str, ...]] = MappingProxyType({})

    def get_help_option(self, ctx: Any) -> Any:
        """The option that prints the help, said before it is wrapped into lines."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = self.words(_OF_HELP)
        return option

    def get_help(self, ctx: Any) -> str:
        """The help text, with the parser's fixed words translated."""
        return _in_language(super().get_help(ctx), self.words)

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the parser's signature
        """The names of the verbs, in the order of their declaration."""
        return list(self.below)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - as above
        """A verb or group below, made at this moment; None where there is none of that name."""
        wanted = self.below.get(cmd_name)
        return None if wanted is None else command_of(wanted, self.words, cmd_name)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - as above
        """List the verbs with their whole first sentence; the parser would cut it off."""
        sections = {self.words(head): names for head, names in self.sections.items()}
        for head, names in (sections or {"Commands": tuple(self.below)}).items():
            with formatter.section(head):
                formatter.write_dl([(name, self._first_sentence(name)) for name in names])

    def _first_sentence(self, name: str) -> str:
        """What a verb is for, in short."""
        return self.words(self.below[name].help).split("\n\n", 1)[0]


def command_of(declared: Verb | Group, words: Words, name: str = "") -> Any:
    """The parser's command of a verb or group; what is below a group stays unmade.

    Args:
        declared: the verb, whose module is loaded for it, or the group.
        words: the language of its help.
        name: how it is called; the program itself needs no name.
    """
    cls: Any = SpokenGroup if isinstance(declared, Group) else SpokenCommand
    program = typer.Typer(rich_markup_mode=None, add_completion=False)
    if isinstance(declared, Group):
        options = {"cls": cls, "no_args_is_help": True}
        program.callback(**options, context_settings=_BOTH_SPELLINGS)(declared.options)
    else:
        program.command(cls=cls, context_settings=_BOTH_SPELLINGS)(function_of(declared))
    command: Any = typer.main.get_command(program)
    command.name, command.words, command.help = name or command.name, words, words(declared.help)
    if isinstance(declared, Group):
        command.below, command.sections = declared.below, declared.sections
    for parameter in command.params:
        if getattr(parameter, "help", None):
            parameter.help = words(parameter.help)
        if hasattr(parameter.type, "readable"):
            # Whoever reads a file says why it cannot be read, in the reader's language; the
            # parser would refuse the whole line in its own words.
            parameter.type.readable = False
    return command


def function_of(verb: Verb) -> Any:
    """The function that does a verb; its module is loaded for it."""
    module, _, function = verb.address.partition(":")
    return getattr(import_module(module), function)


def _in_language(text: str, words: Words) -> str:
    """A help text with its fixed words translated."""
    if words.language == "en":
        return text
    for pattern, message in _FIXED:
        text = pattern.sub(words(message).replace("\\", r"\\"), text)
    return text
