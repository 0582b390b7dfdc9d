"""What the page that one person answers in keeps, forgets, warns of and takes up again."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from sdgassess.model.profile import State
from sdgassess.model.question import Option, QuestionKind, Text
from tests.given.invitations import invitation, page_of
from tests.given.profiles import profile
from tests.given.questionnaires import nordic, with_changed
from tests.media.html.test_answer_page_browser import Desk, desk, taken

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("one_browser")]

LEAVES = "window.dispatchEvent(new Event('beforeunload', {cancelable: true}))"
"""Whether the page lets itself be closed without a word."""
KEPT = "draft => localStorage.setItem(JSON.parse(page.textContent).key, JSON.stringify(draft))"
SEVERAL = with_changed(
    nordic(),
    nordic()
    .questions["LED1"]
    ._replace(
        kind=QuestionKind.SEVERAL,
        options=tuple(
            Option(Fraction(1), Text({"en": f"thing {name}"}), name) for name in ("a", "b", "c")
        ),
    ),
)


def draft_of(at: Desk, folder: Path, **changes: Any) -> Path:
    """What stands on the page as a draft in a file, with something changed in it."""
    content = json.loads(at.saved("[data-act=save-draft]")) | changes
    path = folder / "draft.json"
    path.write_text(json.dumps(content), "utf-8")
    return path


def without_storage(at: Desk) -> None:
    """A browser that is told to keep nothing."""
    at.context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }})"
    )
    at.reopen()


def test_whoever_leaves_is_warned_only_of_what_is_nowhere_kept(tmp_path: Path) -> None:
    with desk(tmp_path) as at:
        at.say("LED1", '{"level":2}')
        assert at.page.evaluate(LEAVES), "the browser keeps it"
        without_storage(at)
        assert at.page.evaluate(LEAVES), "nothing is written"
        at.say("LED1", '{"level":2}')
        assert not at.page.evaluate(LEAVES)
        at.saved("[data-act=save-draft]")
        assert not at.page.evaluate(LEAVES), "a draft is no answer yet"
        at.saved()
        assert at.page.evaluate(LEAVES), "it is handed over"
        at.say("LED1", '{"level":3}')
        assert not at.page.evaluate(LEAVES), "what came after is not"


def test_a_browser_that_keeps_no_more_says_so(tmp_path: Path) -> None:
    with desk(tmp_path) as at:
        at.page.evaluate(
            "() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }"
        )
        at.say("LED1", '{"level":2}')
        assert "Not kept" in at.page.locator("#status").inner_text()
        assert not at.page.evaluate(LEAVES)


def test_a_browser_that_drops_what_it_is_given_counts_as_one_that_keeps_nothing(
    tmp_path: Path,
) -> None:
    with desk(tmp_path) as at:
        at.context.add_init_script("Storage.prototype.setItem = () => {};")
        at.reopen()
        assert at.page.locator("#not-kept").is_visible()


def test_nothing_is_left_in_the_browser_of_a_page_that_was_only_opened(tmp_path: Path) -> None:
    with desk(tmp_path) as at:
        assert at.page.evaluate("localStorage.length") == 0
        assert at.page.locator("#status").inner_text() == ""
        at.write("LED1", "comment", "x")
        at.write("LED1", "comment", "")
        at.reopen()
        assert at.page.locator("#status").inner_text() == "", "nothing was taken up"


@pytest.mark.parametrize("revision", [1.5, -3, "7", None])
def test_a_revision_that_is_none_begins_anew(tmp_path: Path, revision: object) -> None:
    with desk(tmp_path) as at:
        identity = "r-" + "a" * 32
        at.page.evaluate(KEPT, {"id": identity, "revision": revision, "answers": {}})
        at.page.reload()
        at.say("LED1", '{"level":2}')
        file = taken(at.saved())
    assert (file.revision, file.id == identity) == (1, False)


def test_a_draft_that_was_sent_is_not_warned_of_when_it_comes_back(tmp_path: Path) -> None:
    with desk(tmp_path) as at:
        at.say("LED1", '{"level":2}')
        at.saved()
        at.reopen()
        kept = at.page.evaluate("JSON.parse(Object.values(localStorage)[0]).sent")
        assert kept is True
        at.say("LED1", '{"level":3}')
        assert at.page.evaluate("JSON.parse(Object.values(localStorage)[0]).sent") is False


def test_what_another_page_keeps_changes_nothing_in_this_one(tmp_path: Path) -> None:
    with desk(tmp_path) as at:
        at.say("LED1", '{"level":2}')
        at.page.evaluate(
            "() => { const radio = document.querySelector('[data-question=LED1] input');"
            "radio.checked = true;"
            "dispatchEvent(new StorageEvent('storage', {key: 'other', newValue: '1'})); }"
        )
        checked = at.question("LED1").locator("input:checked").input_value()
        assert checked == '{"level":0}', "it was not shown anew"


def test_boxes_about_showing_come_back_with_a_draft(tmp_path: Path) -> None:
    with desk(tmp_path) as at:
        at.page.locator('[data-consent="comments"]').check()
        at.reopen()
        assert at.page.locator('[data-consent="comments"]').is_checked()
        assert not at.page.locator('[data-consent="by-role"]').is_checked()
        at.say("LED1", '{"level":2}')
        path = draft_of(at, tmp_path)
        at.page.locator('[data-consent="comments"]').uncheck()
        at.page.on("dialog", lambda dialog: dialog.accept())
        at.take_up(path)
        assert at.page.locator('[data-consent="comments"]').is_checked()


def test_a_draft_of_another_page_is_not_taken_up(tmp_path: Path) -> None:
    others: tuple[dict[str, Any], ...] = (
        {"slot": "l3"},
        {"role": "executive"},
        {"scope": "full"},
        {"group": "Another"},
        {"place": {"name": "Another"}},
        {"questionnaire": {"id": "other", "version": "1.0", "fingerprint": "0" * 64}},
    )
    with desk(tmp_path) as at:
        for changes in others:
            at.say("LED1", '{"level":1}')
            path = draft_of(at, tmp_path, **changes)
            at.say("LED1", '{"level":3}')
            assert "another invitation" in at.take_up(path), changes
            assert at.question("LED1").locator("input:checked").input_value() == '{"level":3}'


def test_what_is_not_said_and_what_is_nothing_are_the_same_page(tmp_path: Path) -> None:
    """A draft that a program wrote anew may leave out what is nothing, or turn its keys."""
    with desk(tmp_path) as at:
        at.say("LED1", '{"level":1}')
        content = json.loads(at.saved("[data-act=save-draft]"))
        content["place"] = {**dict(reversed(content["place"].items())), "formerly": None}
        content.pop("group", None)
        path = tmp_path / "draft.json"
        path.write_text(json.dumps(content), "utf-8")
        at.page.on("dialog", lambda dialog: dialog.accept())
        assert "Opened" in at.take_up(path)


def test_what_stands_there_is_replaced_only_with_a_yes(tmp_path: Path) -> None:
    with desk(tmp_path) as at:
        at.say("LED1", '{"level":1}')
        path = draft_of(at, tmp_path)
        at.say("LED1", '{"level":4}')
        asked: list[str] = []

        def refuse(dialog: Any) -> None:
            asked.append(dialog.message)
            dialog.dismiss()

        at.page.on("dialog", refuse)
        with at.page.expect_event("dialog"):
            at.page.locator("#draft-file").set_input_files(path)
        assert at.question("LED1").locator("input:checked").input_value() == '{"level":4}'
        at.page.remove_listener("dialog", refuse)
        assert len(asked) == 1
        at.page.once("dialog", lambda dialog: dialog.accept())
        at.take_up(path)
        assert at.question("LED1").locator("input:checked").input_value() == '{"level":1}'
        assert at.page.evaluate("document.getElementById('draft-file').files.length") == 0


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    with desk(tmp_path) as at:
        at.say("LED1", '{"level":1}')
        path = draft_of(at, tmp_path)
        path.write_text(path.read_text("utf-8") + " " * 1_000_001, "utf-8")
        at.page.on("dialog", lambda dialog: dialog.accept())
        assert "no file with answers" in at.take_up(path)


def test_nothing_is_deleted_without_a_yes(tmp_path: Path) -> None:
    with desk(tmp_path) as at:
        at.say("LED1", '{"level":1}')
        at.page.once("dialog", lambda dialog: dialog.dismiss())
        at.page.locator("[data-act=forget]").click()
        assert at.question("LED1").locator("input:checked").count() == 1
        at.reopen()
        assert at.question("LED1").locator("input:checked").count() == 1


def test_after_deleting_somebody_else_may_answer_in_the_same_window(tmp_path: Path) -> None:
    with desk(tmp_path) as at:
        at.say("LED1", '{"level":1}')
        first = taken(at.saved())
        at.page.once("dialog", lambda dialog: dialog.accept())
        at.page.locator("[data-act=forget]").click()
        at.say("LED1", '{"level":1}')
        second = taken(at.saved())
    assert (second.id == first.id, second.revision) == (False, 1)


def test_next_goes_round_to_what_is_open(tmp_path: Path) -> None:
    with desk(tmp_path) as at:
        inputs = at.page.locator("[data-question]")
        asked = [inputs.nth(n).get_attribute("data-question") for n in range(inputs.count())]
        button = at.page.locator("[data-act=next]")
        for question in asked[1:-1]:
            at.say(str(question), '{"level":2}')
        at_field = "document.activeElement.closest('[data-question]').dataset.question"
        for open_one in (asked[0], asked[-1], asked[0]):
            button.click()
            assert at.page.evaluate(at_field) == open_one
        at.say(str(asked[0]), '{"level":2}')
        at.say(str(asked[-1]), '{"level":2}')
        assert not button.is_visible()


def test_of_several_some_stand_alone(tmp_path: Path) -> None:
    with desk(tmp_path, page_of(invitation(SEVERAL))) as at:
        at.say("LED1", '{"options":["a"]}')
        at.say("LED1", '{"options":["b"]}')
        assert at.question("LED1").locator("input:checked").count() == 2
        at.say("LED1", '{"options":[]}')
        assert at.question("LED1").locator("input:checked").count() == 1, "none of these"
        at.say("LED1", '{"options":["c"]}')
        at.say("LED1", '{"options":["a"]}')
        assert at.question("LED1").locator("input:checked").count() == 2
        file = taken(at.saved())
        assert sorted(file.answers["LED1"].options or ()) == ["a", "c"]


@pytest.mark.parametrize("chosen", [["a", "c"], ["b"], []])
def test_several_come_back_from_a_draft(tmp_path: Path, chosen: list[str]) -> None:
    with desk(tmp_path, page_of(invitation(SEVERAL))) as at:
        for name in chosen:
            at.say("LED1", f'{{"options":["{name}"]}}')
        if not chosen:
            at.say("LED1", '{"options":[]}')
        path = draft_of(at, tmp_path)
        at.page.on("dialog", lambda dialog: dialog.accept())
        at.page.locator("[data-act=forget]").click()
        at.take_up(path)
        assert list(taken(at.saved()).answers["LED1"].options or ()) == chosen


def test_a_reason_is_asked_for_only_where_something_does_not_apply(tmp_path: Path) -> None:
    with desk(tmp_path) as at:
        reason = at.question("LED1").locator(".reason")
        clear = at.question("LED1").locator("[data-act=clear]")
        assert not reason.is_visible()
        assert not clear.is_visible()
        at.say("LED1", '{"state":"not-applicable"}')
        assert reason.is_visible()
        assert clear.is_visible()
        at.say("LED1", '{"state":"unknown"}')
        assert not reason.is_visible()


def test_a_draft_is_saved_also_where_answers_are_missing(tmp_path: Path) -> None:
    with desk(tmp_path) as at:
        at.say("LED1", '{"state":"not-applicable"}')
        at.write("LED2", "comment", "not yet")
        draft = taken(at.saved("[data-act=save-draft]"))
        said = at.page.locator("#status").inner_text()
        assert "draft-answers-l2.json" in said
        assert "Open questions" not in said, "of a draft it is not said how many there are"
        assert draft.answers["LED2"].state is State.LATER
        at.say("LED1", '{"level":2}')
        at.say("LED2", '{"level":2}')
        at.saved()
        assert "Open questions: 11." in at.page.locator("#status").inner_text()


def test_a_date_that_is_put_right_is_wrong_no_more(tmp_path: Path) -> None:
    with desk(tmp_path) as at:
        at.say("LED1", '{"level":2}')
        at.question("LED1").locator("[data-act=add-evidence]").click()
        at.question("LED1").locator("[data-field=title]").fill("Minutes")
        date = at.question("LED1").locator("[data-field=date]")
        date.fill("yesterday")
        at.page.locator(".main-button").click()
        assert date.get_attribute("aria-invalid") == "true"
        date.press_sequentially("x")
        assert date.get_attribute("aria-invalid") is None


def test_evidence_of_a_draft_without_a_kind_is_a_document(tmp_path: Path) -> None:
    with desk(tmp_path) as at:
        evidence = [{"title": "Minutes", "kind": "nonsense"}]
        draft = {"answers": {"LED1": {"chosen": ['{"level":2}'], "evidence": evidence}}}
        at.page.evaluate(KEPT, draft)
        at.page.reload()
        (item,) = taken(at.saved()).answers["LED1"].evidence
    assert item.kind.value == "document"


def test_lines_and_odd_signs_that_are_pasted_become_plain(tmp_path: Path) -> None:
    with desk(tmp_path) as at:
        at.say("LED1", '{"level":1}')
        at.page.evaluate(
            "() => { const q = document.querySelector('[data-question=LED1]');"
            "const f = q.querySelector('[data-field=comment]');"
            "Object.defineProperty(f, 'value', "
            "{ get: () => ' one\\r\\ntwo\\u2028three\\ud800 \\u0085', set() {} }); }"
        )
        assert taken(at.saved()).answers["LED1"].comment == "one\ntwo\nthree"


def test_where_it_is_too_much_nothing_is_counted(tmp_path: Path) -> None:
    with desk(tmp_path) as at:
        at.say("LED1", '{"level":1}')
        real = "TextEncoder.prototype.encode"
        at.page.evaluate(f"() => {{ window.encode = {real}; {real} = () => ({{length: 2e6}}); }}")
        at.page.locator(".main-button").click()
        assert "too" in at.page.locator("#status").inner_text()
        at.page.evaluate(f"() => {{ {real} = window.encode; }}")
        assert taken(at.saved()).revision == 1


def test_a_group_is_part_of_whose_page_it_is(tmp_path: Path) -> None:
    one = profile()._replace(group="North")
    with desk(tmp_path, page_of(invitation(assessed=one))) as at:
        at.say("LED1", '{"level":1}')
        assert "another invitation" in at.take_up(draft_of(at, tmp_path, group="South"))
