"""The one boundary: where problems become messages and every run gets its exit code.

Whatever goes wrong below arrives here as `Stopped` with problems, as the parser's usage error, as
a signal, or as a bug. A bug is told in one line with the path of a log; the traceback is shown
only with `--debug`.
"""

from __future__ import annotations

import errno
import gc
import os
import sys
from collections.abc import Sequence
from typing import Any, TextIO

from sdgassess.cli.language import spoken_language
from sdgassess.cli.terminal.streams import (
    columns,
    prepare_streams,
    print_json,
    print_note,
)
from sdgassess.language import LANGUAGES, Words
from sdgassess.problem import (
    ExitCode,
    Fact,
    Problem,
    Stopped,
    Where,
)

_RARELY = (100_000, 50, 100)
"""When garbage is looked for: a run is short and makes no cycles worth finding; with Python's own
thresholds a tenth of the time to the first line goes into looking."""


def main() -> None:
    """Run the program on the command line's arguments and exit."""
    code = run(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            _silence(stream)
    # Not sys.exit: taking the interpreter apart lasts a tenth of a short run, and whoever opened
    # a file or took a lock has closed and released it already.
    os._exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run one command line.

    Args:
        arguments: what stands after the program's name.

    Returns:
        The exit code (`docs/exit-codes.md`); nothing is raised.
    """
    gc.set_threshold(*_RARELY)
    prepare_streams()
    words = Words(spoken_language(_language_option(arguments)))
    try:
        return _run(arguments, words)
    except Stopped as stopped:
        return _tell(stopped.problems, stopped.exit_code, arguments, words)
    except KeyboardInterrupt:
        return ExitCode.INTERRUPT
    except SystemExit as ended:
        return _code_of_exit(ended.code)
    except Exception as error:  # noqa: BLE001 - the boundary: no traceback reaches a user
        return _unexpected(error, arguments, words)


def _language_option(arguments: Sequence[str]) -> str | None:
    """What `--lang` says, before anything is parsed: usage errors are told in it too."""
    for place, word in enumerate(arguments):
        if word == "--":
            return None
        value = word.removeprefix("--lang=") if word.startswith("--lang=") else None
        if word == "--lang" and place + 1 < len(arguments):
            value = arguments[place + 1]
        if value in LANGUAGES:
            return value
    return None


def _run(arguments: Sequence[str], words: Words) -> int:
    """Make the verb that is asked for and run it; the parser's own complaints become problems."""
    import typer

    from sdgassess.cli.app import PROGRAM
    from sdgassess.cli.commands import command_of

    command = command_of(PROGRAM, words)
    try:
        code = command.main(list(arguments), prog_name="sdgassess", standalone_mode=False)
        sys.stdout.flush()
    except typer.Exit as ended:
        return ended.exit_code
    except typer.Abort:
        return ExitCode.INTERRUPT
    except typer.TyperException as error:
        problem = _usage_problem(error)
        if problem is None:
            return ExitCode.USAGE
        return _tell([problem], ExitCode.USAGE, arguments, words)
    return code if isinstance(code, int) else ExitCode.FINE


def _usage_problem(error: Any) -> Problem | None:
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
        return _bad_value(error)
    return _unknown_verb(error) or Problem("P504", Where(), _not_understood(kind, error))


def _bad_value(error: Any) -> Problem:
    """What an argument or an option takes in place of what it was given."""
    name = error.param.opts[-1] if error.param.opts else error.param.name
    choices = tuple(str(choice) for choice in getattr(error.param.type, "choices", ()))
    if choices:
        return Problem("P512", Where(), {"argument": name, "allowed": choices})
    low, high = (getattr(error.param.type, end, None) for end in ("min", "max"))
    if low is not None and high is not None:
        facts = {"argument": name, "why": "range", "min": int(low), "max": int(high)}
        return Problem("P507", Where(), facts)
    return Problem("P507", Where(), {"argument": name, "detail": error.message})


def _not_understood(kind: str, error: Any) -> dict[str, Fact]:
    """What is wrong with a command line, as far as the parser's own sentence tells it apart."""
    message = error.format_message()
    if kind == "BadOptionUsage":
        why = "bare" if message.endswith("does not take a value.") else "value"
        return {"why": why, "option": str(error.option_name)}
    if message.startswith("Got unexpected extra argument"):
        return {"why": "extra", "words": message.partition(" (")[2].removesuffix(")")}
    return {"detail": message}


def _unknown_verb(error: Any) -> Problem | None:
    """A verb that does not exist, with the near ones; None for any other complaint."""
    message = error.format_message()
    if not message.startswith("No such command") or error.ctx is None:
        return None
    from difflib import get_close_matches

    verb = message.split("'")[1] if "'" in message else ""
    verbs = tuple(error.ctx.command.list_commands(error.ctx))
    near = tuple(get_close_matches(verb, verbs, 2))
    return Problem("P501", Where(), {"verb": verb, "near": near, "all": verbs})


def _code_of_exit(code: object) -> int:
    """A signal's own code; 1 is the parser's way to leave a closed pipe, which is no fault."""
    if code == 1:
        _silence(sys.stdout)
        return ExitCode.FINE
    return code if isinstance(code, int) else ExitCode.FINE


def _tell(
    problems: Sequence[Problem], code: ExitCode, arguments: Sequence[str], words: Words
) -> int:
    """Say the problems: as one JSON document with `--json`, else on standard error."""
    from sdgassess.cli.shell import pasteable
    from sdgassess.phrases.problems.messages import as_json, tell

    problems = [pasteable(problem) for problem in problems]
    if "--json" in arguments:
        objects = [as_json(problem, words) for problem in problems]
        print_json({"format": "sdgassess/error/1", "problems": objects})
        return code
    for problem in problems:
        print_note(tell(problem, words, columns(sys.stderr), caret=sys.stderr.isatty()))
    return code


def _unexpected(error: Exception, arguments: Sequence[str], words: Words) -> int:
    """What is no bug: a closed pipe is silent; a full device, and a locked folder, are told."""
    if isinstance(error, BrokenPipeError):
        _silence(sys.stdout)
        return ExitCode.FINE
    if isinstance(error, PermissionError) and error.filename and "--debug" not in arguments:
        # Whether there is a file cannot even be asked within a folder that may not be entered.
        problem = Problem("P004", Where(os.fsdecode(error.filename)), {"why": "denied"})
        return _tell([problem], ExitCode.INPUT, arguments, words)
    if isinstance(error, OSError) and error.filename is None and "--debug" not in arguments:
        _silence(sys.stdout)
        problem = Problem("P511", Where(), {"reason": os.strerror(error.errno or errno.EIO)})
        return _tell([problem], ExitCode.WRITE, (), words)
    return _bug(error, arguments, words)


def _bug(error: Exception, arguments: Sequence[str], words: Words) -> int:
    """Our own fault: a log with everything, one line for the user."""
    if "--debug" in arguments:
        import traceback

        traceback.print_exception(error)
        return ExitCode.BUG
    from sdgassess.cli.crash import keep_crash_log

    facts = {"kind": type(error).__name__, "log": keep_crash_log(error, arguments)}
    return _tell([Problem("P505", Where(), facts)], ExitCode.BUG, arguments, words)


def _silence(stream: TextIO) -> None:
    """The reader went away: what is still to be said goes nowhere, without a complaint at exit."""
    sink = os.open(os.devnull, os.O_WRONLY)
    os.dup2(sink, stream.fileno())
    os.close(sink)
