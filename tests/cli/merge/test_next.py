"""What `merge` says: what was done and what comes next, and not whose answers they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.given.command_line import run
from tests.given.merging import (
    ANSWERS,
    EVERYBODY,
    merged,
)
from tests.given.questionnaires import nordic
from tests.given.returned import ROLES, page, sent, waiting


@pytest.mark.parametrize("tried", [("in",), ("--open",), ("in", "--open", "--forget-who")])
def test_what_was_tried_is_what_can_be_done_next(tmp_path: Path, tried: tuple[str, ...]) -> None:
    waiting(tmp_path, *EVERYBODY)
    sent(tmp_path / "in", *(page(slot, ANSWERS) for slot in EVERYBODY))
    ran = merged(tmp_path, *tried, "--dry-run")
    assert f"sdgassess merge p.yaml {' '.join(tried)}\n" in ran.err


@pytest.mark.parametrize(
    ("sender", "returned", "command"),
    [
        ("p1 x1 c1 l1", "p1 x1 c1", "assess --enter p.yaml"),
        ("p1 x1 c1", "p1 x1 c1", "merge p.yaml --open"),
        ("p1 x1", "p1 x1", "assess --agree p.yaml"),
    ],
)
def test_next_comes_what_the_order_of_the_work_says(
    sender: str, returned: str, command: str, tmp_path: Path
) -> None:
    """Paper before an opening; an opening only where something opens; else the room."""
    waiting(tmp_path, *sender.split())
    sent(tmp_path / "in", *(page(slot, ANSWERS) for slot in returned.split()))
    ran = merged(tmp_path, "in")
    assert f"Next: sdgassess {command}\n" in ran.err
    assert ("nobody more is expected" in ran.err) == (sender != returned)


@pytest.mark.parametrize(
    ("lowest", "command"), [(2, "score p.yaml"), (0, "assess --agree p.yaml")]
)
def test_after_an_opening_comes_what_is_to_be_agreed_on(
    lowest: int, command: str, tmp_path: Path
) -> None:
    slots = ("p1", "p2", "x1", "x2", "c1", "l1", "l2", "e1", "e2")
    waiting(tmp_path, *slots)
    asked = [question for question in nordic().questions.values() if question.core]
    for slot in slots:
        levels = {
            question.id: lowest if (slot, question.id) == ("c1", "POL1") else 2
            for question in asked
            if not question.roles or ROLES[slot[0]] in question.roles
        }
        sent(tmp_path / "in", page(slot, levels))
    assert merged(tmp_path, "in", "--open").err.endswith(f"Next: sdgassess {command}\n")


def test_where_nothing_came_in_the_same_is_tried_again(tmp_path: Path) -> None:
    waiting(tmp_path, "l1")
    (tmp_path / "spoilt.json").write_text("{", "utf-8")
    ran = merged(tmp_path, "spoilt.json")
    assert ran.err.endswith("Next: sdgassess merge p.yaml spoilt.json\n")


def test_where_nothing_opens_it_is_not_said_to_stand_already(tmp_path: Path) -> None:
    waiting(tmp_path, *EVERYBODY)
    ran = merged(tmp_path, "--open")
    assert "Nothing has been written." in ran.out
    assert "stands already" not in ran.out


def test_where_nothing_came_in_it_is_not_said_to_stand_already(tmp_path: Path) -> None:
    waiting(tmp_path, "l1")
    (tmp_path / "spoilt.json").write_text("{", "utf-8")
    (back,) = sent(tmp_path / "back", page("l1", {"POL1": 3}))
    for words, sentence in (
        (["spoilt.json"], "Nothing came in; nothing has been written."),
        ([str(back)], "Written to p.yaml."),
        ([str(back)], "That is how it stands already; nothing has been written."),
        ([str(back), "spoilt.json"], "That is how it stands already; nothing has been written."),
    ):
        ran = run(["merge", "p.yaml", *words, "--lang", "en"], folder=tmp_path)
        assert sentence in ran.out, words


def test_a_command_that_helps_stands_on_one_line(tmp_path: Path) -> None:
    path = waiting(tmp_path, "l1").rename(tmp_path / "et langt navn på en kommunes egen fil.yaml")
    told = run(["merge", path.name, "--open"], folder=tmp_path, env={"COLUMNS": "40"}).out
    assert any(
        line.endswith(f': sdgassess assess --agree "{path.name}"') for line in told.splitlines()
    )


@pytest.mark.parametrize("lang", ["da", "sv", "en"])
def test_no_screen_tells_a_level_or_says_consent(tmp_path: Path, lang: str) -> None:
    screens = []
    for level in (0, 4):
        folder = tmp_path / str(level)
        folder.mkdir()
        waiting(folder, *EVERYBODY)
        sent(folder / "in", *(page(slot, {"POL1": level}) for slot in EVERYBODY))
        screens += [merged(folder, *words, lang=lang) for words in (["in"], ["--open"])]
    texts = [ran.out + ran.err for ran in screens]
    assert texts[:2] == texts[2:]
    assert not any(
        word in text.lower() for text in texts for word in ("samtyk", "samtyc", "consent")
    )


@pytest.mark.parametrize(
    ("returned", "command"),
    [
        ("", "assess p.yaml"),
        ("p1 x1", "assess --agree p.yaml"),
        ("p1 x1 c1", "merge p.yaml --open"),
    ],
)
def test_every_verb_says_the_same_next_where_nothing_has_a_level(
    returned: str, command: str, tmp_path: Path
) -> None:
    waiting(tmp_path, "p1", "x1", "c1")
    if returned:
        merged(tmp_path, *sent(tmp_path, *(page(slot, ANSWERS) for slot in returned.split())))
    for order in (["score"], ["gaps"], ["explain"], ["report", "-o", "gaps.md"]):
        verb, *options = order
        ran = run([verb, "p.yaml", *options, "--lang", "en"], folder=tmp_path)
        assert f"Next: sdgassess {command}\n" in ran.out + ran.err, verb


@pytest.mark.parametrize(
    ("names", "command"),
    [
        (("scan.pdf", "scan.jpg"), "assess --enter p.yaml"),
        (("scan.pdf", "page.html"), "merge p.yaml scan.pdf page.html"),
    ],
)
def test_answers_on_paper_are_typed_in_and_not_merged_again(
    names: tuple[str, ...], command: str, tmp_path: Path
) -> None:
    waiting(tmp_path, "p1")
    contents = {"pdf": b"%PDF-1.7\n", "jpg": b"\xff\xd8\xff\xe0", "html": b"<html></html>"}
    for name in names:
        (tmp_path / name).write_bytes(contents[name.rpartition(".")[2]])
    assert f"Next: sdgassess {command}\n" in merged(tmp_path, *names).err
