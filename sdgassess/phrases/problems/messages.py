"""Problems in words: one line that says where and what, a hint, the line with a caret, JSON.

The words of each code stand in the tables of `sdgassess.phrases.problems`. Facts may hold text
from files; it is made visible and folded to one line before anybody sees it.
"""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter

from sdgassess.language import N_, NEUTRAL_TERMS, Words
from sdgassess.phrases.problems.command import COMMAND
from sdgassess.phrases.problems.printing import PRINTING
from sdgassess.phrases.problems.profile import PROFILE
from sdgassess.phrases.problems.questionnaire import QUESTIONNAIRE
from sdgassess.phrases.problems.reading import EXPECTED, KINDS, READING
from sdgassess.phrases.problems.reference import REFERENCE
from sdgassess.phrases.problems.returning import RETURNING
from sdgassess.phrases.problems.saying import Saying
from sdgassess.phrases.problems.writing import WRITING
from sdgassess.problem import Fact, Problem, Severity
from sdgassess.text import clipped, escape, hidden_places, one_line, signs, visible, width

SAYINGS: Mapping[str, Saying] = {
    **READING,
    **PROFILE,
    **QUESTIONNAIRE,
    **REFERENCE,
    **WRITING,
    **COMMAND,
    **PRINTING,
    **RETURNING,
}
"""Every code (and variant, such as `P010/tab`) with its words."""

_UNNAMED = Saying(N_("something is wrong"))
_NAMED_BY = {"expected": EXPECTED, "kind": KINDS}
_MOST_LISTED = 12
_LONGEST_FACT = 200
_LEAST_COLUMNS = 16


def say(problem: Problem, words: Words) -> str:
    """`file:line:column: message [CODE]`, in one line."""
    place = "".join(f"{part}:" for part in _place(problem))
    warning = words("warning:") if problem.severity is Severity.WARNING else ""
    code = f"[{problem.code}]"
    return " ".join(part for part in (place, warning, message(problem, words), code) if part)


def message(problem: Problem, words: Words) -> str:
    """What is wrong, without the place."""
    return words(_saying(problem).message, **_facts(problem, words))


def hint(problem: Problem, words: Words) -> str | None:
    """What to do about it; None where nothing useful can be said."""
    facts = _facts(problem, words)
    mentioned = {name for name, value in problem.facts.items() if value not in ("", ())}
    for advice in _saying(problem).hints:
        if _placeholders(advice) <= mentioned | {"first_allowed"}:
            return words(advice, **facts)
    return None


def excerpt(problem: Problem, columns: int) -> str | None:
    """The line with a caret under the place; None where there is none to show.

    Args:
        problem: its place holds the line.
        columns: how wide the two lines may be; a long line is cut on both sides of the caret.
    """
    line, column = problem.where.excerpt, problem.where.column
    if line is None or column is None or not line.strip():
        return None
    line = line.rstrip()
    cells = _cells(line)
    at = min(column - 1, len(cells))
    first, last = _window(cells, at, max(columns, _LEAST_COLUMNS) - 2)
    before, after = "…" if first else "", "…" if last < len(cells) else ""
    window = before + "".join(cells[first:last]) + after
    blank = sum(width(cell) for cell in cells[first:at]) + len(before)
    return f"{window}\n{' ' * blank}^"


def tell(problem: Problem, words: Words, columns: int = 80, *, caret: bool = True) -> str:
    """The whole of it: where and what, the line with a caret, the hint.

    Args:
        problem: what is wrong.
        words: the language to say it in.
        columns: how wide the excerpt may be.
        caret: whether to show the line at all.
    """
    lines = [say(problem, words)]
    if caret and (excerpted := excerpt(problem, columns - 4)):
        lines += [f"    {line}" for line in excerpted.split("\n")]
    if advice := hint(problem, words):
        lines.append(f"    {advice}")
    return "\n".join(lines)


def as_json(problem: Problem, words: Words) -> dict[str, str | int | None]:
    """A problem for programs; the words are the same that people get."""
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "file": problem.where.file or None,
        "line": problem.where.line,
        "column": problem.where.column,
        "message": message(problem, words),
        "hint": hint(problem, words),
    }


def _cells(line: str) -> list[str]:
    """What is shown of each character of a line; a picture of several stands at its first one."""
    hidden = set(hidden_places(line))
    cells: list[str] = []
    for sign in signs(line):
        shown = _cell(sign, hidden=len(cells) in hidden)
        cells += [shown, *("" for _ in sign[1:])]
    return cells


def _cell(character: str, *, hidden: bool) -> str:
    """A character of a file as it is shown; a space that is not the keyboard's can be seen."""
    if hidden:
        return escape(character)
    shown = character.replace("\t", "    ")
    return "␣" if shown.isspace() and character not in " \t" else shown


def _place(problem: Problem) -> list[str]:
    """File, line and column, as far as they are known."""
    where = problem.where
    parts = [one_line(where.file), where.line, where.column]
    return [str(part) for part in parts if part]


def _saying(problem: Problem) -> Saying:
    """The words of a code, or of its variant."""
    variant = f"{problem.code}/{problem.facts.get('why', '')}"
    return SAYINGS.get(variant) or SAYINGS.get(problem.code) or _UNNAMED


def _facts(problem: Problem, words: Words) -> dict[str, str]:
    """The facts as harmless text; one that is mentioned and lacking is blank."""
    saying = _saying(problem)
    templates = (saying.message, *saying.hints)
    facts = {name: "" for template in templates for name in _placeholders(template)}
    for name, value in problem.facts.items():
        facts[name] = _said(name, value, words)
    if isinstance(allowed := problem.facts.get("allowed"), tuple) and allowed:
        facts["first_allowed"] = one_line(allowed[0])
    return facts


def _said(name: str, value: Fact, words: Words) -> str:
    """One fact in words; a command letter by letter, since half of it, or another, would run."""
    if name == "command":
        return visible(" ".join(value) if isinstance(value, tuple) else str(value))
    if isinstance(value, tuple):
        more = [words("and more")] if len(value) > _MOST_LISTED else []
        return ", ".join([_short(item) for item in value[:_MOST_LISTED]] + more)
    named = _NAMED_BY.get(name, {})
    if isinstance(value, str) and value in named:
        return words(named[value])
    return _short(str(value)) if value != "" else words("(nothing)")


def _short(text: str) -> str:
    """Text from a file on one line, and not endless."""
    return clipped(one_line(text[: 2 * _LONGEST_FACT]), _LONGEST_FACT)


def _placeholders(template: str) -> set[str]:
    """The facts that a message mentions; what things are called is no fact."""
    named = {name for _, name, _, _ in Formatter().parse(template) if name}
    return {name for name in named if name.lower() not in NEUTRAL_TERMS}


def _window(cells: list[str], at: int, room: int) -> tuple[int, int]:
    """Which characters to show so that the place is among them and all fits in the room."""
    widths = [width(cell) for cell in cells]
    if sum(widths) <= room:
        return 0, len(cells)
    first = last = at
    used = 0
    while True:
        forward = last < len(cells) and used + widths[last] <= room
        backward = first > 0 and used + widths[first - 1] <= room
        ahead = last - at > at - first
        if backward and (ahead or not forward):
            first -= 1
            used += widths[first]
        elif forward:
            used += widths[last]
            last += 1
        else:
            return first, last
