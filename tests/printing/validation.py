"""Whether a PDF is one that everybody can read: an independent validator, and what it overlooks.

`assert_accessible` is what every test of a printed file calls; it takes some milliseconds.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import page
import pikepdf

PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)
"""What every file of ours claims to be."""


def assert_accessible(pdf: bytes, language: str | None = None) -> None:
    """Fail unless a file passes PDF/UA-1 and PDF/A-2a and what validators do not look at.

    Args:
        pdf: the file.
        language: the language that it must declare, such as `da`, where that is known.
    """
    for profile in PROFILES:
        report = page.validate_pdf_bytes(pdf, profile=profile)
        failures = [found for found in report.failures if not _mistaken(pdf, found)]
        failed = [f"{failure.rule_id}: {failure.message}" for failure in failures]
        assert not failed, f"{profile}: {failed}"
        assert report.is_compliant or len(failures) < len(report.failures), str(profile)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        root = opened.Root
        declared = str(root.get("/Lang", ""))
        assert declared[:2] in {"da", "sv", "en"}, f"no language is declared: {declared!r}"
        assert language is None or declared[:2] == language, declared
        assert root.ViewerPreferences.DisplayDocTitle, "the window shows no title"
        assert str(opened.docinfo.get("/Title", "")), "the file has no title"
        assert root.MarkInfo.Marked, "the file is not tagged"
        for table in elements(pdf, "/Table", opened):
            heads = [part for part in within(table) if part.get("/S") == "/TH"]
            assert heads, "a table has no head"
            assert all(_scope(head) for head in heads), "a head of a table has no scope"
        for figure in elements(pdf, "/Figure", opened):
            assert str(figure.get("/Alt", "")).strip(), "a figure has no words"
        assert all(embedded(opened)), "a font is not embedded"


def _mistaken(pdf: bytes, failure: Any) -> bool:
    """Whether a stream is blamed for its length though it is exactly as long as it says.

    The validator takes a carriage return that is the last byte of a stream for a part of the line
    end behind it. So the file itself is asked: behind the length that it declares stand the line
    end and the word that ends a stream.
    """
    if not failure.rule_id.endswith("-STREAM-LENGTH-001"):
        return False
    number = failure.object_id.object_number
    start = re.search(rb"(?m)^%d 0 obj\n<<[^>]*?/Length (\d+)[^>]*>>\s*stream\n" % number, pdf)
    assert start is not None, f"object {number} is no stream"
    end = start.end() + int(start[1])
    return pdf[end - 1 : end] == b"\r" and pdf[end:].startswith(b"\nendstream")


def elements(pdf: bytes, kind: str, opened: pikepdf.Pdf | None = None) -> list[Any]:
    """Every structure element of a kind, such as `/Table`, in the order of reading."""
    opened = opened or pikepdf.open(io.BytesIO(pdf))
    return [part for part in within(opened.Root.StructTreeRoot) if part.get("/S") == kind]


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


def _titles(items: Any) -> Iterator[str]:
    for item in items:
        yield str(item.title)
        yield from _titles(item.children)


def _scope(head: Any) -> bool:
    owned = head.get("/A", [])
    attributes = owned if isinstance(owned, pikepdf.Array) else [owned]
    return any("/Scope" in attribute for attribute in attributes)
