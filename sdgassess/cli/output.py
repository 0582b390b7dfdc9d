"""Printed files: which format a name asks for, whose look they have, how they are written.

A file takes its place when it is complete, so that nothing half-made is ever left; and nothing
that stands there is written over unless that was asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from sdgassess.cli.paths import same_file
from sdgassess.cli.shell import quoted
from sdgassess.cli.terminal.streams import json_with, print_text
from sdgassess.document.blocks import Document, Logo, Look
from sdgassess.document.sheets import Sheet, Workbook
from sdgassess.files.read.reader import read_bytes
from sdgassess.files.write.refusal import refusal
from sdgassess.files.write.rights import rights_of
from sdgassess.files.write.writer import Content, overwrite, write_new
from sdgassess.language import Words
from sdgassess.media.logo import is_printable, kind_of
from sdgassess.phrases.saving import SAVED
from sdgassess.problem import (
    Fact,
    InputRefused,
    Problem,
    UsageRefused,
    Where,
    WriteRefused,
)
from sdgassess.text import one_line

_LARGEST_TEMPLATE = 100_000_000
"""Bytes: templates carry pictures of whole pages."""
FOR_PROGRAMS = (".json", ".zip")
EVERY_FORMAT = (".pdf", ".html", ".docx", ".md", ".pptx", ".xlsx", ".csv", ".ics", *FOR_PROGRAMS)
"""Each that something is printed in."""
Write = Callable[[Document, Words], bytes]
"""Makes a file of a document."""


def suffix_of(path: Path, allowed: Sequence[str], layouts: Sequence[str] = ()) -> str:
    """The format that a file name asks for.

    Args:
        path: the name.
        allowed: the suffixes that can be, such as `.pdf`.
        layouts: the other layouts of the same verb that can be had as what the name asks for.

    Raises:
        UsageRefused: the name says no format (P603), or one that this is not made in (P616).
    """
    suffix = path.suffix.lower()
    if suffix not in allowed:
        facts: dict[str, Fact] = {"suffix": path.suffix or path.name, "allowed": tuple(allowed)}
        if layouts:
            facts["layouts"] = tuple(layouts)
        code = "P616" if suffix in EVERY_FORMAT else "P603"
        raise UsageRefused(Problem(code, Where(str(path)), facts))
    return suffix


def writer_for(suffix: str) -> Write:
    """What makes files of a format out of a document: `.html`, `.pdf`, `.docx` or `.md`."""
    return {".html": _html, ".pdf": _pdf, ".docx": _docx, ".md": _markdown}[suffix]


def table_content(book: Workbook, suffix: str) -> Content:
    """A workbook as one (`.xlsx`), or as one long table (`.csv`), which comes in pieces."""
    if suffix == ".csv":
        from sdgassess.media.csv import csv_pieces

        return csv_pieces(book)
    from sdgassess.media.xlsx import xlsx_bytes

    return xlsx_bytes(book)


def program_content(result: dict[str, Any], tables: Sequence[Sheet], suffix: str) -> Content:
    """What programs read: an archive of tables (`.zip`), or a result with them in it (`.json`).

    Args:
        result: what the verb says as JSON.
        tables: the tables.
        suffix: which of the two.
    """
    from sdgassess.media.tables import json_tables, tables_zip

    if suffix == ".zip":
        return tables_zip(tables)
    return json_with(result, "tables", json_tables(tables))


def refuse_source(output: Path, sources: Iterable[Path | str | None]) -> None:
    """Refuse to print over a file that is read for it; `--force` does not mean those.

    Args:
        output: the file to write.
        sources: what was named to be read; ids among them are no files.

    Raises:
        UsageRefused: it is one of them (P608).
    """
    if any(source is not None and same_file(Path(source), output) for source in sources):
        raise UsageRefused(Problem("P608", Where(str(output))))


def refuse_existing(path: Path, *, force: bool) -> None:
    """Refuse a name that is taken, before any work is done (P604), unless it may be written over.

    Raises:
        WriteRefused: something stands there, or a file cannot be called so.
    """
    try:
        exists, folder = path.exists(), path.is_dir()
    except OSError as error:  # such as a name that is too long
        raise refusal(error, path) from error
    if folder:
        raise WriteRefused(Problem("P402", Where(str(path))))
    if exists and not force:
        raise WriteRefused(Problem("P604", Where(str(path))))


def write_printed(
    path: Path, content: Content, sources: Iterable[Path | None], *, force: bool
) -> None:
    """Write a finished file.

    Args:
        path: where to; its folder must exist.
        content: the whole file, or its pieces, which are composed while they are written.
        sources: the profiles that it tells of; a new file gets no wider rights than they have.
        force: whether a file of that name is replaced.

    Raises:
        WriteRefused: something stands there (P604), or it cannot be written; a file that a
            program holds open is one of the reasons.
    """
    refuse_existing(path, force=force)
    rights = rights_of(sources)
    if force:
        overwrite(path, content, rights)
    else:
        write_new(path, content, rights)


def say_written(path: Path, words: Words) -> None:
    """Say which file was written, as it can be typed again."""
    print_text(words(SAVED, file=quoted(path)))


def look_of(
    logo: Path | None, name_line: str | None, template: Path | None = None, suffix: str = ""
) -> Look:
    """The municipality's own look, as it was named on the command line.

    Args:
        logo: a picture: PNG, JPEG or SVG.
        name_line: a line that stands beside it.
        template: a template of Word or PowerPoint.
        suffix: the format that is written.

    Raises:
        InputRefused: the picture cannot be read, is none of these (P605), or cannot be
            printed (P609); the template cannot be read, is none of the format (P611), carries
            macros (P612), or lacks what is written with (P613).
        UsageRefused: a template was named for a format that takes none (P614).
    """
    line = one_line(name_line) if name_line else None
    own = _template(template, suffix) if template else None
    return Look(_logo(logo) if logo else None, line or None, own)


def _template(path: Path, suffix: str) -> bytes:
    """A template of the format that is written."""
    from sdgassess.media.office import not_installed
    from sdgassess.media.template import TEMPLATES, own_template

    if suffix not in TEMPLATES:
        facts: dict[str, Fact] = {"allowed": tuple(TEMPLATES)}
        raise UsageRefused(Problem("P614", Where(), facts))
    raw, problem = read_bytes(path, str(path), _LARGEST_TEMPLATE)
    if raw is None:
        raise InputRefused(problem or Problem("P001", Where(str(path))))
    try:
        if suffix == ".docx":
            from sdgassess.media.word.template import missing_in
        else:
            from sdgassess.media.slides.template import missing_in
    except ImportError as missing:
        package = "python-docx" if suffix == ".docx" else "python-pptx"
        raise not_installed(suffix, package) from missing
    return own_template(raw, suffix, str(path), missing_in)


def _logo(path: Path) -> Logo:
    """A picture that every format can print."""
    raw, problem = read_bytes(path, str(path))
    if raw is None:
        raise InputRefused(problem or Problem("P001", Where(str(path))))
    kind = kind_of(raw)
    if kind is None:
        raise InputRefused(Problem("P605", Where(str(path))))
    logo = Logo(raw, kind)
    if not is_printable(logo):
        raise InputRefused(Problem("P609", Where(str(path))))
    return logo


def _html(document: Document, words: Words) -> bytes:
    """A web page in one file."""
    from sdgassess.media.html.page import html_pieces

    written = BytesIO()
    for piece in html_pieces(document, words):
        written.write(piece.encode())
    return written.getvalue()


def _pdf(document: Document, words: Words) -> bytes:
    """A tagged PDF."""
    from sdgassess.media.pdf.report import report_pdf

    return report_pdf(document, words)


def _docx(document: Document, words: Words) -> bytes:
    """A file for Word."""
    from sdgassess.media.word.report import report_docx

    return report_docx(document, words)


def _markdown(document: Document, words: Words) -> bytes:
    """Plain text with marks."""
    from sdgassess.media.markdown import report_markdown

    return report_markdown(document, words).encode()
