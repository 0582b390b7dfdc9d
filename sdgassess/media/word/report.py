"""A report as a Word file that staff edit: real headings, lists and tables, in its language.

Nothing in it is painted: headings are headings, head rows are marked and repeated, pictures have
words beside them, and every table is one. What is beside each other in print stands below each
other here, so that nobody who edits or listens meets a table that is none.
"""

from __future__ import annotations

from sdgassess.document.blocks import Document
from sdgassess.language import Words
from sdgassess.media.office import not_installed


def report_docx(document: Document, words: Words) -> bytes:
    """Write a report as a Word file.

    Args:
        document: the report.
        words: the fixed words, in the document's language.

    Returns:
        The file; the same report gives the same bytes.

    Raises:
        UsageRefused: the packages that Word files are written with are not installed.
    """
    try:
        import docx as _docx  # noqa: PLC0415, F401 - only where a Word file is written
        import resvg_py as _resvg  # noqa: PLC0415, F401 - as above; its pictures
    except ImportError as missing:
        package = "resvg-py" if missing.name == "resvg_py" else "python-docx"
        raise not_installed(".docx", package) from missing
    from sdgassess.media.word.file import word_file  # noqa: PLC0415 - it imports them outright

    return word_file(document, words)
