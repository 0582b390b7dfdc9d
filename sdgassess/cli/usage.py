"""The parser's complaints as problems, so that they are said in the reader's language."""

from __future__ import annotations

from typing import Any

from sdgassess.problem import Problem, Where


def usage_problem(error: Any) -> Problem | None:
    """What the parser refused.

    Args:
        error: its exception; told apart by the name of its class, since the parser keeps the
            classes to itself.

    Returns:
        A problem, or None where it only wanted the help to be shown (which it has done).
    """
    kind = type(error).__name__
    if kind == "NoArgsIsHelpError":
        print(error.format_message())
        return None
    if kind == "NoSuchOption":
        near = tuple(error.possibilities or ())
        return Problem("P502", Where(), {"option": error.option_name, "near": near})
    if kind == "MissingParameter":
        parameter = error.param
        name = parameter.metavar or parameter.name if parameter is not None else ""
        return Problem("P503", Where(), {"argument": name})
    if kind == "BadParameter" and error.param is not None:
        name = error.param.opts[-1] if error.param.opts else error.param.name
        choices = tuple(str(choice) for choice in getattr(error.param.type, "choices", ()))
        if choices:
            return Problem("P512", Where(), {"argument": name, "allowed": choices})
        return Problem("P507", Where(), {"argument": name, "detail": error.message})
    return _unknown_verb(error) or Problem("P504", Where(), {"detail": error.format_message()})


def _unknown_verb(error: Any) -> Problem | None:
    """A verb that does not exist, with the near ones; None for any other complaint."""
    message = error.format_message()
    if not message.startswith("No such command") or error.ctx is None:
        return None
    from difflib import get_close_matches  # noqa: PLC0415 - only for a slip of the finger

    typed = message.split("'")[1] if "'" in message else ""
    verbs = tuple(error.ctx.command.list_commands(error.ctx))
    near = tuple(get_close_matches(typed, verbs, 2))
    return Problem("P501", Where(), {"verb": typed, "near": near, "all": verbs})
