"""What a page hands back in a browser, taken in by `merge`: nothing of it is doubtful."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sdgassess.files.load import load_profile
from tests.given.browser import browser, new_context
from tests.given.command_line import run

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("one_browser")]


def test_what_a_page_hands_back_is_taken_in_whole(tmp_path: Path) -> None:
    profile, pages = tmp_path / "2026.yaml", tmp_path / "pages"
    assert run(["set", profile, "--name", "Kolding"]).code == 0
    assert run(["invite", profile, "--to", pages, "--role", "l", "--lang", "da"]).code == 0
    returned = tmp_path / "answers-l1.json"
    with browser() as running:
        place = new_context(running)
        page = place.new_page()
        page.goto((pages / "l1-line-manager.html").as_uri())
        for question in page.locator("[data-question]").all():
            question.locator("input[value*=level]").nth(2).check()
        page.locator("[data-question] [data-field=comment]").first.fill("æøå")
        with page.expect_download() as download:
            page.locator(".main-button").click()
        assert download.value.suggested_filename == returned.name
        download.value.save_as(returned)
        place.close()
    ran = run(["merge", profile, returned, "--json"])
    assert ran.code == 0, ran.err
    result = json.loads(ran.out)
    assert (result["doubtful"], result["missing"], result["sealed"]) == ([], [], 1)
    taken = load_profile(profile).value
    assert taken is not None
    assert {voice.level for answer in taken.answers.values() for voice in answer.voices} == {2}
    assert len(taken.answers) == len(json.loads(returned.read_text("utf-8"))["answers"])
