"""Sixty people on sixty questions, each with a voice: read, saved and printed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sdgassess.cli.boundary import run
from sdgassess.files.load import check_path, load_profile
from sdgassess.files.write.profile_file import ProfileFile
from sdgassess.language import Words
from sdgassess.phrases.problems.messages import hint
from sdgassess.problem import ExitCode, Problem
from tests.given.questionnaires import nordic
from tests.given.slow import slow_but

PEOPLE = 60


def room(*, consent: bool) -> str:
    """A profile of a room, far apart on every question."""
    roles, questions = list(nordic().roles), list(nordic().questions)
    people = [f"  - {{id: k{i}, role: {roles[i % len(roles)].id}}}" for i in range(PEOPLE)]
    lines = [
        "format: sdgassess/profile/1",
        "municipality: {name: Storby}",
        "date: 2026-03-12",
        'questionnaire: {id: nordic-sdg-governance, version: "1.0"}',
        f"consent: {{by-role: {str(consent).lower()}}}",
        "participants:",
        *people,
        "answers:",
    ]
    for j, question in enumerate(questions):
        lines += [f"  {question}:", "    level: 2", "    voices:"]
        lines += [
            f"      - {{role: {roles[i % len(roles)].id}, level: {(7 * i + j) % 5}, by: k{i}}}"
            for i in range(PEOPLE)
        ]
    return "\n".join(lines) + "\n"


@pytest.fixture(params=slow_but((True,), (True, False)))
def profile(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "room.yaml"
    path.write_text(room(consent=bool(request.param)), "utf-8")
    return path


def test_a_large_room_is_read_and_saved(profile: Path) -> None:
    # All at one level is what no municipality is, so check asks about contradictions: a warning.
    assert {problem.code for problem in check_path(profile)} <= {"P158"}
    loaded = load_profile(profile)
    assert loaded.source is not None
    assert loaded.value is not None
    file = ProfileFile.opened(profile, loaded.source, loaded.value)
    answers = dict(loaded.value.answers)
    first = next(iter(answers))
    answers[first] = replace(answers[first], comment="we talked about it")
    file.save(loaded.value._replace(answers=answers))
    again = load_profile(profile)
    assert again.value is not None
    assert again.value.answers[first].comment == "we talked about it"
    assert len(again.value.answers[first].voices) == PEOPLE


@pytest.mark.parametrize("suffix", [".pdf", ".html", ".md", ".docx", ".xlsx", ".csv"])
def test_a_large_room_is_printed(suffix: str, profile: Path) -> None:
    output = profile.with_suffix(suffix)
    assert run(["report", str(profile), "-o", str(output)]) == ExitCode.FINE
    assert output.stat().st_size > 10_000


def test_the_way_out_of_too_many_entries_is_no_shorter_text() -> None:
    words = Words("en")
    many = Problem("P418", facts={"detail": "P018", "entries": 100_000})
    assert "voices" in (hint(many, words) or "")
    assert "texts" in (hint(Problem("P418", facts={"detail": "P019"}), words) or "")
