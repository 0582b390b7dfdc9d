"""Where text goes: standard output for the answer, standard error for everything else.

Decides once what the terminal can show. Colour and weights come from rich, which is imported only
where a terminal really shows them; off a terminal, with `NO_COLOR` or on a dumb terminal the page
is bare text without one escape sequence.
"""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, TextIO

from sdgassess.document.line import Emphasis, Line
from sdgassess.document.screen import Block, respelled
from sdgassess.language import Words
from sdgassess.phrases import labels
from sdgassess.text import HIDDEN_CHARACTER, wrap

_STYLES = {
    Emphasis.PLAIN: "",
    Emphasis.TITLE: "bold",
    Emphasis.HEADING: "bold",
    Emphasis.STRONG: "bold",
    Emphasis.WARNING: "bold",
}
_FINE = "…→≤■"
"""Signs that a terminal may lack; the first stands where a text is cut."""
_BOXES = {"■+": "cyan", "□+": "dim"}
"""How the steps of a level look that are reached, and those that are not."""
_NARROWEST = 20
_OFF_TERMINAL = 80
_PLAINER = str.maketrans(
    {
        "–": "-",
        "—": "-",
        "→": "->",
        "·": "-",
        "•": "*",
        "“": '"',
        "”": '"',
        "»": '"',
        "«": '"',
        "’": "'",
        "…": "...",
        "≥": ">=",
        "≤": "<=",
        "●": "*",
        "↑": "^",
        "↓": "v",
        "░": ".",
        "▒": ":",
        "▓": "%",
        "█": "#",
        "■": "#",
        "□": ".",
    }
)


def prepare_streams() -> None:
    """Make sure that no character of a file can crash the output, whatever its encoding.

    An output that was closed from the beginning takes everything and shows nothing.
    """
    sys.stdout = _or_nowhere(sys.stdout)
    sys.stderr = _or_nowhere(sys.stderr)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _or_nowhere(stream: TextIO | None) -> TextIO:
    """A stream, or one into nothing where there is none: Python says so with None."""
    return stream if stream is not None else Path(os.devnull).open("w", encoding="utf-8")


def columns(stream: TextIO | None = None) -> int:
    """How wide pages are: the terminal's width, `COLUMNS`, or 80 off a terminal."""
    stream = sys.stdout if stream is None else stream
    if not stream.isatty() and not os.environ.get("COLUMNS", "").isdigit():
        return _OFF_TERMINAL
    return max(shutil.get_terminal_size((_OFF_TERMINAL, 24)).columns, _NARROWEST)


def shows_weights(stream: TextIO) -> bool:
    """Whether a stream is a terminal that may be sent escape sequences."""
    if not stream.isatty() or os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("TERM", "") in ("dumb", "unknown"):
        return False
    from sdgassess.cli.terminal.teletype import reads_sequences

    return reads_sequences(stream)


def linear(*, plain: bool) -> bool:
    """Whether a table is told line by line, in words: for screen readers, pipes, dumb terminals.

    Args:
        plain: whether plain lines were asked for. A width in `COLUMNS` asks for a page of that
            width, also off a terminal.
    """
    accessible = os.environ.get("ACCESSIBLE", "").lower() not in ("", "0", "false")
    if plain or accessible:
        return True
    if sys.stdout.isatty():
        return os.environ.get("TERM", "") in ("dumb", "unknown")
    return not os.environ.get("COLUMNS", "").isdigit()


def print_page(
    lines: Sequence[Line], stream: TextIO | None = None, *, paged: bool = False
) -> None:
    """Print a page.

    Args:
        lines: what is shown.
        stream: where; standard output where not given.
        paged: whether it goes through the pager where it is taller than the window.
    """
    stream = sys.stdout if stream is None else stream
    text = _weighted(lines, stream) if shows_weights(stream) else _bare(lines, stream)
    if paged and not _fits_window(len(lines), stream):
        from sdgassess.cli.terminal.pager import page_through

        if page_through(text, stream.encoding or "utf-8"):
            return
    stream.write(text)


def _fits_window(lines: int, stream: TextIO) -> bool:
    """Whether so many lines fit a terminal with its next prompt; always off a terminal."""
    if not stream.isatty() or os.environ.get("TERM", "") in ("dumb", "unknown"):
        return True
    return lines < shutil.get_terminal_size().lines


