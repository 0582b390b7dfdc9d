"""Seeded faults against the quick suite: how many of them does it catch?

Run with `python benchmarks/mutants.py reach` and then `python benchmarks/mutants.py run`; a
number or more after `run` takes only these mutants. The list is `benchmarks/mutants.yaml`, drawn
by `mutant_draw.py`; `python benchmarks/mutants.py find` names those whose line is gone.

`reach` runs the suite once in a copy in which every mutant's line says that it was reached. `run`
seeds one fault at a time in a copy and runs the tests that reach it, quick ones first, until one
fails: first those of a few seconds, then the others, then all tests of the same folders, because a
value made once may be looked at by many. What outlives that is a survivor. It needs `/proc`.
"""

from __future__ import annotations

import ast
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from mutant import Mutant, Package, Site, mutants_of

ROOT = Path(__file__).resolve().parents[1]
LIST = Path(__file__).with_name("mutants.yaml")
WORK = ROOT / "build" / "mutants"
ENDED, REACH = WORK / "ended", WORK / "reach"
PLUGIN = "sdgassess.mutant_hits"
FIRST_SECONDS = 8.0
PATIENCE = 60.0
FOLDERS_SECONDS = 600.0
AT_ONCE = 2


def copied(name: str) -> Path:
    """A copy of the project's own files, with what lies beside it."""
    folder = WORK / name / "project"
    if folder.exists():
        shutil.rmtree(folder)
    listing = ["git", "-C", str(ROOT), "ls-files", "-z", "-co", "--exclude-standard"]
    names = subprocess.run(listing, check=True, capture_output=True).stdout.decode()
    for each in filter(None, names.split("\0")):
        if (ROOT / each).exists():
            (folder / each).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / each, folder / each)
    beside = folder.parent / "shared"
    if (ROOT.parent / "shared").exists() and not beside.exists():
        beside.symlink_to((ROOT.parent / "shared").resolve())
    shutil.copy(Path(__file__).with_name("mutant_hits.py"), folder / "sdgassess")
    return folder


def environment(project: Path, **more: str) -> dict[str, str]:
    """The environment of a run in a copy; laws draw the same examples each time."""
    return {**os.environ, "CI": "true", "PYTHONPATH": str(project), **more}


# --- which tests reach a mutant


def told(project: Path, sites: dict[int, Site]) -> None:
    """Let every line that has a mutant say so before it runs."""
    by_file: dict[Path, list[tuple[int, int]]] = {}
    for number, site in sites.items():
        by_file.setdefault(site.file, []).append((number, site.number))
    for file, lines in by_file.items():
        tree = ast.parse(file.read_text("utf-8"))
        for number, line in lines:
            say_before(tree, line, number)
        copy = project / file.relative_to(ROOT)
        copy.write_text(ast.unparse(ast.fix_missing_locations(tree)), "utf-8")


def say_before(tree: ast.Module, line: int, number: int) -> None:
    """Put a call before the innermost statement that a line belongs to."""
    inner: tuple[int, list[ast.stmt], ast.stmt] | None = None
    for node in ast.walk(tree):
        for name in ("body", "orelse", "finalbody"):
            block = getattr(node, name, None)
            for statement in block if isinstance(block, list) else ():
                last = statement.end_lineno or statement.lineno
                if statement.lineno <= line <= last:
                    size = last - statement.lineno
                    if inner is None or size <= inner[0]:
                        inner = size, block, statement
    assert inner is not None, (line, number)
    _, block, statement = inner
    call = f"__import__({PLUGIN!r}, fromlist=['hit']).hit({number})"
    block[block.index(statement) : block.index(statement)] = ast.parse(call).body


def reach() -> None:
    """Run the suite once and keep what every test reached, how it ended and how long it took."""
    sites = {number: site for number, _, site in found()}
    project = copied("reached")
    told(project, sites)
    record = project / "hits"
    record.mkdir()
    command = [sys.executable, "-m", "pytest", "-p", PLUGIN, "-p", "no:cacheprovider"]
    subprocess.run(command, cwd=project, env=environment(project), check=False)
    hits = {line for file in record.glob("*.hit") for line in file.read_text().splitlines()}
    REACH.write_text("\n".join(sorted(hits)))
    shutil.copy(record / "ended", ENDED)
    reached = {int(line.split("\t")[0]) for line in hits}
    print(f"{len(reached)} of {len(sites)} mutants are reached by a test")


# --- one mutant at a time


@dataclass(frozen=True, slots=True)
class Suite:
    """What was measured of the tests.

    Attributes:
        seconds: how long each test takes; only tests that end well without any fault.
        hits: the tests that reach each mutant.
    """

    seconds: dict[str, float]
    hits: dict[int, set[str]]

    @classmethod
    def measured(cls) -> Suite:
        """What `reach` left."""
        seconds: dict[str, float] = {}
        failing: set[str] = set()
        for line in ENDED.read_text().splitlines():
            outcome, took, name = line.split("\t", 2)
            test = ast.literal_eval(name)
            seconds[test] = seconds.get(test, 0.0) + float(took)
            failing |= {test} if outcome != "passed" else set()
        hits: dict[int, set[str]] = {}
        for line in REACH.read_text().splitlines():
            number, _, name = line.partition("\t")
            hits.setdefault(int(number), set()).add(ast.literal_eval(name))
        return cls({test: took for test, took in seconds.items() if test not in failing}, hits)

    def rounds(self, number: int) -> Iterator[tuple[list[str], float]]:
        """The tests to run for a mutant, round by round, and how long a round may last."""
        touching = sorted(self.hits.get(number, set()) & set(self.seconds), key=self.seconds.get)
        first: list[str] = []
        budget = FIRST_SECONDS
        for test in spread(touching):
            if budget >= self.seconds[test]:
                budget -= self.seconds[test]
                first.append(test)
        yield first, PATIENCE
        rest = [test for test in touching if test not in set(first)]
        yield rest, PATIENCE + 5 * sum(self.seconds[test] for test in rest)
        folders = {folder_of(test) for test in touching}
        beside = [test for test in self.seconds if folder_of(test) in folders]
        yield sorted(set(beside) - set(touching)), FOLDERS_SECONDS


