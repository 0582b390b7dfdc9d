"""The command that adds what is missing, in every way in which a tool is installed."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import sys
from pathlib import Path

import pytest

from sdgassess.cli.shell import Shell, command_line
from sdgassess.package import install_command

PACKAGES = ("python-docx", "XlsxWriter", "resvg-py")


def typed(*packages: str, shell: Shell = Shell.SH) -> str:
    """The command as it is typed."""
    return command_line(install_command(packages), shell)


@pytest.fixture
def prefix(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An environment that the program runs in."""
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    monkeypatch.setattr(sys, "executable", "/env/bin/python")
    return tmp_path


@pytest.mark.usefixtures("prefix")
def test_with_pip_the_running_python_is_named() -> None:
    assert typed(*PACKAGES).startswith("/env/bin/python -m pip install ")


def test_pipx_is_asked_to_add_it_to_the_tool(prefix: Path) -> None:
    (prefix / "pipx_metadata.json").write_text("{}", "utf-8")
    assert typed(*PACKAGES).startswith("pipx inject sdgassess ")


def test_uv_is_asked_where_it_keeps_the_tool(prefix: Path) -> None:
    (prefix / "uv-receipt.toml").write_text("", "utf-8")
    assert typed(*PACKAGES).startswith("uv pip install --python /env/bin/python ")


@pytest.mark.usefixtures("prefix")
def test_uv_is_asked_where_there_is_no_pip(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    assert typed(*PACKAGES).startswith("uv pip install --python ")


@pytest.mark.usefixtures("prefix")
@pytest.mark.parametrize(
    ("shell", "path", "start"),
    [
        (Shell.SH, "/my tools/bin/python", '"/my tools/bin/python" -m pip install '),
        (Shell.SH, "/$(x)/bin/python", "'/$(x)/bin/python' -m pip install "),
        (Shell.CMD, r"C:\Åsa Ærø\python.exe", r'"C:\Åsa Ærø\python.exe" -m pip install '),
        (Shell.POWERSHELL, r"C:\Åsa Ærø\python.exe", r'& "C:\Åsa Ærø\python.exe" -m pip install '),
        (Shell.POWERSHELL, r"C:\$x\python.exe", r"& 'C:\$x\python.exe' -m pip install "),
        (Shell.POWERSHELL, r"C:\py\python.exe", r"C:\py\python.exe -m pip install "),
    ],
)
def test_the_path_is_typed_as_the_shell_wants_it(
    monkeypatch: pytest.MonkeyPatch, shell: Shell, path: str, start: str
) -> None:
    monkeypatch.setattr(sys, "executable", path)
    assert typed("typst", shell=shell).startswith(start)


@pytest.mark.usefixtures("prefix")
def test_the_versions_are_those_that_are_declared(monkeypatch: pytest.MonkeyPatch) -> None:
    declared = ["python-docx<2,>=1.2; extra == 'office'", "xlsxwriter<4,>=3.2; extra == 'office'"]
    monkeypatch.setattr(importlib.metadata, "requires", lambda _: declared)
    command = typed(*PACKAGES)
    assert command.endswith('"python-docx<2,>=1.2" "xlsxwriter<4,>=3.2" resvg-py')


@pytest.mark.usefixtures("prefix")
def test_where_nothing_is_installed_the_names_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(name: str) -> list[str]:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "requires", unknown)
    assert typed("typst").endswith(" typst")
