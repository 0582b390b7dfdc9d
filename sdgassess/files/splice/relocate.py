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
from sdgassess.files.read.source import SourceFile
from sdgassess.files.splice.buffer import Buffer, EntrySpan, Overlap, lines_of
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


def relocated(
    source: SourceFile, moves: Sequence[Relocation]
) -> tuple[SourceFile, tuple[Relocation, ...]]:
    """A source with entries moved, and the moves that could be made.

    Args:
        source: what was read, without errors.
        moves: what goes where; a place that is taken is never moved to.

    Returns:
        The source with each move made that keeps the text readable, the others left out.
    """
    performed, source = [], with_last_ending(source) if moves else source
    for move in moves:
        after = _after_move(source, move)
        if after is not None:
            source = after
            performed.append(move)
    return source, tuple(performed)


def relocated_tree(tree: Tree, moves: Sequence[Relocation]) -> Tree:
    """A tree with entries moved; what it lacks is not moved, and an emptied map goes."""
    tree = {key: dict(value) if isinstance(value, dict) else value for key, value in tree.items()}
    for move in moves:
        have = tree.get(move.section)
        if not isinstance(have, dict) or move.key not in have:
            continue
        value = have.pop(move.key)
        tree.setdefault(move.to, {})[move.name] = value
        if not have:
            del tree[move.section]
    return tree


def with_last_ending(source: SourceFile) -> SourceFile:
    """A source whose last line has an ending, and reads as before."""
    buffer, end = Buffer(source, MOST_DEPTH), len(source.text)
    if buffer.ended:
        return source
    buffer.put(end, end, source.newline)
    buffer.settle_end()
    after, _ = parse(encoded(source, buffer.result()), source.name)
    return source if after is None or not same(after.data, source.data) else after


def _after_move(source: SourceFile, move: Relocation) -> SourceFile | None:
    """The source after one move; None where it cannot be made by moving lines."""
    have, target = source.data.get(move.section), source.data.get(move.to)
    if not isinstance(have, dict) or move.key not in have:
        return None
    if move.to in source.data and (not isinstance(target, dict) or move.name in target):
        return None
    buffer = Buffer(source, MOST_DEPTH)
    if buffer.is_flow(have) or (target and buffer.is_flow(target)):
        return None
    try:
        _put(buffer, move, have, target)
        raw = encoded(source, buffer.result())
    except Overlap:
        return None
    after, problems = parse(raw, source.name)
    wanted = relocated_tree(source.data, [move])
    if after is None or has_errors(problems) or not same(after.data, wanted):
        return None
    return after


def _put(buffer: Buffer, move: Relocation, have: Tree, target: Tree | None) -> None:
    """Cut the lines of an entry and put them where it goes, under its new key.

    Raises:
        Overlap: the lines hold more than the entry.
    """
    place = buffer.entries(have)[move.key]
    behind_key = buffer.key_end(move.key, place.start)
    name = _named_alike(buffer.text[place.start : behind_key], move)
    if move.section == move.to:
        buffer.put(place.start, behind_key, name)
        return
    column = buffer.column(place.start)
    begins = _with_remarks(buffer, place, column)
    last = buffer.behind(place.end, column)
    cut_from = begins
    if len(have) == 1:
        cut_from = buffer.entries(buffer.source.data)[move.section].start
        begins = _below(buffer, cut_from)
    lines = buffer.text[begins : place.start] + name + buffer.text[behind_key:last]
    buffer.put(cut_from, buffer.below(last) or len(buffer.text), "")
    at, indent, head = _goal(buffer, move.to, target)
    tail = "" if target else buffer.newline
    buffer.put(at, at, head + _shifted(lines, indent - column) + tail)


def _named_alike(written: str, move: Relocation) -> str:
    """The new key in the quotes of the old one.

    Raises:
        Overlap: the key is written in another way still.
    """
    if written == move.key:
        return move.name
    quote = written[:1]
    if quote not in {"'", '"'} or {quote, "\\"} & set(move.name):
        raise Overlap
    return f"{quote}{move.name}{quote}"


def _below(buffer: Buffer, start: int) -> int:
    """Where the line below a key begins; a remark on the key's own line would be lost."""
    end = buffer.below(start)
    if end is None or "#" in buffer.text[start:end]:
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
    return (
        len(buffer.text),
        buffer.step,
        ("" if buffer.ended else newline) + f"{section}:{newline}",
    )


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


def _shifted(text: str, by: int) -> str:
    """Lines indented by so many columns more, or less; each keeps its ending."""
    if not by:
        return text
    return "".join(
        (" " * by + line if by > 0 else _drawn_in(line, -by)) if line.strip() else line
        for line in lines_of(text)
    )


def _drawn_in(line: str, by: int) -> str:
    """A line indented by so many columns less; a remark further left loses no letter."""
    return line[min(by, len(line) - len(line.lstrip(" "))) :]
