"""One seeded fault, described so that it outlives the move of a file.

A mutant names a function without its module, a source line of it, and what that line becomes.
Where the line stands is looked up each time, so files may be moved and split; a function that was
renamed is still found where its line stands once in the package.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Mutant:
    """A fault to be caught.

    Attributes:
        group: the part of the package that it was drawn from.
        rule: what kind of fault it is.
        function: the function's qualified name without its module; empty for a module's own line.
        line: the line as it is, without its indentation.
        becomes: the line with the fault.
        nth: which of several equal lines of the function, from 0.
        equivalent: why nobody can tell the fault; empty where somebody can.
    """

    group: str
    rule: str
    function: str
    line: str
    becomes: str
    nth: int = 0
    equivalent: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """Where a mutant's line stands: the file and the number of the line, from 1."""

    file: Path
    number: int


@dataclass(frozen=True, slots=True)
class Span:
    """A function's qualified name and its lines, both ends included."""

    name: str
    first: int
    last: int


def mutants_of(listed: Path) -> list[Mutant]:
    """The mutants of a list, in its order."""
    entries: list[dict[str, Any]] = yaml.safe_load(listed.read_text("utf-8"))
    return [Mutant(**entry) for entry in entries]


def written(mutants: list[Mutant]) -> str:
    """A list of mutants as YAML."""
    entries = []
    for mutant in mutants:
        fields = {name: getattr(mutant, name) for name in Mutant.__slots__}
        entries.append({name: value for name, value in fields.items() if value not in {0, ""}})
    return yaml.safe_dump(entries, allow_unicode=True, sort_keys=False, width=1000)


def spans(tree: ast.AST, outer: str = "") -> Iterator[Span]:
    """Every function of a module, inner ones after the outer."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            name = f"{outer}.{node.name}" if outer else node.name
            if isinstance(node, ast.FunctionDef):
                yield Span(name, node.lineno, node.end_lineno or node.lineno)
            yield from spans(node, name)
        else:
            yield from spans(node, outer)


def owner(functions: list[Span], number: int) -> str:
    """The innermost function that a line belongs to; empty where it is a module's own."""
    around = [span for span in functions if span.first <= number <= span.last]
    return min(around, key=lambda span: span.last - span.first).name if around else ""


@dataclass(frozen=True, slots=True)
class Package:
    """The sources of the package, read once."""

    lines: dict[Path, list[str]]
    functions: dict[Path, list[Span]]

    @classmethod
    def read(cls, folder: Path) -> Package:
        """Every module below a folder."""
        texts = {file: file.read_text("utf-8") for file in sorted(folder.rglob("*.py"))}
        return cls(
            {file: text.splitlines() for file, text in texts.items()},
            {file: list(spans(ast.parse(text))) for file, text in texts.items()},
        )

    def sites(self, function: str | None, line: str) -> list[Site]:
        """Every place of a line in functions of a name, or in any function with None."""
        return [
            Site(file, number)
            for file, lines in self.lines.items()
            for number, text in enumerate(lines, 1)
            if text.strip() == line and function in {None, owner(self.functions[file], number)}
        ]

    def site(self, mutant: Mutant) -> Site | None:
        """Where a mutant's line stands; None where it is gone or stands in several places."""
        there = self.sites(mutant.function, mutant.line)
        if len({site.file for site in there}) == 1 and len(there) > mutant.nth:
            return there[mutant.nth]
        anywhere = self.sites(None, mutant.line)
        return anywhere[0] if len(anywhere) == 1 else None
