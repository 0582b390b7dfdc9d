"""Seeded faults against the quick suite: how many of them does it catch?

Run with `python benchmarks/mutants.py reach` and then `python benchmarks/mutants.py run 30`: the
number is how many seconds of tests a mutant may cost; numbers after it take only these mutants.
The list is `benchmarks/mutants.yaml`, drawn by `mutant_draw.py`; `python benchmarks/mutants.py
find` names those whose line is gone.

`reach` runs the suite once in a copy in which every mutant's line says that it was reached. `run`
seeds one fault at a time and runs the tests that reach it, cheap ones first, until one fails. What
outlives that is a survivor. It needs `/proc`.
"""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from mutant import Mutant, Package, Site, mutants_of

ROOT = Path(__file__).resolve().parents[1]
LIST = Path(__file__).with_name("mutants.yaml")
WORK = ROOT / "build" / "mutants"
ENDED, REACH = WORK / "ended", WORK / "reach"
PLUGIN = "sdgassess.mutant_plugin"
AT_ONCE = 2
Located = tuple[int, Mutant, Site]


class Verdict(NamedTuple):
    """The number of a mutant, the test that catches it (empty for none), how long that took."""

    number: int
    by: str
    took: str


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
    shutil.copy(Path(__file__).with_name("mutant_plugin.py"), folder / "sdgassess")
    return folder


def environment(project: Path, **more: str) -> dict[str, str]:
    """The environment of a run in a copy; laws draw the same examples each time."""
    own = {"CI": "true", "PYTHONPATH": str(project), "PYTHONDONTWRITEBYTECODE": ""}
    return {**os.environ, **own, **more}


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
    sites = {number: site for number, _, site in located()}
    project = copied("reached")
    told(project, sites)
    record = project / "hits"
    record.mkdir()
    command = [sys.executable, "-m", "pytest", "-p", PLUGIN, "-p", "no:cacheprovider"]
    subprocess.run(command, cwd=project, env=environment(project), check=False)
    hits = {line for file in record.glob("*.hit") for line in file.open(encoding="utf-8")}
    REACH.write_text("".join(sorted(hits)), "utf-8")
    ended = sorted(file.read_text("utf-8") for file in record.glob("*.ended"))
    ENDED.write_text("".join(ended), "utf-8")
    reached = {int(line.split("\t")[0]) for line in hits}
    print(f"{len(reached)} of {len(sites)} mutants are reached by a test")


# --- one mutant at a time


@dataclass(frozen=True, slots=True)
class Suite:
    """What was measured of the tests.

    Attributes:
        seconds: what each test costs; only tests that end well without any fault.
        hits: the tests that reach each mutant.
    """

    seconds: dict[str, float]
    hits: dict[int, set[str]]

    @classmethod
    def measured(cls) -> Suite:
        """What `reach` left."""
        seconds: dict[str, float] = {}
        failing: set[str] = set()
        for line in ENDED.read_text("utf-8").splitlines():
            ended, cost, name = line.split("\t", 2)
            test = ast.literal_eval(name)
            seconds[test] = max(seconds.get(test, 0.0), float(cost))
            failing |= {test} if ended != "passed" else set()
        hits: dict[int, set[str]] = {}
        for line in REACH.read_text("utf-8").splitlines():
            number, _, name = line.partition("\t")
            hits.setdefault(int(number), set()).add(ast.literal_eval(name))
        return cls({test: cost for test, cost in seconds.items() if test not in failing}, hits)

    def tests_for(self, number: int, budget: float) -> list[str]:
        """The tests that reach a mutant, within a budget: a few of every file, then cheap ones.

        After them come all tests of the same folders: a value that one test had made may be
        looked at by many. Where no test reaches the line, it ran before any did: all of them may
        look at what it made.
        """
        touching = self.hits.get(number, set()) & set(self.seconds)
        folders = {folder_of(test) for test in touching}
        beside = {test for test in self.seconds if not folders or folder_of(test) in folders}
        few = self.within(self.spread(touching), budget / 5)
        return list(
            dict.fromkeys(
                (
                    *few,
                    *self.within(self.cheap_first(touching), budget),
                    *self.within(self.cheap_first(beside - touching), budget / 2),
                )
            )
        )

    def within(self, tests: Sequence[str], budget: float) -> Iterator[str]:
        """The first tests that a budget is enough for."""
        for test in tests:
            budget -= self.seconds[test]
            if budget < 0:
                return
            yield test

    def cheap_first(self, tests: set[str]) -> list[str]:
        """Tests by what they cost."""
        return sorted(tests, key=lambda test: (self.seconds[test], test))

    def spread(self, tests: set[str]) -> list[str]:
        """Tests in turn from every file, so that the first ones look at many things."""
        by_file: dict[str, list[str]] = {}
        for test in self.cheap_first(tests):
            by_file.setdefault(test.partition("::")[0], []).append(test)
        turns = sorted((turn, file) for file, own in by_file.items() for turn in range(len(own)))
        return [by_file[file][turn] for turn, file in turns]


