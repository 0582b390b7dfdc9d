"""Running a sitting: saved before the next screen, whatever ends it."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Sequence

import pytest

from sdgassess.cli.terminal.plain import PlainTerminal
from sdgassess.interview.driver import sit
from sdgassess.interview.engine import Interview
from sdgassess.interview.state.screen import PromptKind
from sdgassess.interview.state.sitting import Ended
from sdgassess.model.profile import Profile
from sdgassess.problem import Problem, WriteRefused
from tests.given.patience import PATIENCE
from tests.given.places import ROOT
from tests.interview.conftest import ScriptedTerminal

Begin = Callable[..., Interview]
Asked = Callable[..., Interview]


class Log:
    """A terminal and a saver that write one log together."""

    def __init__(self, *typed: str | type[BaseException]) -> None:
        self.typed = list(typed)
        self.log: list[object] = []

    def show(self, lines: Sequence[str]) -> None:
        if lines:
            self.log.append("shown")

    def columns(self) -> int | None:
        return None

    def read(self, prompt: str, kind: PromptKind, begun: str = "") -> str | None:  # noqa: ARG002 - typed all the same
        self.log.append(prompt)
        if not self.typed:
            return None
        line = self.typed.pop(0)
        if isinstance(line, str):
            return line
        raise line

    def save(self, profile: Profile) -> None:
        self.log.append(profile)


def test_every_change_is_saved_before_anything_else_is_shown(begin: Begin) -> None:
    log = Log("Eksempelby", "", "DK", "", "2", "c words", "u", "Somebody", "9", "q")
    assert sit(begin(), log, log.save) is Ended.LEFT
    saved = [one for one in log.log if isinstance(one, Profile)]
    assert len(saved) == 5
    for place, entry in enumerate(log.log):
        if isinstance(entry, Profile):
            assert str(log.log[place - 1]).endswith((": ", ") ")), "straight after the prompt"
    last = saved[-1]
    assert last.answers["POL2"].level == 2
    assert last.answers["POL3"].who_knows == "Somebody"


def test_the_end_of_input_leaves_and_says_so(
    begin: Begin, play: Callable[..., tuple[list[str], list[Profile], Ended]]
) -> None:
    shown, saved, ended = play(begin(), ["Eksempelby"])
    assert ended is Ended.LEFT
    assert len(saved) == 1
    assert shown[-1] == "Stopped. Saved: 0 of 5 questions answered."
    shown, saved, ended = play(begin(), [])
    assert (saved, ended) == ([], Ended.LEFT)
    assert "Nothing was saved" in shown[-1]


def test_an_interrupt_ends_with_everything_saved(asked: Asked) -> None:
    log = Log("2", "1", KeyboardInterrupt)
    assert sit(asked(), log, log.save) is Ended.INTERRUPTED
    saved = [one for one in log.log if isinstance(one, Profile)]
    assert {key: one.level for key, one in saved[-1].answers.items()} == {"POL2": 2, "POL3": 1}


def test_the_first_save_knows_the_date(begin: Begin) -> None:
    log = Log("Eksempelby", "", "DK, 2026-02-28", "", "q")
    sit(begin(), log, log.save)
    saved = [one for one in log.log if isinstance(one, Profile)]
    assert [str(one.date) for one in saved] == ["2026-02-28"]


@pytest.mark.parametrize("end", [":q", KeyboardInterrupt, None])
def test_a_name_alone_is_saved_on_leaving(
    begin: Begin, end: str | type[BaseException] | None
) -> None:
    log = Log("Eksempelby", "", "DK", *([] if end is None else [end]))
    sit(begin(), log, log.save)
    saved = [one for one in log.log if isinstance(one, Profile)]
    assert [one.municipality.country for one in saved] == ["DK"]


def test_an_interrupt_while_saving_waits_for_the_save(asked: Asked) -> None:
    log, tries = Log("2", "1"), list[Profile]()

    def save(profile: Profile) -> None:
        tries.append(profile)
        if len(tries) == 1:
            raise KeyboardInterrupt

    assert sit(asked(), log, save) is Ended.INTERRUPTED
    assert [one.answers["POL2"].level for one in tries] == [2, 2]


def test_a_refused_save_is_not_swallowed_and_had_the_answers(asked: Asked) -> None:
    offered = list[Profile]()

    def save(profile: Profile) -> None:
        offered.append(profile)
        raise WriteRefused(Problem("P401"))

    with pytest.raises(WriteRefused):
        sit(asked(), Log("2"), save)
    assert offered[0].answers["POL2"].level == 2


def plain(typed: bytes) -> tuple[PlainTerminal, io.BytesIO]:
    """A plain terminal on byte streams, as a pipe has them."""
    out = io.BytesIO()
    reader = io.TextIOWrapper(io.BytesIO(typed), encoding="utf-8", newline="")
    writer = io.TextIOWrapper(out, encoding="ascii", write_through=True)
    return PlainTerminal(reader, writer), out


def test_the_plain_terminal_reads_lines_and_sees_the_end() -> None:
    terminal, out = plain(b"one\r\ntwo\n\nlast")
    assert [terminal.read("? ") for _ in range(5)] == ["one", "two", "", "last", None]
    assert out.getvalue() == b"?\n" * 5


def test_broken_bytes_and_letters_that_the_terminal_lacks_end_nothing() -> None:
    terminal, out = plain(b"gr\xf8d\n")
    assert terminal.read("Spørgsmål: ") == "gr\ufffdd"
    terminal.show(["Hvor når dagsordenen hen?"])
    assert out.getvalue() == b"Sp?rgsm?l:\nHvor n?r dagsordenen hen?\n"


def test_a_closed_input_is_the_end_of_input() -> None:
    stream = io.StringIO("line\n")
    terminal = PlainTerminal(stream, io.StringIO())
    stream.close()
    assert terminal.read("? ") is None


def test_a_whole_sitting_shows_no_escape_sequence(begin: Begin) -> None:
    lines = "Eksempelby\x1b[31m\n\n\nc \x1b]0;title\x07\n2\nr\n?\no\ng POL2\nr\n\x1b[A\nq\n"
    terminal, out = plain(lines.encode())
    saved = list[Profile]()
    assert sit(begin(), terminal, saved.append) is Ended.LEFT
    shown = out.getvalue().decode("ascii")
    assert not any(ord(one) < 32 for one in shown.replace("\n", ""))
    assert "\\x1b[A" in shown, "a key that is none is named"
    assert saved[-1].answers["POL2"].comment == "]0;title", "what was seen is kept"


def test_on_a_real_terminal_the_label_goes_to_input(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def typed(prompt: str) -> str:
        asked.append(prompt)
        if len(asked) > 1:
            raise EOFError
        return "line\r"

    monkeypatch.setattr("builtins.input", typed)
    monkeypatch.setattr("sdgassess.cli.terminal.plain._live", lambda: True)
    terminal = PlainTerminal(sys.stdin, sys.stdout)
    assert [terminal.read("POL1: "), terminal.read("POL1: ")] == ["line", None]
    assert asked == ["POL1: ", "POL1: "]


SITTING = """
import sys
from sdgassess.cli.terminal.plain import PlainTerminal
terminal = PlainTerminal()
line = terminal.read("Municipality: ")
print("heard", ascii(line), "readline" in sys.modules)
try:
    terminal.read("Again: ")
