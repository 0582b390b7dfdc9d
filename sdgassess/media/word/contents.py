"""The list of contents of a Word file: its heads as links, which Word keeps up to date.

It stands on the second page, for the finding comes before everything else, or before the first
head where there is no such page. It names no pages: where nobody has counted them yet a number
would be wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from docx.text.paragraph import Paragraph

from sdgassess.document.blocks import Beside, Block, Heading, NewPage, Together
from sdgassess.document.runs import text_of
from sdgassess.media.word.text import element
from sdgassess.text import visible

LISTED = 2
"""The level of the heads that are listed."""
_FEWEST = 4
"""A file with fewer heads is found one's way in without a list."""
_FIELD = r' TOC \o "1-1" \n \h \z \u '
"""Word's own list of the first headings, without pages, as links."""


def listed_heads(blocks: Iterable[Block]) -> tuple[tuple[int, str], ...]:
    """The heads behind the first page, each with its number among all; nothing where few are.

    Where nothing begins a page, all of them are listed.

    Args:
        blocks: everything in the file.
    """
    every = tuple(_flat(blocks))
    number, behind = 0, not any(isinstance(block, NewPage) for block in every)
    heads = []
    for block in every:
        if isinstance(block, NewPage):
            behind = True
        elif isinstance(block, Heading) and block.level == LISTED:
            number += 1
            if behind:
                heads.append((number, text_of(block.runs)))
    return tuple(heads) if len(heads) >= _FEWEST else ()


def _flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block in the order in which it is written."""
    for block in blocks:
        match block:
            case Together():
                yield from _flat(block.blocks)
            case Beside():
                yield from _flat((*block.left, *block.right))
            case _:
                yield block


def mark_head(paragraph: Paragraph, number: int) -> None:
    """Put a mark around a head, which a line of the list leads to.

    Args:
        paragraph: the head.
        number: its place among the heads that may be listed.
    """
    start = element("w:bookmarkStart", id=str(number), name=_mark(number))
    end = element("w:bookmarkEnd", id=str(number))
    properties = paragraph._p.get_or_add_pPr()
    properties.addnext(start)
    paragraph._p.append(end)


def link_to_head(paragraph: Paragraph, number: int, text: str, *, first: bool, last: bool) -> None:
    """Write a line of the list: a link to a head.

    Args:
        paragraph: the line.
        number: which head.
        text: its words.
        first: whether the list begins here.
        last: whether it ends here.
    """
    if first:
        for node in (_sign("begin"), _instruction(), _sign("separate")):
            paragraph._p.append(node)
    link = element("w:hyperlink", anchor=_mark(number), history="1")
    run = element("w:r")
    words = element("w:t")
    words.text = visible(text)
    run.append(words)
    link.append(run)
    paragraph._p.append(link)
    if last:
        paragraph._p.append(_sign("end"))


def _mark(number: int) -> str:
    """The name of the mark around a head, as Word calls its own."""
    return f"_Toc{number:08}"


def _sign(kind: str) -> Any:
    """Where the field begins, where its words begin, where it ends."""
    run = element("w:r")
    run.append(element("w:fldChar", fldCharType=kind))
    return run


def _instruction() -> Any:
    """What Word makes the list from when it is asked to renew it."""
    run = element("w:r")
    text = element("w:instrText")
    text.text = _FIELD
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(text)
    return run
