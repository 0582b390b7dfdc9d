"""Changes spliced into a file that people edit: everything else in it stays as they wrote it.

Changes are made at the positions that the reader kept, entry by entry, so that remarks, order,
quoting and blank lines survive, and an unchanged tree gives the identical text. What comes out is
read again before anybody may write it; where a fine change went wrong, larger pieces are replaced.
"""

from __future__ import annotations

from typing import Any

from sdgassess.files.read.reader import MOST_DEPTH, parse
from sdgassess.files.read.source import SourceFile
from sdgassess.files.splice.block import change_block
from sdgassess.files.splice.buffer import Buffer, Overlap
from sdgassess.files.splice.flow import change_flow
from sdgassess.files.splice.layout import Tree
from sdgassess.files.splice.plan import same
from sdgassess.problem import Problem, has_errors

# How deep changes go, and whether `|` blocks may be written: the finest first, and each result is
# read again. A new block can swallow the remark below it, so the second attempt writes none; then
# whole answers (2), whole sections (1) and at last the whole file (0) are replaced. Without the
# coarse ones a file that people wrote in an unforeseen way could not be saved at all.
_ATTEMPTS = ((MOST_DEPTH, True), (MOST_DEPTH, False), (2, False), (1, False), (0, False))
_BOM = b"\xef\xbb\xbf"


class Unspliceable(Exception):  # noqa: N818 - named for what it says about the text
    """No way was found to make a text read as wanted; nothing was written.

    `problems` are the reader's, where the best attempt could not be read at all.
    """

    def __init__(self, problems: tuple[Problem, ...] = ()) -> None:
        """Keep what the reader said."""
        super().__init__(*(problem.code for problem in problems))
        self.problems = problems


def splice(source: SourceFile, wanted: Tree) -> str:
    """The text of a source, changed as little as possible so that it reads as wanted.

    Args:
        source: what was read, without errors.
        wanted: the tree that the text shall read as.

    Returns:
        The text, without a byte order mark; the identical text where nothing changed.

    Raises:
        Unspliceable: the text could not be made to read as wanted.
    """
    return spliced(source, wanted).text


def spliced(source: SourceFile, wanted: Tree) -> SourceFile:
    """The source that reads as wanted; see `splice`."""
    if same(source.data, wanted):
        return source
    problems: tuple[Problem, ...] = ()
    for finest, blocks in _ATTEMPTS:
        buffer = Buffer(source, finest, blocks)
        try:
            _change(buffer, wanted)
            buffer.settle_end()
            raw = encoded(source, buffer.result())
        except Overlap:
            continue
        after, refusals = parse(raw, source.name)
        if after is not None and not has_errors(refusals) and same(after.data, wanted):
            return after
        problems = tuple(refusals) or problems
    raise Unspliceable(problems)


def encoded(source: SourceFile, text: str) -> bytes:
    """The bytes of a text for the file it belongs to, with its byte order mark if it has one."""
    return (_BOM if source.bom else b"") + text.encode()


def _change(buffer: Buffer, wanted: Any) -> None:
    """Collect the changes of the whole tree."""
    have = buffer.source.data
    if buffer.is_flow(have):
        change_flow(buffer, have, wanted)
    else:
        change_block(buffer, (), have, wanted)
