"""Two hours with twelve people on paper alone: printed, filled in by pen, read off, typed in.

Crosses and words are drawn onto pictures of the printed pages, as a pen would draw them; whoever
types reads them off these pictures and knows nothing else. Only the people are made up.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pexpect
import pypdfium2
import pytest
from PIL import Image

from sdgassess.files.load import load_profile
from sdgassess.model.profile import State
from tests.given.command_line import run
from tests.given.paper import (
    Box,
    Paper,
    Place,
    Rule,
    cross,
    in_pixels,
    is_crossed,
    write,
)
from tests.given.questionnaires import nordic
from tests.given.window import Window

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminals there"),
]

ROOM = {"p": 3, "x": 2, "c": 1, "l": 6}
"""Politicians, top management, coordinator, line managers: twelve people in four roles."""
CROSSES = 159
"""How many they draw, were everybody to answer everything."""

KEY, CROSS, PAGE = 1 / 3, 1.0, 2.0
"""Seconds to hit a key, to read a cross and to turn a page: slow for who does it often."""

WORDS = ("Plan s. 12", "Kun én enhed", "Mest i ord")
PROFILE = """format: sdgassess/profile/1
questionnaire: {id: nordic-sdg-governance, version: "1.0"}
municipality: {name: Prøveby, country: DK}
date: 2026-03-12
scope: quick
language: da
answers: {}
"""


class Sheets(NamedTuple):
    """What one person has filled in.

    Attributes:
        paper: the form, and where its boxes are.
        pictures: its pages with ink on them.
        marks: what was crossed at each question, in order.
    """

    paper: Paper
    pictures: list[Image.Image]
    marks: tuple[str, ...]


def test_twelve_people_on_paper_are_typed_in_within_ten_minutes(tmp_path: Path) -> None:
    (tmp_path / "2026.yaml").write_text(PROFILE, "utf-8")
    hand = random.Random(12)
    forms = {letter: printed_form(tmp_path, letter) for letter in ROOM}
    sheets = {
        f"{letter}{number}": fill_in(forms[letter], f"{letter}{number}", hand)
        for letter, people in ROOM.items()
        for number in range(1, people + 1)
    }
    assert sum(len(sheet.marks) for sheet in sheets.values()) == CROSSES
    pages = sum(sheet.paper.pages for sheet in sheets.values())
    assert pages <= 36
    for person, sheet in sheets.items():
        table_of(sheet.pictures).save(tmp_path / f"{person}.png")
    rows = {person: row_read_off(person, sheet) for person, sheet in sheets.items()}
    assert rows == {
        person: f"{person}: {' '.join(sheet.marks)}" for person, sheet in sheets.items()
    }
    keys = type_in(tmp_path, rows)
    minutes = (keys * KEY + CROSSES * CROSS + pages * PAGE) / 60
    assert minutes < 7, minutes
    assert_taken_in(tmp_path, sheets)


def test_everything_that_lies_on_the_table_is_printed(tmp_path: Path) -> None:
    (tmp_path / "2026.yaml").write_text(PROFILE, "utf-8")
    assert run(["kit", "2026.yaml", "--to", "kit"], folder=tmp_path).code == 0
    pages = {}
    for file in sorted((tmp_path / "kit").glob("*.pdf")):
        with pypdfium2.PdfDocument(file.read_bytes()) as pdf:
            pictures = [page.render(scale=0.6).to_pil().convert("RGB") for page in pdf]
        pages[file.stem] = len(pictures)
        table_of(pictures).save(tmp_path / f"kit-{file.stem}.png")
    assert {"tally": 1, "actions": 1, "poster": 1}.items() <= pages.items()
    assert sum(pages.values()) <= 50


def printed_form(folder: Path, letter: str) -> bytes:
    """The form that lies before everybody of a role."""
    name = f"form-{letter}.pdf"
    ran = run(["form", "2026.yaml", "--role", letter, "-o", name], folder=folder)
    assert ran.code == 0, ran.err
    return (folder / name).read_bytes()


def fill_in(form: bytes, person: str, hand: random.Random) -> Sheets:
    """Cross one box at each question, and write the number and a few remarks."""
    paper = Paper(form, nordic().questions)
    pictures = paper.pictures()
    marks = []
    for boxes in boxes_of(paper).values():
        box = hand.choices(boxes, [2, 6, 8, 5, 1, 2, 1])[0]
        cross(pictures[box.page], box.place, hand)
        marks.append("-" if box.mark == "–" else box.mark)
    number = [rule for rule in paper.rules if not rule.question][-2]
    write_on_blank(pictures, number, person)
    for question, words in zip(boxes_of(paper), WORDS, strict=False):
        at_question = [rule for rule in paper.rules if rule.question == question]
        assert len(at_question) == 3, "a document, and two lines for a comment"
        write_on_blank(pictures, at_question[0], words)
        write_on_blank(pictures, at_question[2], words)
    return Sheets(paper, pictures, tuple(marks))


def boxes_of(paper: Paper) -> Mapping[str, list[Box]]:
    """The boxes of each question in order; those of the example count for nothing."""
    boxes: dict[str, list[Box]] = {}
    for box in paper.boxes:
        if box.question:
            boxes.setdefault(box.question, []).append(box)
    return boxes


def write_on_blank(pictures: list[Image.Image], rule: Rule, words: str) -> None:
    """Write with capitals of five millimetres, where nothing is printed or written yet."""
    picture = pictures[rule.page]
    before = picture.copy()
    room = write(picture, rule.place, words, 5)
    assert 4.8 < room.height < 7.5, "as high as people write"
    assert room.right < rule.place.right + 1, "it fits on the line"
    above = Place(room.left, room.top, room.right, min(room.bottom, rule.place.top - 0.3))
    dark = sum(before.crop(in_pixels(above)).convert("L").histogram()[:160])
    assert dark == 0, f"{words} is written over something at {rule.question}"


def table_of(pictures: list[Image.Image]) -> Image.Image:
    """Pages laid side by side, as on a table."""
    wide = sum(picture.width for picture in pictures)
    table = Image.new("RGB", (wide, max(picture.height for picture in pictures)), (120, 90, 60))
    left = 0
    for picture in pictures:
        table.paste(picture, (left, 0))
        left += picture.width
    return table


def row_read_off(person: str, sheet: Sheets) -> str:
    """What somebody types who sees the filled pages: the mark behind each box with ink in it."""
    values = []
    for question, boxes in boxes_of(sheet.paper).items():
        crossed = [box.mark for box in boxes if is_crossed(sheet.pictures[box.page], box.place)]
        assert len(crossed) == 1, (person, question, crossed)
        values.append(crossed[0].replace("–", "-"))
    return f"{person}: {' '.join(values)}"


def type_in(folder: Path, rows: Mapping[str, str]) -> int:
    """Type the rows in a terminal, a key at a time; how many keys that took."""
    words = ["-m", "sdgassess", "assess", "--enter", "2026.yaml", "--lang", "da"]
    window = Window(words, folder, size=(50, 100))
    keys = 0
    try:
        for person, row in rows.items():
            for key in f"{row}\n":
                window.send(key)
                keys += 1
            window.expect(rf"{person}\b.*\d")
        window.sendeof()
        window.expect(pexpect.EOF)
        assert window.end() == 0, window.raw[-2000:]
    finally:
        window.put_away()
    return keys


def assert_taken_in(folder: Path, sheets: Mapping[str, Sheets]) -> None:
    """The profile holds what each person crossed, and nothing else."""
    profile = load_profile(folder / "2026.yaml").value
    assert profile is not None
    states = {None: "", State.UNKNOWN: "?", State.NOT_APPLICABLE: "-"}
    held: dict[str, dict[str, str]] = {}
    for question, answer in profile.answers.items():
        for voice in answer.voices:
            mark = str(voice.level) if voice.level is not None else states[voice.state]
            held.setdefault(str(voice.by), {})[question] = mark
    for person, sheet in sheets.items():
        assert held[person] == dict(zip(boxes_of(sheet.paper), sheet.marks, strict=True))
