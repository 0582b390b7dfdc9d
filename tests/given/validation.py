"""Whether a PDF is one that everybody can read: an independent validator, and what it overlooks.

`assert_accessible` is what every test of a printed file calls; it takes some milliseconds.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import page
import pikepdf

PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)
"""What every file of ours claims to be."""

_STREAM = re.compile(rb"/Length (\d+)[^\r\n]*>>\nstream\n")


def assert_accessible(pdf: bytes, language: str | None = None) -> None:
    """Fail unless a file passes PDF/UA-1 and PDF/A-2a and what validators do not look at.

    Args:
        pdf: the file.
        language: the language that it must declare, such as `da`, where that is known.
    """
    for profile in PROFILES:
        report = page.validate_pdf_bytes(pdf, profile=profile)
        failed = [one for one in report.failures if not _misread(one, pdf)]
        assert not failed, f"{profile}: {[f'{one.rule_id}: {one.message}' for one in failed]}"
    opened = opened_pdf(pdf)
    root = opened.Root
    declared = str(root.get("/Lang", ""))
    assert declared[:2] in {"da", "sv", "en"}, f"no language is declared: {declared!r}"
    assert language is None or declared[:2] == language, declared
    assert root.ViewerPreferences.DisplayDocTitle, "the window shows no title"
    assert str(opened.docinfo.get("/Title", "")), "the file has no title"
    assert root.MarkInfo.Marked, "the file is not tagged"
    for table in elements(pdf, "/Table"):
        heads = [part for part in within(table) if part.get("/S") == "/TH"]
        assert heads, "a table has no head"
        assert all(_scope(head) for head in heads), "a head of a table has no scope"
    for figure in elements(pdf, "/Figure"):
        assert str(figure.get("/Alt", "")).strip(), "a figure has no words"
    assert all(embedded(opened)), "a font is not embedded"


def elements(pdf: bytes, kind: str) -> list[Any]:
    """Every structure element of a kind, such as `/Table`, in the order of reading."""
    root = opened_pdf(pdf).Root.StructTreeRoot
    return [part for part in within(root) if part.get("/S") == kind]


@lru_cache(maxsize=16)
def opened_pdf(pdf: bytes) -> pikepdf.Pdf:
    """A file opened; it stays open a while, as its elements live no longer than it."""
    return pikepdf.open(io.BytesIO(pdf))


def within(element: Any) -> Iterator[Any]:
    """The structure elements below one, in the order of reading."""
    children = element.get("/K")
    if children is None:
        return
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from within(child)


def bookmarks(pdf: bytes) -> list[str]:
    """The titles of the bookmarks, in order, whatever their depth."""
    with pikepdf.open(io.BytesIO(pdf)) as opened, opened.open_outline() as outline:
        return list(_titles(outline.root))


def embedded(opened: pikepdf.Pdf) -> Iterator[bool]:
    """For each font that the file names, whether the file carries it."""
    for item in opened.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
            yield any(key in item for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def _misread(failure: page.ValidationFailure, pdf: bytes) -> bool:
    """Whether the validator took a stream's last byte, a carriage return, for a line's end.

    A compressed stream may end in any byte; veraPDF reads such files right.
    """
    if not failure.rule_id.endswith("STREAM-LENGTH-001"):
        return False
    streams = list(_STREAM.finditer(pdf))
    ends = [pdf[stream.end() + int(stream[1]) :][:11] for stream in streams]
    return bool(streams) and all(end.startswith(b"\nendstream") for end in ends)


def _titles(items: Any) -> Iterator[str]:
    for item in items:
        yield str(item.title)
        yield from _titles(item.children)


def _scope(head: Any) -> bool:
    owned = head.get("/A", [])
    attributes = owned if isinstance(owned, pikepdf.Array) else [owned]
    return any("/Scope" in attribute for attribute in attributes)
