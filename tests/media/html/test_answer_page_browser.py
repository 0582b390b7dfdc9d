"""The page that one person answers in, filled in as a person would, in a real browser."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from sdgassess.files.returned.answer_file import answer_file
from sdgassess.language import LANGUAGES
from sdgassess.model.answer_file import AnswerFile
from sdgassess.model.profile import EvidenceKind, Municipality, State
from tests.given.browser import (
    assert_clean_page,
    assert_fits,
    barriers,
    browser,
    new_context,
    opened_again,
    wait_until,
)
from tests.given.invitations import FINGERPRINT, invitation, page_of
from tests.given.profiles import profile

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("one_browser")]

ATTACK = "</script><script>alert(1)</script><img src=x onerror=alert(1)>"


class Desk:
    """A person's computer: a page in a folder, and a browser that keeps what pages keep."""

    def __init__(self, context: Any, file: Path) -> None:
        self.context = context
        self.file = file
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page = self.open()

    def open(self) -> Page:
        """Open the page, as somebody does who double-clicks it."""
        self.page = self._watched()
        self.page.goto(self.file.as_uri())
        return self.page

    def reopen(self) -> Page:
        """Close the page and open it again."""
        self.page = opened_again(self.page, self._watched)
        return self.page

    def _watched(self) -> Page:
        """An empty page whose requests and complaints are written down."""
        page: Page = self.context.new_page()
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda line: self.complaints.append(line.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        return page

    def question(self, identity: str) -> Locator:
        return self.page.locator(f'[data-question="{identity}"]')

    def say(self, identity: str, content: str) -> None:
        self.question(identity).locator(f"input[value='{content}']").check()

    def write(self, identity: str, field: str, text: str) -> None:
        self.question(identity).locator(f"[data-field={field}]").fill(text)

    def take_up(self, file: Path) -> str:
        """Open a file with a draft; what the page says."""
        self.page.evaluate("document.getElementById('status').textContent = ''")
        self.page.locator("#draft-file").set_input_files(file)
        wait_until(self.page, "document.getElementById('status').textContent")
        return self.page.locator("#status").inner_text()

    def saved(self, button: str = ".main-button") -> bytes:
        """What the browser writes when a button is pressed."""
        with self.page.expect_download() as download:
            self.page.locator(button).click()
        return Path(download.value.path()).read_bytes()


@contextmanager
def desk(folder: Path, html: str | None = None, **context: Any) -> Iterator[Desk]:
    file = folder / "l2-line-manager.html"
    file.write_text(html or page_of(invitation()), "utf-8")
    with browser() as running:
        place = new_context(running, **{"viewport": {"width": 1200, "height": 900}, **context})
        try:
            at = Desk(place, file)
            yield at
        finally:
            place.close()
        strange = [url for url in at.requests if not url.startswith((file.as_uri(), "blob:"))]
        assert not strange, "a page asks for nothing but itself"
        assert not at.complaints


def taken(raw: bytes) -> AnswerFile:
    """An answer file, read as strictly as it will be."""
    loaded = answer_file(raw, "answers.json")
    assert not loaded.problems, loaded.problems
    assert loaded.value is not None
    return loaded.value


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_clean(language: str) -> None:
    assert_clean_page(page_of(invitation(quick=False), language))


def test_a_filled_page_is_clean_at_every_width(tmp_path: Path) -> None:
    for width in (360, 600, 1200):
        with desk(tmp_path, viewport={"width": width, "height": 800}) as at:
            at.say("LED1", '{"level":3}')
            at.say("LED2", '{"state":"not-applicable"}')
            at.question("LED2").locator("[data-act=add-evidence]").click()
            at.question("LED2").locator("[data-field=date]").fill("yesterday")
            at.write("LED1", "comment", "Langtord" * 40)
            at.page.locator(".main-button").click()
            assert at.page.locator("#problems").is_visible()
            assert not barriers(at.page)
            assert_fits(at.page, width)


def test_at_200_per_cent_nothing_moves_sideways_or_covers_what_is_read(tmp_path: Path) -> None:
    # A browser that magnifies twice has half the pixels: 1280 by 768 become 640 by 384.
    with desk(tmp_path, viewport={"width": 640, "height": 384}, device_scale_factor=2) as at:
        assert_fits(at.page, 640)
        assert at.page.evaluate("getComputedStyle(document.querySelector('.bar')).position") == (
            "static"
        )


def test_answers_come_back_as_they_were_given(tmp_path: Path) -> None:
    with desk(tmp_path) as at:
        at.say("LED1", '{"level":3}')
        at.write("LED1", "comment", "  Første linje\nanden linje  ")
        at.question("LED1").locator("[data-act=add-evidence]").click()
        evidence = at.question("LED1").locator(".evidence")
        evidence.locator("[data-field=title]").fill("Referat fra direktionen")
        evidence.locator("[data-field=kind]").select_option("in-use")
        evidence.locator("[data-field=date]").fill("2026-01")
        evidence.locator("[data-field=ref]").fill("Sag 12/34")
        at.say("LED2", '{"state":"unknown"}')
        at.say("SAM1", '{"state":"not-applicable"}')
        at.write("SAM1", "reason", "Vi har ikke begrebet")
        at.page.locator('[data-consent="by-role"]').check()
        file = taken(at.saved())
    assert re.fullmatch("r-[0-9a-f]{32}", file.id)
    assert file.revision == 1
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", file.saved)
    assert (file.slot, file.role, file.unit, file.language) == ("l2", "line-manager", "A", "en")
    assert file.fingerprint == FINGERPRINT
    assert (file.consent.by_role, file.consent.comments) == (True, False)
    assert set(file.answers) == {"LED1", "LED2", "SAM1"}
    assert file.answers["LED1"].level == 3
    assert file.answers["LED1"].comment == "Første linje\nanden linje"
    (item,) = file.answers["LED1"].evidence
    assert (item.kind, item.title, item.ref) == (
        EvidenceKind.IN_USE,
        "Referat fra direktionen",
        "Sag 12/34",
    )
    assert str(item.date) == "2026-01"
    assert file.answers["LED2"].state is State.UNKNOWN
    assert file.answers["SAM1"].state is State.NOT_APPLICABLE
    assert file.answers["SAM1"].reason == "Vi har ikke begrebet"


def test_a_draft_survives_reload_and_closing_and_revisions_count_up(tmp_path: Path) -> None:
    with desk(tmp_path) as at:
        at.say("LED1", '{"level":1}')
        at.write("LED1", "comment", "halvt færd")
        at.page.reload()
        assert at.question("LED1").locator("input:checked").input_value() == '{"level":1}'
        assert at.question("LED1").locator("[data-field=comment]").input_value() == "halvt færd"
        first = taken(at.saved())
        at.reopen()
        assert "draft" in at.page.locator("#status").inner_text()
        at.say("LED2", '{"level":4}')
        second = taken(at.saved())
    assert (first.id, first.revision, second.revision) == (second.id, 1, 2)
    assert set(second.answers) == {"LED1", "LED2"}


def test_two_people_draw_different_ids(tmp_path: Path) -> None:
    ids = set()
    for _ in range(2):
        with desk(tmp_path) as at:
            at.say("LED1", '{"level":1}')
            ids.add(taken(at.saved()).id)
    assert len(ids) == 2


def test_a_draft_goes_on_in_another_browser(tmp_path: Path) -> None:
    with desk(tmp_path) as at:
        at.say("LED1", '{"level":1}')
        at.write("LED2", "comment", "kun en tanke endnu")
        at.question("LED2").locator("[data-act=add-evidence]").click()
        at.question("LED2").locator("[data-field=title]").fill("Mandatet")
        draft = at.saved("[data-act=save-draft]")
    assert taken(draft).answers["LED2"].state is State.LATER
    (tmp_path / "draft.json").write_bytes(draft)
    with desk(tmp_path) as at:
        at.take_up(tmp_path / "draft.json")
        assert at.question("LED2").locator("[data-field=comment]").input_value() == (
            "kun en tanke endnu"
        )
        assert at.question("LED2").locator("[data-field=title]").input_value() == "Mandatet"
        at.say("LED2", '{"level":0}')
        file = taken(at.saved())
    assert (file.id, file.revision) == (taken(draft).id, 2)
    assert {key: voice.level for key, voice in file.answers.items()} == {"LED1": 1, "LED2": 0}


def test_only_drafts_of_this_page_are_opened(tmp_path: Path) -> None:
    with desk(tmp_path) as at:
        at.say("LED1", '{"level":1}')
        draft = json.loads(at.saved("[data-act=save-draft]"))
    tried: tuple[tuple[dict[str, str], str], ...] = (
        ({"slot": "l3"}, "another invitation"),
        ({"date": "2025-03-12"}, "another invitation"),
        ({"format": "sdgassess/profile/1"}, "no file with answers"),
        ({}, "Opened"),
    )
    with desk(tmp_path) as at:
        for changes, sentence in tried:
            (tmp_path / "draft.json").write_text(json.dumps(draft | changes), "utf-8")
            assert sentence in at.take_up(tmp_path / "draft.json")
            checked = at.question("LED1").locator("input:checked").count()
            assert checked == int(sentence == "Opened")


def test_what_is_no_file_of_answers_is_told_so(tmp_path: Path) -> None:
    with desk(tmp_path) as at:
        for content in (b"", b"\xff\xfe", b"[]", b"null", b"7", b'{"format": 7}', b"{" * 2_000):
            (tmp_path / "draft.json").write_bytes(content)
            assert "no file with answers" in at.take_up(tmp_path / "draft.json")


def test_a_browser_that_keeps_nothing_says_so_and_still_hands_back(tmp_path: Path) -> None:
    with desk(tmp_path) as at:
        at.context.add_init_script(
            "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }})"
        )
        at.reopen()
        assert at.page.locator("#not-kept").is_visible()
        at.say("LED1", '{"level":2}')
        assert "Not kept" in at.page.locator("#status").inner_text()
        assert taken(at.saved()).answers["LED1"].level == 2


def test_a_spoilt_draft_in_the_browser_does_no_harm(tmp_path: Path) -> None:
    for draft in ("{", "7", '{"answers": {"LED1": 7, "LED2": {"evidence": [7, null]}}, "id": 7}'):
        with desk(tmp_path) as at:
            at.page.evaluate(
                "draft => localStorage.setItem("
                "JSON.parse(document.getElementById('page').textContent).key, draft)",
                draft,
            )
            at.page.reload()
            at.say("LED1", '{"level":2}')
            assert taken(at.saved()).answers["LED1"].level == 2


def test_keyboard_alone_fills_in_and_hands_back(tmp_path: Path) -> None:
    with desk(tmp_path) as at:
        keys = at.page.keyboard
        keys.press("Tab")
        keys.press("Enter")  # over the introduction to the questions
        keys.press("Tab")
        keys.press("Space")
        keys.press("ArrowDown")
        keys.press("ArrowDown")
        assert at.question("LED1").locator("input:checked").input_value() == '{"level":2}'
        keys.press("Tab")
        keys.type("Skrevet med tastaturet")
        for _ in range(200):
            if at.page.evaluate("document.activeElement.className") == "main-button":
                break
            keys.press("Tab")
        with at.page.expect_download() as download:
            keys.press("Enter")
        file = taken(Path(download.value.path()).read_bytes())
    assert file.answers["LED1"].level == 2
    assert file.answers["LED1"].comment == "Skrevet med tastaturet"


def test_nobody_is_trapped_and_focus_is_always_in_sight(tmp_path: Path) -> None:
    with desk(tmp_path, viewport={"width": 1000, "height": 800}) as at:
        hidden = []
        for _ in range(60):
            at.page.keyboard.press("Tab")
            covered = at.page.evaluate(
                "() => { const e = document.activeElement, r = e.getBoundingClientRect();"
                "if (e === document.body || e.closest('.bar')) return null;"
                "const b = document.querySelector('.bar').getBoundingClientRect();"
                "return r.top >= b.top - 1 || r.bottom < 1 ? e.outerHTML : null; }"
            )
            hidden += [covered] if covered else []
        assert not hidden


def test_enter_in_a_line_of_text_hands_nothing_over(tmp_path: Path) -> None:
    with desk(tmp_path) as at:
        at.question("LED1").locator("[data-act=add-evidence]").click()
        at.page.keyboard.type("Referat")
        at.page.keyboard.press("Enter")
        assert at.page.evaluate("document.activeElement.value") == "Referat"
        assert "answers-l2.json" not in at.page.locator("#status").inner_text()
        assert not at.page.locator("#problems").is_visible()


def test_only_days_that_there_are_go_into_the_file(tmp_path: Path) -> None:
    days = ("2025", "2025-03", "2024-02-29", "", "0001")
    none = ("2025-02-29", "2025-13", "30.2.2025", "0000", "i går", "12 marks 2026")
    with desk(tmp_path) as at:
        at.say("LED1", '{"level":2}')
        at.question("LED1").locator("[data-act=add-evidence]").click()
        at.question("LED1").locator("[data-field=title]").fill("Referat")
        field = at.question("LED1").locator("[data-field=date]")
        for date in days:
            field.fill(date)
            (item,) = taken(at.saved()).answers["LED1"].evidence
            assert str(item.date or "") == date
        for date in none:
            field.fill(days[0])
            at.saved()
            assert not at.page.locator("#problems").is_visible()
            field.fill(date)
            at.page.locator(".main-button").click()
            assert "LED1: the date must be" in at.page.locator("#problems").inner_text(), date
            at.page.locator("#problems button").click()
            assert at.page.evaluate("document.activeElement.dataset.field") == "date"


def test_a_date_as_people_here_write_it_is_one(tmp_path: Path) -> None:
    written = {
        "2026-04-03": ("3/4-2026", "3.4.2026", "d. 3/4 26", "3. april 2026", "den 3 apr. 2026"),
        "2026-03": ("marts 2026", "mars 2026", "Mar. 2026"),
    }
    with desk(tmp_path) as at:
        at.say("LED1", '{"level":2}')
        at.question("LED1").locator("[data-act=add-evidence]").click()
        at.question("LED1").locator("[data-field=title]").fill("Referat")
        date = at.question("LED1").locator("[data-field=date]")
        for meant, words in written.items():
            for word in words:
                date.fill(word)
                date.blur()
                assert date.input_value() == meant, word
        (item,) = taken(at.saved()).answers["LED1"].evidence
        assert str(item.date) == "2026-03"


def test_what_is_missing_is_asked_for_before_the_file_is_written(tmp_path: Path) -> None:
    with desk(tmp_path) as at:
        at.say("LED1", '{"state":"not-applicable"}')
        at.write("LED2", "comment", "uden svar")
        at.page.locator(".main-button").click()
        text = at.page.locator("#problems").inner_text()
        assert "LED1: say why" in text
        assert "LED2: you wrote something" in text
        at.write("LED1", "reason", "ingen direktion")
        at.say("LED2", '{"state":"unknown"}')
        file = taken(at.saved())
        assert not at.page.locator("#problems").is_visible()
    assert file.answers["LED2"].comment == "uden svar"


def test_where_nothing_is_answered_no_file_is_written_and_the_first_question_is_pointed_at(
    tmp_path: Path,
) -> None:
    with desk(tmp_path) as at:
        files: list[str] = []
        at.page.on("download", lambda file: files.append(file.suggested_filename))
        at.page.locator(".main-button").click()
        assert "Nothing is answered yet" in at.page.locator("#problems").inner_text()
        at.page.locator("#problems button").click()
        first = at.page.locator("[data-question]").first.locator("input").first
        assert first.evaluate("box => box === document.activeElement")
        assert not files
        at.say("LED2", '{"state":"unknown"}')
        assert set(taken(at.saved()).answers) == {"LED2"}


def test_a_reason_that_is_no_longer_asked_for_stays_out(tmp_path: Path) -> None:
    with desk(tmp_path) as at:
        at.say("LED1", '{"state":"not-applicable"}')
        at.write("LED1", "reason", "ingen direktion")
        at.say("LED1", '{"level":1}')
        assert taken(at.saved()).answers["LED1"].reason is None


def test_an_answer_can_be_taken_back(tmp_path: Path) -> None:
    with desk(tmp_path) as at:
        at.say("LED1", '{"level":1}')
        at.say("LED2", '{"level":1}')
        at.question("LED1").locator("[data-act=clear]").click()
        assert at.page.locator("#progress").inner_text() == "1 of 13 answered"
        assert set(taken(at.saved()).answers) == {"LED2"}


def test_everything_can_be_deleted(tmp_path: Path) -> None:
    with desk(tmp_path) as at:
        at.say("LED1", '{"level":1}')
        before = taken(at.saved())
        at.page.on("dialog", lambda dialog: dialog.accept())
        at.page.locator("[data-act=forget]").click()
        assert at.page.evaluate("localStorage.length") == 0
        at.reopen()
        assert at.question("LED1").locator("input:checked").count() == 0
        at.say("LED1", '{"level":1}')
        after = taken(at.saved())
    assert (before.id == after.id, after.revision) == (False, 1)


def test_hostile_texts_stay_text(tmp_path: Path) -> None:
    assessed = profile()._replace(municipality=Municipality(ATTACK), group=ATTACK)
    with desk(tmp_path, page_of(invitation(assessed=assessed))) as at:
        at.say("LED1", '{"level":1}')
        at.write("LED1", "comment", ATTACK + "\u202e\u0007\u200b\ufeff\u2028end")
        at.page.reload()
        file = taken(at.saved())
        assert at.page.locator("img").count() == 0
        assert at.page.locator("script").count() == 2
        assert ATTACK in at.page.locator("header").inner_text()
    assert file.place.name == ATTACK
    assert file.group == ATTACK
    assert file.answers["LED1"].comment == f"{ATTACK}\nend"


def test_what_people_paste_is_kept_letter_by_letter(tmp_path: Path) -> None:
    text = 'Æøå äö ß – “citat” 🙂 👩‍🔬 \\n "x" 50 % <b> & `code`'
    with desk(tmp_path) as at:
        at.say("LED1", '{"level":1}')
        at.write("LED1", "comment", text)
        assert taken(at.saved()).answers["LED1"].comment == text


def test_the_longest_answers_fit_or_are_told_to_be_too_long(tmp_path: Path) -> None:
    with desk(tmp_path, page_of(invitation(quick=False, letter="c"))) as at:
        at.page.evaluate(
            "() => { for (const f of document.querySelectorAll('[data-field=comment]'))"
            "f.value = '\\u4e2d'.repeat(4000);"
            "for (const q of document.querySelectorAll('[data-question]')) {"
            "q.querySelector('input').checked = true; } }"
        )
        at.write("LED1", "comment", "x")
        assert len(at.saved()) <= 1_000_000


def test_the_same_page_in_two_windows_shows_what_was_written_last(tmp_path: Path) -> None:
    with desk(tmp_path) as at:
        first = at.page
        at.open()
        at.say("LED1", '{"level":4}')
        checked = first.locator('[data-question="LED1"] input:checked')
        checked.wait_for()
        assert checked.input_value() == '{"level":4}'


def test_what_was_filled_in_is_printed(tmp_path: Path) -> None:
    with desk(tmp_path) as at:
        at.say("LED1", '{"level":1}')
        at.write("LED1", "comment", "Linje\n" * 30 + "sidste linje")
        at.question("LED1").locator("[data-act=add-evidence]").click()
        assert at.page.locator(".on-paper:visible").count() == 0, "copies are for paper alone"
        at.page.emulate_media(media="print")
        shown = at.question("LED1").locator(".field .on-paper").filter(has_text="sidste linje")
        assert shown.is_visible()
        assert not at.question("LED1").locator("textarea").first.is_visible()
        assert not at.page.locator(".bar").is_visible()


def test_without_a_script_nobody_fills_in_for_nothing(tmp_path: Path) -> None:
    with desk(tmp_path, java_script_enabled=False) as at:
        assert at.page.locator("#needs-script").is_visible()
        assert not at.page.locator("#answers").is_visible()