def print_screen(blocks: Iterable[Block], *, plain: bool = False, paged: bool = False) -> None:
    """Print a screen on standard output, as wide as the window, in words where it is read aloud.

    Args:
        blocks: what is shown.
        plain: whether plain lines were asked for.
        paged: whether it goes through the pager where it is taller than the window.
    """
    from sdgassess.media.terminal import lines_of

    spoken, screen = linear(plain=plain), tuple(blocks)
    cut = _spelled(_FINE[0], sys.stdout)
    if _spelled(_FINE, sys.stdout) != _FINE:  # plainer signs are wider: spelled before laid out
        screen = respelled(screen, lambda text: _spelled(text, sys.stdout))
    lines = lines_of(screen, columns(), linear=spoken, cut=cut)
    print_page(lines, paged=paged and not plain)


def _spelled(text: str, stream: TextIO) -> str:
    """A text as a stream will show it: with plainer signs, and numbers where it has none."""
    encoding = stream.encoding or "utf-8"
    plainer = printable(text, stream)
    try:
        return plainer.encode(encoding, "backslashreplace").decode(encoding)
    except LookupError:
        return plainer


def _bare(lines: Sequence[Line], stream: TextIO) -> str:
    """Lines without a weight."""
    return "".join(printable(line.text, stream) + "\n" for line in lines)


def print_text(text: str, stream: TextIO | None = None) -> None:
    """Print lines of text as they are."""
    print_page([Line(line) for line in text.split("\n")], stream)


def print_note(text: str) -> None:
    """Say something beside the answer; where nobody is left to hear it, that is no fault."""
    with suppress(OSError):
        print_text(text, sys.stderr)


def print_wrapped_note(text: str) -> None:
    """Say a sentence beside the answer, in lines of the window, broken between words."""
    print_note("\n".join(wrap(text, columns(sys.stderr))))


def print_next(command: str, words: Words) -> None:
    """Say beside the answer what can be typed next."""
    print_note(f"{words(labels.NEXT)}: {command}")


def typed_live() -> bool:
    """Whether somebody types: standard input is a terminal."""
    return sys.stdin is not None and sys.stdin.isatty()


def typed_lines() -> Iterator[str]:
    """The lines of standard input as they come; a broken byte is replaced by a mark."""
    if sys.stdin is None:
        return
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    yield from iter(sys.stdin.readline, "")


def print_json(value: Any) -> None:
    """Print one JSON document; text stays readable, and raw control characters are escaped."""
    encoding = sys.stdout.encoding
    for piece in _json_pieces(value, ascii_only=not (encoding or "utf").lower().startswith("utf")):
        sys.stdout.write(piece)


def json_bytes(value: Any) -> bytes:
    """One JSON document for a file, with the same escapes as on a screen."""
    written = io.BytesIO()
    for piece in _json_pieces(value):
        written.write(piece.encode())
    return written.getvalue()


def json_with(value: dict[str, Any], key: str, members: Iterable[str]) -> Iterator[bytes]:
    """One JSON document for a file, with one more object in it whose members come piece by piece.

    Args:
        value: the document.
        key: what the object is called in it.
        members: its members as JSON, in pieces.
    """
    yield json_bytes(value).removesuffix(b"\n}\n")
    yield f',\n  "{key}": {{'.encode()
    yield from (HIDDEN_CHARACTER.sub(_json_escape, piece).encode() for piece in members)
    yield b"\n  }\n}\n"


def printable(text: str, stream: TextIO) -> str:
    """The text with plainer characters where the stream's encoding lacks the finer ones."""
    encoding = stream.encoding or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(c if _can(c, encoding) else c.translate(_PLAINER) for c in text)
    except LookupError:
        return text
    return text


def _can(character: str, encoding: str) -> bool:
    """Whether an encoding has a character."""
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _json_pieces(value: Any, *, ascii_only: bool = False) -> Iterator[str]:
    """JSON whose hidden characters are escapes, so that a terminal is never steered by it.

    It comes piece by piece: all pieces of a large one in a list take many times its room.
    """
    encoder = json.JSONEncoder(ensure_ascii=ascii_only, indent=2)
    yield from (HIDDEN_CHARACTER.sub(_json_escape, piece) for piece in encoder.iterencode(value))
    yield "\n"


def _json_escape(match: re.Match[str]) -> str:
    """A character as JSON escapes it; DEL too, which `json` leaves as it is."""
    code = ord(match.group())
    return f"\\u{code:04x}" if code < 0x10000 else json.dumps(chr(code))[1:-1]


def _weighted(lines: Sequence[Line], stream: TextIO) -> str:
    """Lines with weights; the text is handed over as text, never as markup."""
    from io import StringIO

    from rich.console import Console
    from rich.text import Text

    page = StringIO()
    console = Console(
        file=page, force_terminal=True, highlight=False, soft_wrap=True, width=10_000
    )
    for line in lines:
        text = Text(printable(line.text, stream), style=_STYLES[line.emphasis])
        for boxes, style in _BOXES.items():
            text.highlight_regex(boxes, style)
        console.print(text, soft_wrap=True)
    return page.getvalue()
