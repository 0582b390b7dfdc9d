"""How much is answered: one number and one wording, wherever it stands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sdgassess.interview.state.route import progress_of
from sdgassess.language import Words
from sdgassess.scoring.score import answered_of, score
from tests.given.command_line import run
from tests.given.places import EXAMPLE
from tests.given.profiles import example, profile
from tests.given.questionnaires import nordic
from tests.given.screens import score_page

COUNT = "56 of 59 questions answered"


def test_a_question_that_does_not_apply_is_in_neither_number() -> None:
    result = score(nordic(), profile({"POL1": 2, "POL2": "-", "POL3": "?"}))
    assert answered_of(result) == (1, len(nordic().questions) - 1)


def test_a_sitting_counts_as_results_do() -> None:
    answers = [example().answers.get(question) for question in nordic().questions]
    assert progress_of(answers) == answered_of(score(nordic(), example())) == (56, 59)


def test_the_screen_says_how_many_do_not_apply_only_where_some_do_not() -> None:
    result = score(nordic(), profile({"POL1": 2, "POL2": "-", "POL3": "-"}))
    assert "1 of 58 questions answered · 2 do not apply" in score_page(result, Words("en"), 80)
    page = score_page(score(nordic(), profile({"POL1": 2})), Words("en"), 80)
    assert "1 of 60 questions answered · " in page
    assert "apply" not in page


@pytest.mark.parametrize("verb", ["score", "compare"])
def test_screens_say_it(verb: str) -> None:
    files = [EXAMPLE] if verb == "score" else [EXAMPLE.with_name("eksempelby-2024.yaml"), EXAMPLE]
    detail = ["--all"] if verb == "compare" else []
    assert COUNT in " ".join(run([verb, *files, *detail, "--lang", "en"]).out.split())


def test_programs_are_told_it() -> None:
    result = json.loads(run(["score", EXAMPLE, "--json"]).out)
    assert (result["answered"], result["applicable"]) == (56, 59)
    assert sum(factor["answered"] for factor in result["factors"]) == 56
    assert sum(factor["applicable"] for factor in result["factors"]) == 59


def test_paper_says_it(tmp_path: Path) -> None:
    run(["report", EXAMPLE, "-o", tmp_path / "gaps.md", "--lang", "en"])
    assert f"{COUNT}; one does not apply." in (tmp_path / "gaps.md").read_text("utf-8")
