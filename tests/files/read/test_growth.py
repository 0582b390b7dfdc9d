"""No input is slow: what is twice as long takes twice as long, whatever is in it or wrong in it.

Four times the size may take up to nine times the time; where each item is held against each of
the others it takes sixteen times.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from sdgassess.files.load import check_path

PROFILE = (
    "format: sdgassess/profile/1\nmunicipality: {name: X}\ndate: 2026-03-12\n"
    'questionnaire: {id: nordic-sdg-governance, version: "1.0"}\n'
)
QUESTIONNAIRE = (
    'format: sdgassess/questionnaire/1\nid: q\nversion: "1.0"\nlicence: CC0\n'
    "title: {en: x}\nlimits: {en: x}\n"
)
SCALE = "scale: [{value: 0, text: {en: no}}, {value: 1, text: {en: yes}}]\n"
TIMES = 4
MOST = 9.0
AT_LEAST = 0.02
"""Seconds that count as no time: what takes less is all preparation."""


def codes(n: int) -> list[str]:
    """As many language codes of three letters."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    return [a + b + c for a in letters for b in letters for c in letters][:n]


def lines(n: int, line: Callable[[int], str]) -> str:
    return "".join(line(i) for i in range(n))


def languages(words: Iterable[str]) -> str:
    return f"{QUESTIONNAIRE}languages: [{', '.join(words)}]\n"


def languages_and_texts(n: int) -> str:
    parts = lines(n, lambda i: f"  - {{id: P{i}, title: {{en: t, da: t}}}}\n")
    return f"{languages(codes(n))}{SCALE}parts:\n{parts}"


def wrong_references(n: int) -> str:
    named = lines(n, lambda i: f"  - {{id: part-{i}, title: {{en: t}}}}\n")
    gates = lines(n, lambda i: f"  - {{id: g{i}, node: prat-{i}, cap: 1, because: {{en: t}}}}\n")
    return f"{QUESTIONNAIRE}languages: [en]\n{SCALE}parts:\n{named}gates:\n{gates}"


def mixed(n: int) -> str:
    """A list that cannot be sorted, as numbers and words stand in it."""
    items = ", ".join(f"a{i}, {i}, {{id: b{i}}}" for i in range(n))
    return f"{PROFILE}answers:\n  POL1: {{chosen: [{items}]}}\n  POL3: {{options: [{items}]}}\n"


SHAPES: dict[str, tuple[int, Callable[[int], str]]] = {
    "languages-and-texts": (250, languages_and_texts),
    "languages-twice": (
        1500,
        lambda n: f"{QUESTIONNAIRE}languages: [{', '.join(codes(n) * 2)}]\n",
    ),
    "languages-mixed": (
        1500,
        lambda n: (
            f"{QUESTIONNAIRE}languages: [{', '.join(f'a{i}, {i}, [b]' for i in range(n))}]\n"
        ),
    ),
    "wrong-references": (300, wrong_references),
    "unknown-keys": (800, lambda n: PROFILE + lines(n, lambda i: f"kommune{i}: 1\n")),
    "unknown-questions": (
        700,
        lambda n: PROFILE + "answers:\n" + lines(n, lambda i: f"  POL{i}: {{level: 1, by: x}}\n"),
    ),
    "mixed-list": (700, mixed),
    "voices": (
        900,
        lambda n: (
            PROFILE
            + "consent: {by-role: true}\nparticipants:\n"
            + lines(n, lambda i: f"  - {{id: k{i}, role: coordinator}}\n")
            + "answers:\n  POL1:\n    level: 2\n    voices:\n"
            + lines(n, lambda i: f"      - {{role: coordinator, level: 2, by: k{i}}}\n")
        ),
    ),
    "evidence": (
        900,
        lambda n: (
            PROFILE
            + "answers:\n  POL1:\n    level: 2\n    evidence:\n"
            + lines(
                n, lambda i: f"      - {{title: Plan {i}, kind: document, date: 2026-01-01}}\n"
            )
        ),
    ),
    "long-texts": (
        10,
        lambda n: (
            PROFILE
            + "answers:\n"
            + lines(n, lambda i: f'  X{i}: {{level: 1, comment: "{"a – b: c # d " * 3000}"}}\n')
        ),
    ),
    "remarks": (20_000, lambda n: PROFILE + lines(n, lambda i: f"# remark {i}\n")),
    "empty-lines": (100_000, lambda n: PROFILE + "\n" * n + "x: 1\n"),
    "cut-off": (
        700,
        lambda n: PROFILE + "answers:\n" + lines(n, lambda i: f"  X{i}: some text #{i}\n"),
    ),
    "equal-keys": (2000, lambda n: PROFILE + "answers:\n" + "  X: {level: 1}\n" * n),
    "one-line": (
        700,
        lambda n: f"{PROFILE}answers: {{{', '.join(f'X{i}: 1' for i in range(n))}}}\n",
    ),
    "marks-of-git": (20_000, lambda n: PROFILE + "<<<<<<< a\n" * n),
    "never-closed": (20_000, lambda n: f"{PROFILE}answers: {{{'a ] [ ' * n}"),
    "quote-never-closed": (
        20_000,
        lambda n: f'{PROFILE}answers: "{"line" + chr(10)}' * 1 + "x\n" * n,
    ),
}


def seconds(path: Path) -> float:
    """What checking a file takes of the processor."""
    begun = time.process_time()
    check_path(path)
    return time.process_time() - begun


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_with_the_size(shape: str, tmp_path: Path) -> None:
    size, text = SHAPES[shape]
    small, large = tmp_path / "small.yaml", tmp_path / "large.yaml"
    small.write_text(text(size), "utf-8")
    large.write_text(text(size * TIMES), "utf-8")
    seconds(small)  # what is loaded once is not counted
    least = max(AT_LEAST, min(seconds(small) for _ in range(3)))
    most = min(seconds(large) for _ in range(2))
    assert most / least < MOST, f"{least:.3f} s, and {most:.3f} s for {TIMES} times as much"
