"""The short screens: how long they are on the shipped example, what they say of any profile."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.given.command_line import Ran, run
from tests.given.places import EXAMPLE, MUNICIPALITIES, ROOT
from tests.given.slow import quickly_in

SHIPPED = EXAMPLE.relative_to(ROOT)
"""The shipped example as people name it in the checkout."""

LANGUAGES = ("da", "sv", "en")
EMPTY = """format: sdgassess/profile/1
municipality: {name: Tomby, country: DK}
date: 2026-03-12
questionnaire: {id: nordic-sdg-governance, version: "1.0"}
answers: {}
"""
HARDLY = EMPTY.replace(
    "answers: {}", "answers:\n  POL1: {level: 2}\n  BUD5: {state: unknown, who-knows: Treasurer}"
)


def shown(*words: str | Path, language: str = "en", columns: int = 80, folder: Path = ROOT) -> Ran:
    """What is printed in a window of a width, off a terminal."""
    ran = run([*words, "--lang", language], env={"COLUMNS": str(columns)}, folder=folder)
    assert ran.code == 0, ran.err
    return ran


def factors() -> tuple[str, ...]:
    """The factors of the questionnaire that ships."""
    scored = json.loads(run(["score", SHIPPED, "--json"]).out)
    return tuple(factor["id"] for factor in scored["factors"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("words", "most"),
    [(("score", SHIPPED), 30), (("gaps", SHIPPED), 36), (("compare", SHIPPED.parent), 36)],
)
def test_a_result_fits_a_screen(words: tuple[str | Path, ...], most: int, language: str) -> None:
    short, whole = (
        shown(*words, *more, language=language).out.splitlines() for more in ((), ("--all",))
    )
    assert 15 < len(short) <= most < len(whole)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_factor_is_explained_on_a_screen(language: str) -> None:
    for factor in factors():
        lines = shown("explain", SHIPPED, factor, language=language).out.splitlines()
        assert 15 < len(lines) <= 40, factor
        assert any(line.startswith(f"{factor}  ") for line in lines)


@pytest.mark.parametrize("language", quickly_in("da"))
def test_the_tour_is_short_and_keeps_everything(language: str, tmp_path: Path) -> None:
    lines = shown("demo", "kept", language=language, folder=tmp_path).out.splitlines()
    assert 90 < len(lines) <= 120
    assert "sdgassess " in "".join(lines[-3:]), "it ends with what comes next"
    kept = (tmp_path / "kept" / "compare.txt").read_text("utf-8").splitlines()
    assert len(kept) > 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_last_line_says_what_comes_next(language: str) -> None:
    for words in (("score", SHIPPED), ("gaps", SHIPPED), ("explain", SHIPPED, "LED")):
        end = "".join(shown(*words, language=language).out.splitlines()[-3:])
        assert "sdgassess " in end
        assert "--all" in end


def test_levels_are_seen_at_a_glance_and_said_where_they_are_read_aloud() -> None:
    wide = shown("score", SHIPPED).out
    assert "LED    ■□□□  1" in wide
    aloud = run(["score", SHIPPED, "--plain", "--lang", "en"], env={"COLUMNS": "80"}).out
    assert "LED Management commitment and mandate: 1 of 4; lowest" in aloud
    assert not {*"■□^→"} & {*aloud}


def test_where_nothing_is_answered_nothing_is_found(tmp_path: Path) -> None:
    (tmp_path / "p.yaml").write_text(EMPTY, "utf-8")
    for verb in ("score", "gaps"):
        out = shown(verb, "p.yaml", folder=tmp_path).out
        assert "Not assessed: no question has a level yet." in out
        assert "■" not in out
        assert out.rstrip().endswith("sdgassess assess p.yaml")


def test_where_too_little_is_known_it_is_said_whom_to_ask(tmp_path: Path) -> None:
    (tmp_path / "p.yaml").write_text(HARDLY, "utf-8")
    out = " ".join(shown("score", "p.yaml", folder=tmp_path).out.split())
    assert "Too little is known for a conclusion: 1 of 60 questions have a level." in out
    assert "Would know more: Treasurer." in out
    assert "Highest" not in out


def test_who_is_not_heard_makes_it_preliminary() -> None:
    out = " ".join(shown("score", MUNICIPALITIES / "beginner.yaml").out.split())
    preliminary = "Preliminary until these are heard: Line manager, 2 from different units"
    assert preliminary in out
    assert "every role heard" not in out
    assert "Preliminary" not in shown("score", SHIPPED).out


def test_a_quick_year_in_between_does_not_empty_the_picture() -> None:
    out = shown("compare", SHIPPED.parent).out
    assert "55 of 60 questions compared" in " ".join(out.split())
    assert "FACTORS IN 2024 AND 2026" in out
    assert "not yet in 2026: 1" in out
