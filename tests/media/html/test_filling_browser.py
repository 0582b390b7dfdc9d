"""A form filled in on the screen, kept, saved as a copy of itself, and printed; in a browser."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sdgassess.language import Words
from sdgassess.media.html.page import report_html
from tests.given.browser import assert_clean_page, barriers, browser, new_context, opened_again
from tests.given.forms import form_of
from tests.given.questionnaires import spoken

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("one_browser")]

ATTACK = "</textarea></script><script>alert(1)</script><img src=x onerror=alert(1)>"


def html(language: str = "en", **wish: object) -> str:
    return report_html(form_of(language, **wish), spoken(language))


@contextmanager
def context() -> Iterator[BrowserContext]:
    with browser() as running:
        place = new_context(running)
        try:
            yield place
        finally:
            place.close()


def watched(place: BrowserContext, file: Path) -> Page:
    """An empty page that may ask for this file alone."""
    page = place.new_page()
    page.on("request", lambda request: _refuse(request.url, file))
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    return page


def opened(place: BrowserContext, file: Path) -> Page:
    page = watched(place, file)
    page.goto(file.as_uri())
    return page


@contextmanager
def filling(folder: Path) -> Iterator[tuple[BrowserContext, Path]]:
    """A browser of somebody who was sent a quick form, and its file."""
    file = folder / "form.html"
    file.write_text(html(quick=True), "utf-8")
    with context() as place:
        yield place, file


def _refuse(url: str, file: Path) -> None:
    assert url.startswith((file.as_uri(), "blob:")), f"the page asked for {url}"


def saved(page: Page, folder: Path) -> Path:
    with page.expect_download() as download:
        page.locator("[data-act=save]").click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


@pytest.mark.parametrize("beside", [None, "sv"])
def test_a_form_to_fill_in_is_clean(beside: str | None) -> None:
    assert_clean_page(html("da", quick=True, beside=beside and Words(beside)))


def test_what_is_filled_in_survives_closing(tmp_path: Path) -> None:
    with filling(tmp_path) as (place, file):
        page = opened(place, file)
        page.locator(".choices input").nth(7).check()
        page.locator("textarea").first.fill("Kolding")
        page = opened_again(page, lambda: watched(place, file))
        assert page.locator(".choices input").nth(7).is_checked()
        assert page.locator("textarea").first.input_value() == "Kolding"
        assert not barriers(page)


def test_a_filled_copy_goes_to_somebody_else_and_hides_nobodys_draft(tmp_path: Path) -> None:
    file = tmp_path / "form-quick.html"
    file.write_text(html(quick=True), "utf-8")
    with context() as place:
        page = opened(place, file)
        page.locator(".choices input").nth(7).check()
        page.locator("textarea").first.fill(f"Kolding\n{ATTACK}")
        copy = saved(page, tmp_path)
        assert copy.name == "form-quick-filled.html"
        page.locator("textarea").first.fill("my own draft")
        other = opened(place, copy)
        assert other.locator("textarea").first.input_value() == f"Kolding\n{ATTACK}"
        assert other.locator(".choices input").nth(7).is_checked()
        assert other.locator("script").count() == 2
        assert other.locator("img").count() == 0
        other.locator("textarea").first.fill("went on")
        second = saved(other, tmp_path)
        assert second.name == "form-quick-filled.html"
        last = opened(place, second)
        assert last.locator("textarea").first.input_value() == "went on"
        again = opened_again(page, lambda: watched(place, file))
        assert again.locator("textarea").first.input_value() == "my own draft"


def test_one_cross_stays_and_can_be_taken_back(tmp_path: Path) -> None:
    with filling(tmp_path) as (place, file):
        page = opened(place, file)
        boxes = page.locator("[data-one]").first.locator("input")
        boxes.nth(0).check()
        boxes.nth(2).check()
        assert not boxes.nth(0).is_checked()
        boxes.nth(2).focus()
        page.keyboard.press("Space")
        assert not boxes.nth(2).is_checked()


def test_paper_shows_what_was_written_and_lines_where_nothing_was(tmp_path: Path) -> None:
    with filling(tmp_path) as (place, file):
        page = opened(place, file)
        room = page.locator(".writing")
        room.nth(0).locator("textarea").fill("Kolding\n" * 20)
        assert page.locator(".on-paper:visible").count() == 0, "copies are for paper alone"
        page.emulate_media(media="print")
        assert room.nth(0).locator(".on-paper").is_visible()
        assert room.nth(0).locator(".rule:visible").count() == 0
        assert room.nth(1).locator(".rule:visible").count() > 0
        assert page.locator("textarea:visible, button:visible").count() == 0


def test_without_a_script_it_is_still_a_form(tmp_path: Path) -> None:
    file = tmp_path / "form.html"
    file.write_text(html(quick=True), "utf-8")
    with browser() as running:
        place = new_context(running, java_script_enabled=False)
        try:
            page = place.new_page()
            page.goto(file.as_uri())
            page.locator(".choices input").nth(7).check()
            page.locator("textarea").first.fill("Kolding")
            assert page.locator("button:visible").count() == 0
            page.emulate_media(media="print")
            assert page.locator("textarea").first.is_visible()
        finally:
            place.close()


LEAVES = "window.dispatchEvent(new Event('beforeunload', {cancelable: true}))"
"""Whether the page lets itself be closed without a word."""


def test_whoever_leaves_is_warned_only_of_what_is_nowhere_kept(tmp_path: Path) -> None:
    with filling(tmp_path) as (place, file):
        page = opened(place, file)
        page.locator("textarea").first.fill("Kolding")
        assert page.evaluate(LEAVES), "the browser keeps it"
        place.add_init_script(
            "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }})"
        )
        page = opened(place, file)
        assert page.evaluate(LEAVES), "nothing is written"
        page.locator("textarea").first.fill("Kolding")
        assert not page.evaluate(LEAVES)
        saved(page, tmp_path)
        assert page.evaluate(LEAVES), "the copy holds it"
        assert page.evaluate("document.documentElement.dataset.copy === undefined"), (
            "the page itself is no copy"
        )


def test_a_spoilt_draft_does_no_harm(tmp_path: Path) -> None:
    with filling(tmp_path) as (place, file):
        page = opened(place, file)
        page.locator("textarea").first.fill("Kolding")
        page.evaluate(
            "() => { const n = document.querySelectorAll('[data-fill]').length;"
            "for (const key of Object.keys(localStorage)) "
            "localStorage.setItem(key, JSON.stringify([...Array(n).keys()].map((k) => "
            "document.querySelectorAll('[data-fill]')[k].type === 'checkbox' ? 'yes' : 7))); }"
        )
        page = opened_again(page, lambda: watched(place, file))
        assert page.locator("textarea").first.input_value() == ""
        assert page.locator(".choices input:checked").count() == 0


def test_what_was_filled_in_is_deleted_with_a_yes_alone(tmp_path: Path) -> None:
    with filling(tmp_path) as (place, file):
        page = opened(place, file)
        page.locator(".choices input").nth(7).check()
        page.locator("textarea").first.fill("Kolding")
        page.once("dialog", lambda dialog: dialog.dismiss())
        page.locator("[data-act=forget]").click()
        assert page.locator("textarea").first.input_value() == "Kolding"
        page.once("dialog", lambda dialog: dialog.accept())
        page.locator("[data-act=forget]").click()
        assert page.locator("textarea").first.input_value() == ""
        assert not page.locator(".choices input").nth(7).is_checked()
        page = opened_again(page, lambda: watched(place, file))
        assert page.locator("textarea").first.input_value() == ""


def test_a_cross_that_is_taken_back_takes_no_other_with_it(tmp_path: Path) -> None:
    """A copy may come with two crosses where one is meant: from paper, or an older page."""
    with filling(tmp_path) as (place, file):
        page = opened(place, file)
        page.evaluate(
            "() => { for (const box of [...document.querySelector('[data-one]')"
            ".querySelectorAll('input')].slice(0, 2)) box.checked = true; }"
        )
        boxes = page.locator("[data-one]").first.locator("input")
        boxes.nth(0).uncheck()
        assert boxes.nth(1).is_checked()
