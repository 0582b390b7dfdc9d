"""A report as Markdown: for a wiki, a repository, or a place where only plain text may stand.

CommonMark with GitHub's tables and tick boxes, without any HTML. Every text comes out as the
words that it is: whatever Markdown or what is built on it would take for markup stands as its
number (`&#42;`), addresses included, so that nothing in a file can become a link, a picture or a
head. Dialects agree on such numbers; which signs a backslash works before is different in each.
"""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from operator import attrgetter

from sdgassess.document.blocks import (
    Beside,
    Block,
    Bullets,
    Cell,
    Choice,
    Choices,
    Counts,
    Document,
    Figure,
    Heading,
    NewPage,
    Paragraph,
    Quotation,
    Table,
    Together,
    WritingLines,
)
from sdgassess.document.runs import Run, Runs, plain_runs, text_of
from sdgassess.language import Words
from sdgassess.text import visible

_MARKUP = re.compile(
    r"[\\`*_\[\]<|~#&$@{}^]|:(?=//|[\w+-]+:)|(?<=www)\.|==|%%|\+\+", re.IGNORECASE
)
"""What means something inside a line, to CommonMark, to GitHub or to page builders."""
_LEADING = re.compile(r"(?:\d+|[a-z]|[ivxlcdm]+)[.)]|\((?=\w+\))|[-+>=:!?/%]", re.IGNORECASE)
"""What means something where a line begins, after a number or a letter too."""
_POINT = re.compile(r"\s*[-*•–] +(?=\S)")
"""How people begin a point of a list."""
_SPACES = re.compile(r"[ \n]+")
_RULE = "_" * 40
"""A line to write on: a rule to Markdown, a line to the eye."""