except KeyboardInterrupt:
    print("stopped")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminals there")
@pytest.mark.parametrize(
    ("locales", "edited"),
    [({"LC_ALL": "C"}, False), ({"LC_ALL": "POSIX"}, False), ({"LC_ALL": "C.UTF-8"}, True)],
)
def test_letters_arrive_whole_and_an_interrupt_begins_a_line(
    locales: dict[str, str], edited: bool
) -> None:
    import pexpect

    child = pexpect.spawn(
        sys.executable,
        ["-c", SITTING],
        env={"PYTHONPATH": str(ROOT), "TERM": "xterm", "PATH": os.environ["PATH"], **locales},
        encoding="utf-8",
        timeout=PATIENCE,
    )
    child.expect("Municipality: ")
    child.sendline("Ærø")
    child.expect("Again: ")
    assert f"heard {'Ærø'!a} {edited}" in str(child.before)
    child.send("half a li")
    child.expect("half a li")
    child.sendintr()
    child.expect(pexpect.EOF)
    assert str(child.before).splitlines()[1:] == ["stopped"]


def test_each_screen_is_as_wide_as_the_window_is_at_the_moment(begin: Begin) -> None:
    widths = [80] * 6 + [40] * 9
    terminal = ScriptedTerminal(["Eksempelby", "", "", "r", "q"], widths=widths)
    sit(begin(), terminal, lambda _: None)
    again = terminal.shown.index("> r")
    assert max(map(len, terminal.shown[:again])) > 40
    assert max(map(len, terminal.shown[again:])) <= 40


@pytest.mark.parametrize("columns", [24, 40, 57, 80])
def test_a_prompt_is_never_cut_within_a_word(begin: Begin, columns: int) -> None:
    for line in ("", "Eksempelby", "", "2", "-", "", "3"):
        wide = begin().resized(200)
        for typed in ("Eksempelby", "", line):
            wide = wide.take(typed).interview
        narrow = wide.resized(columns)
        parts = (*narrow.screen.lines, narrow.screen.prompt.rstrip())
        assert " ".join(parts).endswith(wide.screen.prompt.rstrip())
        assert len(narrow.screen.prompt) <= columns
        assert narrow.screen.prompt.endswith((": ", ") ", "? "))


def test_text_behind_a_long_label_keeps_its_room_and_its_words(begin: Begin) -> None:
    setting = begin(width=40).sitting.setting
    label = "POL2  2 voices, one level: 3  "
    assert setting.wrapped("Most", label) == (f"{label}Most",)
    lines = setting.wrapped("Unbelievable words that take several lines", label)
    assert lines[0] == label.rstrip()
    assert lines[1].startswith("  Unbelievable words")
    assert setting.wrapped("short and then more of the same kind", "POL2  ")[1].startswith(
        "      "
    )