def folder_of(test: str) -> str:
    """The folder below tests that a test is in."""
    return test.partition("::")[0].rpartition("/")[0]


def faulty(mutant: Mutant, site: Site) -> str:
    """A file's text with the fault in it."""
    lines = site.file.read_text("utf-8").splitlines(keepends=True)
    old = lines[site.number - 1]
    lines[site.number - 1] = old.replace(mutant.line, mutant.becomes, 1)
    assert lines[site.number - 1] != old, mutant
    compile("".join(lines), str(site.file), "exec")
    return "".join(lines)


def verdicts(
    place: int, suite: Suite, pending: Sequence[Located], budget: float
) -> Iterator[Verdict]:
    """What catches some mutants, in a copy of their own."""
    project = copied(str(place))
    jobs = []
    for number, mutant, site in pending:
        tests = suite.tests_for(number, budget)
        jobs.append(
            {
                "number": number,
                "file": str(project / site.file.relative_to(ROOT)),
                "text": faulty(mutant, site),
                "tests": tests,
                "anew": not suite.hits.get(number, set()) & set(suite.seconds),
                "seconds": sum(suite.seconds[test] for test in tests),
            }
        )
    listed = project.parent / "jobs"
    listed.write_text(json.dumps(jobs), "utf-8")
    command = [sys.executable, "-m", "pytest", "-n", "0", "-q", "--tb=no", "-s"]
    command += ["-p", "no:cacheprovider", "-p", PLUGIN]
    running = subprocess.Popen(
        command,
        cwd=project,
        env=environment(project, MUTANT_JOBS=str(listed)),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert running.stdout is not None
    lines: list[str] = []
    for raw in running.stdout:
        lines.append(raw.decode("utf-8", "replace"))
        _, mark, verdict = lines[-1].rpartition("judged [")
        if mark:
            number, by, took = json.loads("[" + verdict)
            yield Verdict(number, by, took)
    if running.wait():
        raise RuntimeError("the tests ended before all was judged:\n" + "".join(lines[-30:]))


def run(chosen: Sequence[int], budget: float) -> int:
    """Judge mutants and print the survivors; how many there are without a reason."""
    suite = Suite.measured()
    pending = [entry for entry in located() if not chosen or entry[0] in chosen]
    by_number = {number: (mutant, site) for number, mutant, site in pending}
    alive: list[int] = []

    def judge(place: int) -> None:
        for verdict in verdicts(place, suite, pending[place::AT_ONCE], budget):
            mutant, site = by_number[verdict.number]
            lines = [f"{verdict.number:3} {verdict.took:>6} {verdict.by or 'SURVIVES'}"]
            if not verdict.by:
                alive.append(verdict.number)
                lines.append(f"      {site.file.relative_to(ROOT)}:{site.number} {mutant.rule}")
                lines += [f"      - {mutant.line}", f"      + {mutant.becomes}"]
            print("\n".join(lines), flush=True)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(judge, range(AT_ONCE)))
    real = [number for number in alive if not by_number[number][0].equivalent]
    print(
        f"{len(pending)} mutants, {len(pending) - len(alive)} caught; survivors: {sorted(alive)}"
    )
    print(f"without a reason in the list: {sorted(real)}")
    return len(real)


def located() -> Iterator[Located]:
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
            print(f"{len(list(located()))} mutants stand in the sources")
        case ["run", seconds, *numbers]:
            sys.exit(bool(run([int(number) for number in numbers], float(seconds))))
        case _:
            sys.exit(__doc__)
