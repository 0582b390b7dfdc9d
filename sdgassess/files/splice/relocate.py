"""Entries moved in a file with their own lines, so that people's remarks go with them.

A change of the tree alone would take an entry out and write it anew elsewhere, without what
somebody noted inside it. Here its lines are cut and put where it goes; what comes out is read
again, and where that does not say what it should, the text is left as it was.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from sdgassess.files.read.reader import MOST_DEPTH, parse
from sdgassess.files.read.source import Document
from sdgassess.files.splice.buffer import Buffer, EntrySpan, Overlap
from sdgassess.files.splice.plan import same
from sdgassess.files.splice.splice import encoded
from sdgassess.problem import has_errors

Tree = dict[str, Any]


class Relocation(NamedTuple):
    """An entry of one map at the top of a file that goes to another, or to another key.

    Attributes:
        section: the map it stands in.
        key: its key there.
        to: the map it goes to; the same one where it is only called otherwise.
        name: its key there.
    """

    section: str
    key: str
    to: str
    name: str


def moved(
    document: Document, moves: Sequence[Relocation]
) -> tuple[Document, tuple[Relocation, ...]]:
    """A document with entries moved, and the moves that could be made.

    Args:
        document: what was read, without errors.
        moves: what goes where; a place that is taken is never moved to.

    Returns:
        The document with each move made that keeps the text readable, the others left out.
    """
    done, document = [], _ended(document) if moves else document
    for move in moves:
        after = _made(document, move)
        if after is not None:
            document = after
            done.append(move)
    return document, tuple(done)


def moved_tree(tree: Tree, moves: Sequence[Relocation]) -> Tree:
    """A tree with entries moved; what it lacks is not moved, and an emptied map goes."""
    tree = {key: dict(one) if isinstance(one, dict) else one for key, one in tree.items()}
    for move in moves:
        have = tree.get(move.section)
        if not isinstance(have, dict) or move.key not in have:
            continue
        value = have.pop(move.key)
        tree.setdefault(move.to, {})[move.name] = value
        if not have:
            del tree[move.section]
    return tree


def _ended(document: Document) -> Document:
    """A document whose last line has an ending, and reads as before."""
    if document.text.endswith("\n"):
        return document
    buffer, end = Buffer(document, MOST_DEPTH), len(document.text)
    buffer.put(end, end, document.newline)
    buffer.settle_end()
    after, _ = parse(encoded(document, buffer.result()), document.name)
    return document if after is None or not same(after.data, document.data) else after


def _made(document: Document, move: Relocation) -> Document | None:
    """The document after one move; None where it cannot be made by moving lines."""
    have, target = document.data.get(move.section), document.data.get(move.to)
    if not isinstance(have, dict) or move.key not in have:
        return None
    if move.to in document.data and (not isinstance(target, dict) or move.name in target):
        return None
    buffer = Buffer(document, MOST_DEPTH)
    if buffer.is_flow(have) or (target and buffer.is_flow(target)):
        return None
    try:
        _put(buffer, move, have, target)
        raw = encoded(document, buffer.result())
    except Overlap:
        return None
    after, found = parse(raw, document.name)
    wanted = moved_tree(document.data, [move])
    if after is None or has_errors(found) or not same(after.data, wanted):
        return None
    return after


def _put(buffer: Buffer, move: Relocation, have: Tree, target: Tree | None) -> None:
    """Cut the lines of an entry and put them where it goes, under its new key.

    Raises:
        Overlap: the lines hold more than the entry.
    """
    place = buffer.entries(have)[move.key]
    behind_key = place.start + len(move.key)
    if buffer.text[place.start : behind_key] != move.key:
        raise Overlap
    if move.section == move.to:
        buffer.put(place.start, behind_key, move.name)
        return
    column = buffer.column(place.start)
    begins = _with_remarks(buffer, place, column)
    last = buffer.behind(place.end, column)
    cut_from = begins
    if len(have) == 1:
        cut_from = buffer.entries(buffer.document.data)[move.section].start
        begins = _below(buffer, cut_from)
    lines = buffer.text[begins : place.start] + move.name + buffer.text[behind_key:last]
    buffer.put(cut_from, buffer.text.find("\n", last) + 1 or len(buffer.text), "")
    at, indent, head = _goal(buffer, move.to, target)
    tail = "" if target else buffer.newline
    buffer.put(at, at, head + _shifted(lines, indent - column, buffer.newline) + tail)


def _below(buffer: Buffer, start: int) -> int:
    """Where the line below a key begins; a remark on the key's own line would be lost."""
    end = buffer.text.find("\n", start) + 1
    if not end or "#" in buffer.text[start:end]:
        raise Overlap
    return end


def _goal(buffer: Buffer, section: str, target: Tree | None) -> tuple[int, int, str]:
    """Where the lines go, how far they are indented there, and what stands before them."""
    newline = buffer.newline
    if target:
        places = buffer.entries(target)
        column = buffer.column(next(iter(places.values())).start)
        end = buffer.behind(list(places.values())[-1].end, column)
        remarked = buffer.behind(end, column - 1)
        return remarked, column, newline if remarked == end else newline + newline
    ended = buffer.text.endswith("\n")
    return len(buffer.text), buffer.step, ("" if ended else newline) + f"{section}:{newline}"


def _with_remarks(buffer: Buffer, place: EntrySpan, column: int) -> int:
    """Where an entry begins with the remarks right above it, no deeper than itself.

    A remark with a blank line below it speaks of more than one entry, and stays.
    """
    first = buffer.line_start(place.start)
    while first > 0:
        above = buffer.line_start(first - 1)
        if not re.match(rf" {{0,{column}}}#", buffer.text[above : first - 1]):
            break
        first = above
    return first


def _shifted(lines: str, by: int, newline: str) -> str:
    """Lines indented by so many columns more, or less."""
    if not by:
        return lines
    shifted = [
        (" " * by + line if by > 0 else _drawn_in(line, -by)) if line.strip() else line
        for line in lines.split(newline)
    ]
    return newline.join(shifted)


def _drawn_in(line: str, by: int) -> str:
    """A line indented by so many columns less; a remark further left loses no letter."""
    return line[min(by, len(line) - len(line.lstrip(" "))) :]
