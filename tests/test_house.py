"""The house itself: how wide its folders are, which way imports run, what its names say.

`python -m tests.test_house` prints the figures, folder by folder.
"""

from __future__ import annotations

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.given.places import ROOT
from tests.given.sources import PACKAGE, sources

WIDEST = 20
"""Files in a folder: more than this is a list that nobody reads."""

FILLERS = frozenset(
    (
        *("one", "other", "others", "told", "said", "says", "found", "here", "there", "now"),
        *("then", "kept", "held", "apart", "whole", "asked", "meant", "made", "taken", "given"),
        *("shown", "seen", "done", "gone", "left", "known", "heard", "called", "thing", "it"),
        *("this", "that", "what", "which", "back", "again", "also", "still", "yet", "put", "got"),
        *("had", "was", "brought", "met"),
    )
)
"""Words that say nothing of what a variable holds; a past participle alone is no name."""

MOST_FILLERS = 0.01


def modules() -> dict[str, Path]:
    """Every module of the package by its dotted name."""
    return {_dotted(path): path for path in sources()}


def _dotted(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def variables(path: Path) -> Iterator[str]:
    """The names of parameters and of what is assigned, each time that one is introduced."""
    for node in sources()[path]:
        if isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.MatchAs | ast.MatchStar) and node.name:
            yield node.name


def is_filler(name: str) -> bool:
    """Whether a name is nothing but a filler word."""
    return name.strip("_").lower() in FILLERS


@cache
def imports() -> dict[str, set[str]]:
    """Which modules each module imports, also inside its functions."""
    known = modules()
    arrows: dict[str, set[str]] = defaultdict(set)
    for name, path in known.items():
        for node in sources()[path]:
            for target in _imported(node):
                if target in known and target != name:
                    arrows[name].add(target)
    return arrows


def _imported(node: ast.AST) -> Iterator[str]:
    """The dotted names that an import statement may mean."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
        yield node.module
        yield from (f"{node.module}.{alias.name}" for alias in node.names)


def circles(arrows: dict[str, set[str]]) -> list[list[str]]:
    """The groups that import each other in a circle (Tarjan's strongly connected components)."""
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    groups: list[list[str]] = []

    def visit(node: str) -> None:
        order[node] = low[node] = len(order)
        stack.append(node)
        for target in sorted(arrows.get(node, ())):
            if target not in order:
                visit(target)
                low[node] = min(low[node], low[target])
            elif target in stack:
                low[node] = min(low[node], order[target])
        if low[node] == order[node]:
            at = stack.index(node)
            if len(stack) - at > 1:
                groups.append(sorted(stack[at:]))
            del stack[at:]

    for node in sorted(arrows):
        if node not in order:
            visit(node)
    return groups


def folders(arrows: dict[str, set[str]]) -> dict[str, set[str]]:
    """Imports between folders: what a package's own modules import of other packages' modules."""
    paths = modules()
    home = {
        name: name if path.name == "__init__.py" else name.rpartition(".")[0]
        for name, path in paths.items()
    }
    between: dict[str, set[str]] = defaultdict(set)
    for name, targets in arrows.items():
        if home[name] != "sdgassess":
            rooms = {home[target] for target in targets} - {home[name], "sdgassess"}
            between[home[name]] |= rooms
    return between


def test_no_folder_is_too_wide_to_read() -> None:
    files = Counter(path.parent for path in PACKAGE.rglob("*.py") if path.name != "__init__.py")
    assert {str(folder): n for folder, n in files.items() if n > WIDEST} == {}


@pytest.mark.parametrize("level", ["files", "folders"])
def test_nothing_imports_in_a_circle(level: str) -> None:
    arrows = imports()
    assert circles(arrows if level == "files" else folders(arrows)) == []


def test_names_say_what_they_hold() -> None:
    names = [name for path in modules().values() for name in variables(path)]
    fillers = Counter(name for name in names if is_filler(name))
    assert fillers.total() < MOST_FILLERS * len(names), fillers.most_common(20)


def test_no_name_is_a_filler_for_the_first_time() -> None:
    """The counter can tell a filler from a name."""
    assert is_filler("told")
    assert is_filler("_found")
    assert not is_filler("edition")
    assert not is_filler("told_by")


def _figures() -> None:
    paths = modules().values()
    nodes = [node for parts in sources().values() for node in parts]
    functions = sum(isinstance(node, ast.FunctionDef) for node in nodes)
    lines = sum(len(path.read_text("utf-8").splitlines()) for path in paths)
    widest = Counter(path.parent for path in paths if path.name != "__init__.py").most_common(1)
    print(f"{len(paths)} modules, {lines} lines, {functions} functions, widest folder {widest[0]}")
    rooms: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        rooms[path.parent.relative_to(ROOT).as_posix()].extend(variables(path))
    total = sum(map(len, rooms.values()))
    fillers = sum(is_filler(name) for names in rooms.values() for name in names)
    print(f"{fillers} of {total} names are fillers ({fillers / total:.1%})")
    for room, names in sorted(rooms.items()):
        worst = Counter(name for name in names if is_filler(name))
        print(f"{room}: {worst.total()} of {len(names)}", dict(worst.most_common(8)))
    arrows = imports()
    print("circles between files:", circles(arrows))
    print("circles between folders:", circles(folders(arrows)))


if __name__ == "__main__":
    _figures()
