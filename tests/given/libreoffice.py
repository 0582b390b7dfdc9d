"""LibreOffice as the judge of office files: it opens them, and tells what it saw."""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

_PATIENCE = 240
"""Seconds; the first start makes a whole folder of settings."""


def converted(
    files: Sequence[Path], kind: str, folder: Path, *, read_as: str | None = None
) -> dict[str, Path]:
    """Open files in a LibreOffice and save them as another kind.

    Args:
        files: what is opened.
        kind: what it is saved as: a suffix, with a filter and its options where one is meant.
        folder: an empty folder that the test owns.
        read_as: how the files are read, where their suffix doesn't tell it all.

    Returns:
        The new files by their names; a file that LibreOffice refused is not among them.
    """
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.fail("LibreOffice is not installed: `apt-get install libreoffice` brings soffice")
    saved = folder / "saved"
    asked = [office, f"-env:UserInstallation={_settings().as_uri()}", "--headless", "--norestore"]
    if read_as is not None:
        asked.append(f"--infilter={read_as}")
    asked += ["--convert-to", kind, "--outdir", str(saved), *map(str, files)]
    with subprocess.Popen(
        asked, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
    ) as running:
        try:
            told, _ = running.communicate(timeout=_PATIENCE)
        finally:
            _end(running)
    assert running.returncode == 0, told.decode(errors="replace")
    return {path.name: path for path in saved.iterdir()}


@cache
def _settings() -> Path:
    """A folder of settings for this process: no other LibreOffice uses it at the same time."""
    folder = tempfile.mkdtemp(prefix="office-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


def _end(running: subprocess.Popen[bytes]) -> None:
    """No LibreOffice stays behind, nor what it started."""
    try:
        os.killpg(running.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
