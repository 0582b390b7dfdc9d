"""A real browser without a window, in which pages are opened, measured, printed and heard.

Needs Chromium (or Chrome) on the path or under `SDGASSESS_BROWSER`, and the packages `playwright`
and `axe-playwright-python`. Where one of them is missing, the tests fail and say so.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.given.patience import PATIENCE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
)
WIDE, NARROW = 1200, 360
"""A laptop and a small telephone, in CSS pixels."""


def browser_path() -> str:
    """Where the browser is; the test fails where there is none."""
    named = os.environ.get("SDGASSESS_BROWSER")
    found = named or next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.fail("no browser: install chromium, or set SDGASSESS_BROWSER to its path")
    return found


def axe_script() -> str:
    """The rules for accessible pages, as a script for the browser."""
    found = importlib.util.find_spec("axe_playwright_python")
    if found is None or found.origin is None:
        pytest.fail("no rules for accessible pages: pip install axe-playwright-python")
    return (Path(found.origin).parent / "axe.min.js").read_text("utf-8")


_RUNNING: list[Browser] = []
"""The browser of the module whose tests share one, while they run."""


@pytest.fixture(scope="module")
def one_browser() -> Iterator[None]:
    """One browser for all tests of a module; every page still has a profile of its own.

    Not for longer: its driver holds the event loop of the process, which others need.
    """
    with browser() as running:
        _RUNNING.append(running)
        try:
            yield
        finally:
            _RUNNING.clear()


@contextmanager
def browser() -> Iterator[Browser]:
    """The module's browser, or one that is ended when the test is done with it."""
    if _RUNNING:
        yield _RUNNING[0]
        return
    path = browser_path()
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        pytest.fail("no driver for the browser: pip install playwright")
    with sync_playwright() as driver:
        opened = driver.chromium.launch(
            executable_path=path, args=list(ARGUMENTS), timeout=1000 * PATIENCE
        )
        try:
            yield opened
        finally:
            opened.close()


def new_context(running: Browser, **options: Any) -> BrowserContext:
    """A profile of its own, whose pages are as patient as everything here.

    Args:
        running: the browser.
        options: what playwright sets up a context with, such as `locale="da-DK"`.
    """
    context = running.new_context(**options)
    context.set_default_timeout(1000 * PATIENCE)
    return context


_RUN_AXE = """async () => {
  const found = await axe.run({resultTypes: ["violations"]});
  return {
    passed: found.passes.length,
    broken: found.violations.map((rule) => ({
      id: rule.id,
      elements: rule.nodes.map((node) => node.html.slice(0, 200)),
    })),
  };
}"""
"""Every rule on every element; what passed is only counted: describing it takes far longer."""


@contextmanager
def opened(html: str, width: int = WIDE, **context: Any) -> Iterator[Page]:
    """A page with a profile of its own.

    Args:
        html: the whole file.
        width: how wide the window is.
        context: what playwright sets up a context with, such as `forced_colors="active"`.
    """
    with browser() as running, shown(running, html, width, **context) as page:
        yield page


@contextmanager
def shown(running: Browser, html: str, width: int = WIDE, **context: Any) -> Iterator[Page]:
    """A page in a browser that runs already; fails where it asks for anything but itself."""
    asked: list[str] = []
    told: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.html"
        file.write_text(html, "utf-8")
        place = new_context(running, viewport={"width": width, "height": 900}, **context)
        page = place.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda line: told.append(line.text))
        page.on("pageerror", lambda error: told.append(str(error)))
        page.goto(file.as_uri(), wait_until="load")
        try:
            yield page
        finally:
            place.close()
        outside = [url for url in asked if url != file.as_uri() and not url.startswith("data:")]
        assert not outside, f"the page asked for {outside}"
        assert not told, f"the browser complained: {told}"


def assert_clean_page(html: str) -> None:
    """No barrier that axe finds, no request, no sideways scrolling; wide and narrow.

    Args:
        html: the whole file.

    Raises:
        AssertionError: with the rules that are broken, and where.
    """
    with opened(html) as page:
        for width in (WIDE, NARROW):
            page.set_viewport_size({"width": width, "height": 900})
            found = barriers(page)
            assert not found, f"at {width} px: " + "; ".join(found)
            assert_fits(page, width)


def barriers(page: Page) -> list[str]:
    """What axe finds on a page, each as its rule and the elements it is broken by."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(axe_script())
    found = page.evaluate(_RUN_AXE)
    assert found["passed"], "axe has not looked at the page"
    return [f"{rule['id']}: {rule['elements']}" for rule in found["broken"]]


def assert_fits(page: Page, width: int) -> None:
    """The page itself never moves sideways."""
    needed = page.evaluate("document.documentElement.scrollWidth")
    assert needed <= width, f"the page is {needed} px wide on a screen of {width}"


def wait_until(page: Page, script: str) -> None:
    """Wait until a script gives something true.

    Playwright's own waiting reads the script again within the page, which our pages forbid: it
    passes where there is nothing to wait for, and fails where there is.
    """
    until = time.monotonic() + PATIENCE
    while not page.evaluate(script):
        assert time.monotonic() < until, script
        page.wait_for_timeout(20)


_KEPT = """() => {
  const { key } = JSON.parse(document.getElementById("page").textContent);
  const own = [key, `${key} ${document.documentElement.dataset.copy ?? ""}`];
  try {
    return JSON.stringify(own.map((name) => localStorage.getItem(name)));
  } catch {
    return "";
  }
}"""
"""What the browser keeps for a page, and not for others; nothing where it is to keep nothing."""


def opened_again(page: Page, new_page: Callable[[], Page]) -> Page:
    """A page that was closed and is opened anew, with what the browser keeps for it.

    A browser hands over what a page wrote a moment after the page is closed. A person takes longer
    than that to open it again; a test does not, and would see a page that nothing is kept for.
    So it is opened until it is as it was left; one that never is fails the test.

    Args:
        page: as it is open now.
        new_page: an empty page of the same browser.
    """
    kept, address = page.evaluate(_KEPT), page.url
    page.close()
    again = new_page()
    again.goto(address)
    until = time.monotonic() + PATIENCE
    while (keeps := again.evaluate(_KEPT)) != kept and "" not in (kept, keeps):
        assert time.monotonic() < until, "the browser has lost what it kept for a page"
        again.wait_for_timeout(100)
        again.reload()
    return again