def report_markdown(document: Document, words: Words) -> str:
    """The report as Markdown.

    Args:
        document: the report; its first block is its heading of level 1.
        words: the fixed words, in the document's language.

    Returns:
        The file's text, to be written as UTF-8. Charts are their numbers in words; languages and
        page breaks, which Markdown has no signs for, are left out.
    """
    head, *rest = document.blocks
    parts = [
        *_block(head, words),
        _line(plain_runs(document.look.name_line or "")),
        *_within(tuple(rest), words),
        _line(plain_runs(document.footer)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(block: Block, words: Words) -> list[str]:
    """A block as paragraphs of Markdown, which an empty line divides."""
    match block:
        case Together() | Beside():
            return _within(_inside(block), words)
        case Figure():
            return _figure(block, words)
        case Table():
            return _table(block)
        case WritingLines():
            return _writing_lines(block)
        case NewPage():
            return []
        case _:
            return [_simple_block(block)]


def _inside(block: Together | Beside) -> tuple[Block, ...]:
    """The blocks that a block holds, one column after the other."""
    return block.blocks if isinstance(block, Together) else block.left + block.right


def _within(blocks: tuple[Block, ...], words: Words) -> list[str]:
    """Blocks below each other."""
    return [part for block in blocks for part in _block(block, words)]


def _simple_block(
    block: Heading | Paragraph | Bullets | Counts | Quotation | Choices,
) -> str:
    """A block that is one paragraph or one list."""
    match block:
        case Heading(level, runs):
            return f"{'#' * level} {_inline(runs)}"
        case Paragraph(runs):
            return _passage("", runs)
        case Bullets(items):
            return "\n".join(f"- {_line(item)}" for item in items)
        case Counts(counts):
            # Another sign than a list of points has, so that the two never become one list.
            return "\n".join(
                f"* {_labelled(count.number, plain_runs(count.words))}" for count in counts
            )
        case Quotation(quote, source):
            quoted = f"{_passage('', (quote,))}\n\n– {_inline(source)}"
            return "\n".join(f"> {line}".rstrip() for line in quoted.split("\n"))
        case Choices(_, choices):
            return "\n".join(_choice(choice) for choice in choices)


def _figure(figure: Figure, words: Words) -> list[str]:
    """A chart: its title, its numbers in words, and how to read it."""
    numbers = words("The figure in words: {numbers}", numbers=figure.chart.alt)
    return [_strong(figure.chart.title), _line(plain_runs(numbers)), _line(figure.caption)]


def _table(table: Table) -> list[str]:
    """A table below its caption, which Markdown has no place for inside."""
    numeric = [
        bool(column) and all(cell.numeric for cell in column)
        for column in zip(*table.rows, strict=True)
    ] or [False] * len(table.head)
    rows = [
        _row([_inline(head) for head in table.head]),
        _row([":---:" if is_number else "---" for is_number in numeric]),
        *(_row([_indented(cell) for cell in row]) for row in table.rows),
    ]
    return [_strong(text_of(table.caption)), "\n".join(rows)]


def _indented(cell: Cell) -> str:
    """The words of a cell, set in below the parts that it belongs to."""
    lines = " / ".join(filter(None, map(_inline, _lines(cell.runs))))
    boxes = f"{cell.steps.boxes} " if cell.steps is not None else ""
    return "\N{EM SPACE}" * cell.depth + boxes + lines


def _row(cells: list[str]) -> str:
    """One row of a table."""
    return f"| {' | '.join(cells)} |"


def _writing_lines(block: WritingLines) -> list[str]:
    """A label, what stands there already, and lines."""
    label = _strong(text_of(block.full_label))
    return [_passage(label, block.written), *[_RULE] * block.lines]


def _choice(choice: Choice) -> str:
    """An answer of a form behind a box."""
    box = "[x]" if choice.ticked else "[ ]"
    return f"- {box} {_labelled(choice.mark, choice.runs)}"


def _labelled(label: str, runs: Runs) -> str:
    """Words that stand out, and what is said of them."""
    return _opening(f"{_strong(label)} {_inline(runs)}".strip())


def _passage(label: str, runs: Runs) -> str:
    """Words in the lines that people wrote them in; every dialect has paragraphs and lists."""
    first, *lines = _lines(runs)
    parts = [(False, _opening(f"{label} {_inline(first)}".strip()))]
    for line in lines:
        point = _POINT.match(text_of(line))
        text = _line(_without(line, point.end())) if point else _line(line)
        parts.append((point is not None, f"- {text}" if point else text))
    passage = ""
    for (was_point, before), (is_point, text) in pairwise([(False, ""), *parts]):
        glue = "\n" if was_point and is_point else "\n\n"
        passage += (glue if before else "") + text
    return passage


def _lines(runs: Runs) -> list[Runs]:
    """Runs line by line; empty lines are left out, but the first."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split("\n")
        lines[-1].append(run._replace(text=first))
        lines += [[run._replace(text=other)] for other in others]
    return [tuple(line) for n, line in enumerate(lines) if not n or text_of(tuple(line)).strip()]


def _without(line: Runs, sign: int) -> Runs:
    """A line without the signs at its beginning."""
    rest: list[Run] = []
    for run in line:
        rest.append(run._replace(text=run.text[sign:]))
        sign = max(sign - len(run.text), 0)
    return tuple(rest)


def _strong(text: str) -> str:
    """A text that stands out; nothing where there is none."""
    inline = _inline(plain_runs(text))
    return f"**{inline}**" if inline else ""


def _line(runs: Runs) -> str:
    """A line that begins a paragraph or a point of a list."""
    return _opening(_inline(runs))


def _opening(inline: str) -> str:
    """The line with its first sign made inert, where it would begin a list, a head or a quote."""
    sign = _LEADING.match(inline)
    if sign is None:
        return inline
    end = sign.end() - 1
    return inline[:end] + _entity(inline[end]) + inline[sign.end() :]


def _inline(runs: Runs) -> str:
    """Words in a line, with what stands out between asterisks, where Markdown would read them."""
    groups = groupby((run for run in runs if run.text), key=attrgetter("strong"))
    pieces = [
        (strong, _SPACES.sub(" ", visible(text_of(tuple(group))))) for strong, group in groups
    ]
    inline = ""
    for place, (strong, text) in enumerate(pieces):
        following = "".join(after for _, after in pieces[place + 1 :])
        inline += _emphasised(text, inline, following) if strong else _escaped(text)
    return inline.strip()


def _emphasised(text: str, before: str, after: str) -> str:
    """A text between asterisks; left plain where a sign beside them would keep them unread."""
    core = text.strip()
    if not core:
        return text
    lead, tail = text[: text.index(core)], text[text.index(core) + len(core) :]
    opens = core[0].isalnum() or lead or before[-1:] in ("", " ")
    closes = core[-1].isalnum() or tail or after[:1] in ("", " ")
    escaped = _escaped(core)
    return f"{lead}**{escaped}**{tail}" if opens and closes else lead + escaped + tail


def _escaped(text: str) -> str:
    """The text with the number of whatever means something inside a line."""
    return _MARKUP.sub(lambda markup: "".join(map(_entity, markup[0])), text)


def _entity(sign: str) -> str:
    """A sign as its number, which every Markdown reads as the sign and nothing more."""
    return f"&#{ord(sign)};"
