"""Nothing in the package but the writer, its parts and what only adds opens a file for writing."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

import pytest

from tests.given.sources import PACKAGE, sources

MAY_WRITE = {
    "files/write/writer.py": "makes the folder of a set of files",
    "files/write/temporary.py": "writes the content beside its target and moves it there",
    "files/write/lock.py": "signs the lock",
    "files/write/rights.py": "gives a file to a group before anything is in it",
    "cli/terminal/external_editor.py": "a comment lies in a file while its editor is open",
    "files/write/log.py": "adds minutes below what stands there",
    "files/write/undo.py": "takes the step back away once it is taken",
}
LOOKS_LIKE_IT = {
    "files/read/reader.py": "opens for reading, with flags that it was handed",
    "cli/boundary.py": "lets a closed output end in the null device",
    "cli/verbs/assess.py": "opens the minutes, which files/write/log.py adds to",
    "media/office.py": "packs the parts of a container in memory",
    "media/tables.py": "packs tables in memory",
    "cli/terminal/streams.py": "lets an output that was never open end there too",
}
CHANGES_FILES = {
    *("write_text", "write_bytes", "touch", "mkdir", "makedirs", "unlink", "rmdir", "rename"),
    *("remove", "removedirs", "renames", "truncate", "symlink_to", "hardlink_to", "link"),
    *(
        "symlink",
        "chmod",
        "fchmod",
        "chown",
        "fchown",
        "rmtree",
        "copyfile",
        "copytree",
        "mkstemp",
    ),
    *("NamedTemporaryFile", "TemporaryFile", "mkdtemp", "copy2", "move"),
}
NEEDS_A_MODULE = {"remove", "rename", "link", "copy2", "move"}
FILE_MODULES = {"os", "shutil", "tempfile", "path", "Path"}


def writes(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """What a source does that changes files: calls, with their lines."""
    for node in nodes:
        if isinstance(node, ast.Call) and (name := _writing(node)):
            yield f"{node.lineno}: {name}"
        if isinstance(node, ast.ImportFrom) and node.module in FILE_MODULES:
            yield from (one.name for one in node.names if one.name in CHANGES_FILES)


def _writing(call: ast.Call) -> str | None:
    function = call.func
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    if name == "open":
        return name if _mode(call, method=isinstance(function, ast.Attribute)) else None
    if name not in CHANGES_FILES:
        return None
    if name in NEEDS_A_MODULE:
        of = function.value if isinstance(function, ast.Attribute) else None
        module = of.id if isinstance(of, ast.Name) else getattr(of, "attr", "")
        return name if module in FILE_MODULES else None
    return name


def _mode(call: ast.Call, *, method: bool) -> bool:
    """Whether an `open` is one that writes; a mode that is not written out counts as writing."""
    function = call.func
    if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name):
        if function.value.id == "os":
            flags = {node.attr for node in ast.walk(call) if isinstance(node, ast.Attribute)}
            return not flags & {"O_RDONLY"} or bool(flags & {"O_CREAT", "O_RDWR", "O_WRONLY"})
        if function.value.id in {"webbrowser", "self"}:
            return False
    at = 0 if method else 1
    given = [word.value for word in call.keywords if word.arg == "mode"] + call.args[at : at + 1]
    return any(
        not isinstance(mode, ast.Constant) or set(str(mode.value)) & set("wax+") for mode in given
    )


def test_only_the_writer_writes() -> None:
    calls = {
        path.relative_to(PACKAGE).as_posix(): list(writes(nodes))
        for path, nodes in sources().items()
    }
    alike = {name: calls.pop(name) for name in LOOKS_LIKE_IT}
    assert {line.partition(": ")[2] for lines in alike.values() for line in lines} <= {"open"}
    writing = {name: lines for name, lines in calls.items() if lines}
    assert {name: writing[name] for name in writing.keys() - MAY_WRITE.keys()} == {}
    assert writing.keys() == MAY_WRITE.keys()


@pytest.mark.parametrize(
    "source",
    [
        "open('x', 'w')",
        "open('x', mode='a')",
        "Path('x').open('r+b')",
        "path.open(mode)",
        "os.open('x', os.O_WRONLY)",
        "Path('x').write_text('')",
        "os.remove('x')",
        "shutil.move('a', 'b')",
        "tempfile.mkstemp()",
        "from shutil import move",
    ],
)
def test_the_test_sees_it(source: str) -> None:
    assert list(writes(ast.walk(ast.parse(source))))


@pytest.mark.parametrize(
    "source",
    ["open('x')", "open('x', 'rb')", "path.open('rb')", "a.remove(1)", "x.replace('a', '')"],
)
def test_the_test_cries_no_wolf(source: str) -> None:
    assert not list(writes(ast.walk(ast.parse(source))))
