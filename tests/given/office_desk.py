"""Somebody at LibreOffice: opens a workbook, writes into cells, saves it under its name."""

from __future__ import annotations

import atexit
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

_PATIENCE = 240
"""Seconds; the first start makes a whole folder of settings."""

_LIBRARY = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN"'
    ' "library.dtd">\n'
    '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"'
    ' library:readonly="false" library:passwordprotected="false">\n'
    ' <library:element library:name="Desk"/>\n'
    "</library:library>\n"
)
_MODULE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN"'
    ' "module.dtd">\n'
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Desk"'
    ' script:language="StarBasic">{source}</script:module>\n'
)
_SOURCE = """
Sub FillIn
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  book = StarDesktop.loadComponentFromURL("{file}", "_blank", 0, hidden())
  sheet = book.Sheets.getByIndex(0)
{cells}
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  kind(0).Name = "FilterName" : kind(0).Value = "Calc MS Excel 2007 XML"
  book.storeToURL("{file}", kind())
  book.close(True)
End Sub
"""


def fill_in(file: Path, cells: Mapping[str, str]) -> None:
    """Write texts into cells of the first sheet of a workbook, and save it in its place.

    Args:
        file: the workbook.
        cells: what is typed, by the name of its cell, such as `C12`.
    """
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.fail("LibreOffice is not installed: `apt-get install libreoffice` brings soffice")
    settings = _settings(office)
    basic = settings / "user" / "basic" / "Standard"
    typing = "\n".join(f"  {_typing(cell, text)}" for cell, text in cells.items())
    source = _SOURCE.format(file=file.as_uri(), cells=typing)
    (basic / "script.xlb").write_text(_LIBRARY, "utf-8")
    (basic / "Desk.xba").write_text(_MODULE.format(source=escape(source)), "utf-8")
    _run(office, settings, "macro:///Standard.Desk.FillIn")


@cache
def _settings(office: str) -> Path:
    """Settings of this process: a first start makes them, and would undo what is put there."""
    folder = Path(tempfile.mkdtemp(prefix="office-desk-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    _run(office, folder, "--terminate_after_init")
    return folder


def _run(office: str, settings: Path, order: str) -> None:
    """Start LibreOffice for one thing to do."""
    place = f"-env:UserInstallation={settings.as_uri()}"
    command = [office, place, "--headless", "--norestore", order]
    subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE)


def _typing(cell: str, text: str) -> str:
    """One cell, filled in."""
    return f'sheet.getCellRangeByName("{cell}").setString("{text.replace(chr(34), chr(34) * 2)}")'
