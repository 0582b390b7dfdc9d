"""The pager: what is taller than the window goes through it, and nothing else does."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pexpect
import pytest

from tests.given.command_line import environment, pasted
from tests.given.patience import PATIENCE
from tests.given.places import EXAMPLE, ROOT

QUOTED = shlex.quote(str(EXAMPLE))

PAGER = """import os, sys
text = sys.stdin.read({most})
open({told!r}, "w", encoding="utf-8").write(os.environ.get("LESS", "") + "\\n" + text)
print("PAGED", len(text) > 0)
sys.exit({code})
"""


def pager(folder: Path, *, most: int = -1, code: int = 0) -> str:
    """A pager that keeps what it reads, as `PAGER` names it."""
    script = folder / "pager.py"
    told = str(folder / "told.txt")
    script.write_text(PAGER.format(most=most, told=told, code=code), "utf-8")
    return shlex.join([sys.executable, str(script)])


def in_a_window(command: str, lines: int = 20, **env: str) -> tuple[str, int | None]:
    """What a command shows in a window of some lines, and its exit code."""
    child = pexpect.spawn(
        f"{pasted()} {command}",
        cwd=str(ROOT),
        env=environment(**{"TERM": "xterm-256color", **env}),
        encoding="utf-8",
        dimensions=(lines, 80),
        timeout=PATIENCE,
    )
    child.expect(pexpect.EOF)
    child.close()
    return str(child.before), child.exitstatus


def test_what_is_taller_than_the_window_goes_through_the_pager(tmp_path: Path) -> None:
    out, code = in_a_window(f"score {QUOTED} --lang en", PAGER=pager(tmp_path))
    told = (tmp_path / "told.txt").read_text("utf-8")
    assert code == 0
    assert "PAGED True" in out
    assert "Highest, at level 3" in told
    assert "\x1b[" in told
    assert told.startswith("FRX")
    assert "Highest, at level 3" not in out


@pytest.mark.parametrize("more", ["--no-pager", "--plain", "--json"])
def test_nothing_is_paged_that_must_not_be(more: str, tmp_path: Path) -> None:
    out, code = in_a_window(f"score {QUOTED} --lang en {more}", PAGER=pager(tmp_path))
    assert code == 0
    assert "PAGED" not in out
    assert not (tmp_path / "told.txt").exists()
    assert "COORD" in out


@pytest.mark.parametrize("command", ["", "cat", "no-such-pager-anywhere", '"an open quote'])
def test_without_a_pager_the_page_is_printed(command: str) -> None:
    out, code = in_a_window(f"score {QUOTED} --lang en", PAGER=command)
    assert code == 0
    assert "Highest, at level 3" in out
    assert "Traceback" not in out


def test_a_pager_that_is_closed_early_is_a_clean_end(tmp_path: Path) -> None:
    command = f"compare {shlex.quote(str(EXAMPLE.parent))} --all --lang en"
    out, code = in_a_window(command, PAGER=pager(tmp_path, most=10, code=1))
    assert code == 0
    assert "PAGED True" in out
    assert "Traceback" not in out
    assert "[P5" not in out


def test_what_fits_the_window_or_a_dumb_terminal_is_not_paged(tmp_path: Path) -> None:
    command = pager(tmp_path)
    for lines, term in ((60, "xterm-256color"), (20, "dumb")):
        out, _ = in_a_window(f"score {QUOTED} --lang en", lines, PAGER=command, TERM=term)
        assert "PAGED" not in out
        assert "COORD" in out


@pytest.mark.slow
def test_the_tour_waits_for_a_key_between_its_parts(tmp_path: Path) -> None:
    child = pexpect.spawn(
        pasted("demo", tmp_path / "kept", "--lang", "en"),
        cwd=str(tmp_path),
        env=environment(TERM="xterm-256color", NO_COLOR="1"),
        encoding="utf-8",
        dimensions=(50, 80),
        timeout=PATIENCE,
    )
    child.expect("q: stop ")
    assert "SCORE" in str(child.before)
    assert "GAPS" not in str(child.before)
    child.sendline("")
    child.expect("q: stop ")
    assert "GAPS" in str(child.before)
    child.sendline("q")
    child.expect(pexpect.EOF)
    assert "YEARS" not in str(child.before)
    child.close()
    assert child.exitstatus == 0
