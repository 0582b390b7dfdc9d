"""What Windows does otherwise, tried by its code paths on other systems."""

from __future__ import annotations

import ctypes
import io
import locale
import shlex
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from sdgassess.cli.terminal.external_editor import edit_outside
from sdgassess.cli.terminal.program import words_of
from sdgassess.cli.terminal.teletype import reads_sequences
from sdgassess.language import choose


def test_a_path_with_spaces_needs_no_quotes(tmp_path: Path) -> None:
    program = tmp_path / "Notepad plus" / "notepad.exe"
    program.parent.mkdir()
    program.touch()
    assert words_of(str(program), windows=True) == [str(program)]
    assert words_of(f'"{program}" -multiInst', windows=True) == [str(program), "-multiInst"]


def test_backslashes_are_parts_of_a_path() -> None:
    assert words_of(r"C:\vim\vim.exe -f", windows=True) == [r"C:\vim\vim.exe", "-f"]


def test_a_script_is_found_as_a_shell_would(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "code"
    script.touch(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert words_of("code --wait", windows=True) == [str(script), "--wait"]
    assert words_of("code --wait", windows=False) == ["code", "--wait"]


@pytest.mark.parametrize("saved", ["Ærø\r\nå".encode("utf-8-sig"), "Ærø\r\nå".encode("cp1252")])
def test_what_older_editors_save_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, saved: bytes
) -> None:
    script = tmp_path / "editor.py"
    script.write_text(f"import sys; open(sys.argv[1], 'wb').write({saved!r})", "utf-8")
    monkeypatch.setenv("VISUAL", shlex.join([sys.executable, str(script)]))
    monkeypatch.setattr(locale, "getencoding", lambda: "cp1252")
    assert edit_outside("") == "Ærø\nå"


@pytest.mark.parametrize(
    ("name", "language"),
    [("Swedish_Sweden", "sv"), ("Danish_Denmark", "da"), ("sv-SE", "sv"), ("Norwegian", "en")],
)
def test_the_language_of_windows(
    monkeypatch: pytest.MonkeyPatch, name: str, language: str
) -> None:
    monkeypatch.setattr("sdgassess.language.os", SimpleNamespace(name="nt"))
    monkeypatch.setattr(locale, "getlocale", lambda: (name, "1252"))
    assert choose(None, {}, None) == language


class _Console(io.StringIO):
    """A stream that is a console."""

    def fileno(self) -> int:
        return 1


@pytest.mark.parametrize("vt", [True, False])
def test_a_console_is_told_to_read_escape_sequences(
    monkeypatch: pytest.MonkeyPatch, *, vt: bool
) -> None:
    modes: list[int] = []

    def set_mode(_: object, mode: int) -> int:
        modes.append(mode)
        return int(vt)

    def get_mode(_: object, mode: Any) -> int:
        mode._obj.value = 3
        return 1

    kernel = SimpleNamespace(GetConsoleMode=get_mode, SetConsoleMode=set_mode)
    system = ModuleType("msvcrt")
    vars(system)["get_osfhandle"] = lambda number: number
    monkeypatch.setitem(sys.modules, "msvcrt", system)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    assert reads_sequences(_Console()) is vt
    assert modes == [7]