def folder_of(test: str) -> str:
    """The folder below tests that a test is in."""
    return test.split("::")[0].rpartition("/")[0]


def spread(tests: Sequence[str]) -> list[str]:
    """Tests in turn from every file, so that the first ones look at many things."""
    by_file: dict[str, list[str]] = {}
    for test in tests:
        by_file.setdefault(test.split("::")[0], []).append(test)
    turns = sorted((turn, file) for file, own in by_file.items() for turn in range(len(own)))
    return [by_file[file][turn] for turn, file in turns]


def seeded(project: Path, mutant: Mutant, site: Site, age: int) -> Path:
    """Write the fault into a copy; the file, with a time that no compiled file knows."""
    lines = site.file.read_text("utf-8").splitlines(keepends=True)
    old = lines[site.number - 1]
    lines[site.number - 1] = old.replace(mutant.line, mutant.becomes, 1)
    assert lines[site.number - 1] != old, mutant
    file = project / site.file.relative_to(ROOT)
    file.write_text("".join(lines), "utf-8")
    compile(file.read_text("utf-8"), str(file), "exec")
    os.utime(file, (age, age))
    return file


def failing(project: Path, tests: Sequence[str], patience: float) -> str | None:
    """The first test that fails, or that there is no end; None where all end well."""
    chosen = project.parent / "chosen"
    chosen.write_text(repr(list(tests)), "utf-8")
    files = sorted({test.split("::")[0] for test in tests})
    command = [sys.executable, "-m", "pytest", "-n", "0", "-x", "--tb=no", "-rfE"]
    command += ["-p", "no:cacheprovider", "-p", PLUGIN, *files]
    running = subprocess.Popen(
        command,
        cwd=project,
        env=environment(project, MUTANT_TESTS=str(chosen)),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        out = running.communicate(timeout=patience)[0].decode("utf-8", "replace")
    except subprocess.TimeoutExpired:
        os.killpg(running.pid, signal.SIGKILL)
        running.communicate()
        return "no end"
    if running.returncode == 0:
        return None
    named = [line for line in out.splitlines() if line.startswith(("FAILED", "ERROR"))]
    return named[0] if named else out.strip().splitlines()[-1]


def judged(suite: Suite, project: Path, number: int, mutant: Mutant, site: Site) -> str | None:
    """What catches a mutant, or None for a survivor."""
    file = seeded(project, mutant, site, age=1_000_000_000 + number)
    try:
        for tests, patience in suite.rounds(number):
            by = failing(project, tests, patience) if tests else None
            if by is not None and not (by == "no end" and patience == FOLDERS_SECONDS):
                return by
        return None
    finally:
        shutil.copy2(site.file, file)


def run(chosen: Sequence[int]) -> int:
    """Judge mutants and print the survivors; how many there are."""
    suite = Suite.measured()
    projects: SimpleQueue[Path] = SimpleQueue()
    for place in range(AT_ONCE):
        projects.put(copied(str(place)))

    def judge(number: int, mutant: Mutant, site: Site) -> bool:
        project, start = projects.get(), time.monotonic()
        by = judged(suite, project, number, mutant, site)
        projects.put(project)
        took = time.monotonic() - start
        print(f"{number:3} {took:5.0f}s {'SURVIVES' if by is None else by}", flush=True)
        if by is None:
            print(f"      {site.file.relative_to(ROOT)}:{site.number} {mutant.rule}")
            print(f"      - {mutant.line}\n      + {mutant.becomes}", flush=True)
        return by is None

    todo = [each for each in found() if not chosen or each[0] in chosen]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        survive = list(pool.map(lambda each: judge(*each), todo))
    told_apart = [bool(mutant.equivalent) for _, mutant, _ in todo]
    real = sum(alive for alive, same in zip(survive, told_apart, strict=True) if not same)
    print(f"{len(todo)} mutants, {len(todo) - sum(survive)} caught, {sum(survive)} survive, ", end="")
    print(f"{real} of them without a reason in the list")
    return real


def found() -> Iterator[tuple[int, Mutant, Site]]:
    """Every mutant whose line still stands, with its number in the list."""
    package = Package.read(ROOT / "sdgassess")
    for number, mutant in enumerate(mutants_of(LIST)):
        site = package.site(mutant)
        if site is None:
            print(f"{number:3} its line is gone: {mutant.function}: {mutant.line}", flush=True)
        else:
            yield number, mutant, site


if __name__ == "__main__":
    WORK.mkdir(parents=True, exist_ok=True)
    match sys.argv[1:]:
        case ["reach"]:
            reach()
        case ["find"]:
            print(f"{len(list(found()))} mutants stand in the sources")
        case ["run", *numbers]:
            sys.exit(bool(run([int(number) for number in numbers])))
        case _:
            sys.exit(__doc__)
