"""`kit`: everything for a workshop in one folder, or nothing at all."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from importlib import util
from pathlib import Path

import pytest

from sdgassess.files.write.profile_file import ProfileFile
from sdgassess.files.write.writer import hold
from sdgassess.model.profile import Agreement, Answer, PickStatus, Priority, Profile, State, Status
from tests.given.command_line import run
from tests.given.pdfs import text_of
from tests.given.sealed import sent_in

KINDS = {
    "invitation.txt": "invitation",
    "agenda.pdf": "agenda",
    "facilitator.pdf": "facilitator",
    "anchors.pdf": "anchors",
    "cards.pdf": "cards",
    "poster.pdf": "posters",
    "tally.pdf": "tally",
    "slides.pptx": "slides",
    "actions.pdf": "actions",
}
SHEETS = {
    "agenda.pdf": "Agenda: how we govern our work",
    "facilitator.pdf": "For you who lead the workshop",
    "anchors.pdf": "Choose the highest text that is fully true; in doubt, the lower one.",
    "poster.pdf": "Where do we begin?",
    "tally.pdf": "A stroke for each form at each question.",
    "actions.pdf": "what was agreed",
}
"""Words that stand on each sheet and on no other."""


def saved(profile: Profile, path: Path) -> Path:
    with hold(path):
        ProfileFile.new(path).save(profile)
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return saved(sent_in(), tmp_path / "p.yaml")


def test_everything_is_written_and_named(file: Path) -> None:
    before = file.read_bytes()
    said = run(["kit", "p.yaml", "--to", "ud", "--lang", "da"], folder=file.parent)
    assert said.code == 0, said.err
    folder = file.parent / "ud"
    assert {path.name for path in folder.iterdir()} == set(KINDS)
    for name in KINDS:
        assert any(line.startswith(f"{name} ") for line in said.out.splitlines()), name
    assert "Gemt i ud." in said.out
    assert "sdgassess assess --agree p.yaml" in said.out + said.err
    assert file.read_bytes() == before, "a kit only reads"
    assert "Prøveby" in (folder / "invitation.txt").read_text("utf-8")
    assert "2 timer" in text_of((folder / "agenda.pdf").read_bytes())


def test_the_same_kit_has_the_same_bytes_and_is_no_reason_to_refuse(file: Path) -> None:
    folder = file.parent / "ud"
    assert run(["kit", "p.yaml", "--to", "ud"], folder=file.parent).code == 0
    first = {path.name: path.read_bytes() for path in folder.iterdir()}
    again = run(["kit", "p.yaml", "--to", "ud", "--force"], folder=file.parent)
    assert again.code == 0
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == first


def test_a_second_kit_in_the_same_folder_is_refused_without_force(file: Path) -> None:
    assert run(["kit", "p.yaml", "--to", "ud"], folder=file.parent).code == 0
    again = run(["kit", "p.yaml", "--to", "ud", "--lang", "en"], folder=file.parent)
    assert (again.code, "--force" in again.err) == (4, True), again.err


@pytest.mark.parametrize(
    ("picks", "headline"),
    [((), "Where do we begin?"), ((Priority("LED2", 3),), "Here we begin: ")],
)
def test_the_poster_asks_until_something_is_picked(
    tmp_path: Path, picks: tuple[Priority, ...], headline: str
) -> None:
    saved(sent_in(sealed=False)._replace(priorities=picks), tmp_path / "p.yaml")
    assert run(["kit", "p.yaml", "--to", "ud", "--lang", "en"], folder=tmp_path).code == 0
    posted = text_of((tmp_path / "ud" / "poster.pdf").read_bytes())
    assert headline in " ".join(posted.split())


def test_each_sheet_is_the_one_that_it_is_called(file: Path) -> None:
    assert run(["kit", "p.yaml", "--to", "ud", "--lang", "en"], folder=file.parent).code == 0
    texts = {name: text_of((file.parent / "ud" / name).read_bytes()) for name in SHEETS}
    for name, words in SHEETS.items():
        assert [each for each in texts if words in " ".join(texts[each].split())] == [name]


def test_half_a_day_is_longer(file: Path) -> None:
    said = run(["kit", "p.yaml", "--to", "ud", "--half-day", "--lang", "en"], folder=file.parent)
    assert said.code == 0
    pages = text_of((file.parent / "ud" / "agenda.pdf").read_bytes())
    assert "3 hours and 30 minutes" in pages


def test_it_is_told_to_programs(file: Path) -> None:
    said = run(["kit", "p.yaml", "--to", "ud", "--json", "--lang", "sv"], folder=file.parent)
    result = json.loads(said.out)
    assert result["format"] == "sdgassess/kit/1"
    assert [(Path(entry["file"]).name, entry["kind"]) for entry in result["written"]] == list(
        KINDS.items()
    )
    for entry in result["written"]:
        assert set(entry) == {"file", "kind", "slot", "role", "language"}
        assert (entry["slot"], entry["role"], entry["language"]) == (None, None, "sv")
        assert (file.parent / entry["file"]).is_file()


def test_what_stands_there_is_not_touched_and_nothing_else_is_written(file: Path) -> None:
    folder = file.parent / "ud"
    folder.mkdir()
    (folder / "slides.pptx").write_text("ours")
    said = run(["kit", "p.yaml", "--to", "ud", "--lang", "en"], folder=file.parent)
    assert said.code == 4
    assert "slides.pptx" in said.err
    assert [path.name for path in folder.iterdir()] == ["slides.pptx"]
    assert (folder / "slides.pptx").read_text() == "ours"
    forced = run(["kit", "p.yaml", "--to", "ud", "--force"], folder=file.parent)
    assert forced.code == 0
    assert {path.name for path in folder.iterdir()} == set(KINDS)


@pytest.mark.parametrize(
    ("lacking", "named"),
    [
        (("typst",), "typst"),
        (("pptx",), "python-pptx"),
        (("xlsxwriter",), "XlsxWriter"),
        (("typst", "pptx"), "typst, python-pptx"),
    ],
)
def test_what_is_not_installed_is_said_once(
    file: Path, monkeypatch: pytest.MonkeyPatch, lacking: tuple[str, ...], named: str
) -> None:
    real = util.find_spec
    monkeypatch.setattr(
        "sdgassess.cli.verbs.kit.find_spec",
        lambda name: None if name in lacking else real(name),
    )
    said = run(["kit", "p.yaml", "--to", "ud", "--lang", "en"], folder=file.parent)
    assert said.code == 2
    assert said.err.count("[P602]") == 1
    assert f"not installed: {named} " in said.err
    assert not (file.parent / "ud").exists()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["absent.yaml", "--to", "ud"], 3),
        (["p.yaml"], 2),
        (["p.yaml", "--to", "p.yaml"], 4),
        (["p.yaml", "--to", "no/such/folder"], 4),
    ],
)
def test_what_cannot_be_is_said_and_leaves_nothing(
    file: Path, words: list[str], code: int
) -> None:
    said = run(["kit", *words, "--lang", "en"], folder=file.parent)
    assert said.code == code, said.err
    assert "Traceback" not in said.err
    assert "[P505]" not in said.err
    assert [path.name for path in file.parent.iterdir()] == ["p.yaml"]


def test_where_nobody_takes_part_yet_people_are_invited_next(tmp_path: Path) -> None:
    saved(sent_in()._replace(participants=(), answers={}), tmp_path / "p.yaml")
    said = run(["kit", "p.yaml", "--to", "ud", "--lang", "en"], folder=tmp_path)
    assert said.code == 0
    assert "Next: sdgassess invite p.yaml --to FOLDER" in said.out + said.err


DONE = Priority("BUD2", status=PickStatus.DONE, on=dt.date(2026, 9, 1))


def _agreed(*, picks: tuple[Priority, ...] = ()) -> Profile:
    """Everything is agreed on, with or without something to work on."""
    profile = sent_in(sealed=False)
    answers = {
        key: replace(answer, state=None, level=2, agreed=Agreement(by=("coordinator",)))
        for key, answer in profile.answers.items()
    }
    return profile._replace(answers=answers, priorities=picks)


def test_what_nobody_knows_may_stay_so_once_the_room_is_done(tmp_path: Path) -> None:
    profile = _agreed(picks=(Priority("BUD2", by="2026-10-01"),))
    unknown = Answer(state=State.UNKNOWN, who_knows="the treasurer")
    left = profile._replace(answers={**profile.answers, "BUD1": unknown})
    for status, command in (
        (Status.IN_PROGRESS, "assess --agree in-progress.yaml"),
        (Status.COMPLETE, "report complete.yaml --layout actions"),
    ):
        saved(left._replace(status=status), tmp_path / f"{status.value}.yaml")
        words = ["kit", f"{status.value}.yaml", "--to", status.value, "--lang", "en"]
        ran = run(words, folder=tmp_path)
        assert ran.err.strip().endswith(f"Next: sdgassess {command}"), ran.err


def test_what_is_disputed_is_agreed_on_next_also_where_the_room_was_done(tmp_path: Path) -> None:
    saved(sent_in(sealed=False)._replace(status=Status.COMPLETE), tmp_path / "p.yaml")
    ran = run(["kit", "p.yaml", "--to", "ud", "--lang", "en"], folder=tmp_path)
    assert ran.err.strip().endswith("Next: sdgassess assess --agree p.yaml"), ran.err


@pytest.mark.parametrize(
    ("picks", "command"),
    [
        ((), "sdgassess gaps p.yaml"),
        ((Priority("BUD2", by="2026-10-01"),), "sdgassess report p.yaml --layout actions"),
        (
            (Priority("BUD2", status=PickStatus.DONE, on=dt.date(2026, 9, 1)),),
            "sdgassess gaps p.yaml",
        ),
    ],
)
def test_what_is_agreed_is_not_to_be_agreed_on_again(
    picks: tuple[Priority, ...], command: str, tmp_path: Path
) -> None:
    saved(_agreed(picks=picks), tmp_path / "p.yaml")
    ran = run(["kit", "p.yaml", "--to", "ud", "--lang", "en"], folder=tmp_path)
    assert ran.code == 0, ran.err
    assert ran.err.strip().endswith(f"Next: {command}")


@pytest.mark.parametrize(
    ("language", "note"), [("da", "[Til dig, der sender"), ("sv", "[Till dig som skickar")]
)
def test_its_mail_names_all_that_can_be_attached(file: Path, language: str, note: str) -> None:
    run(["kit", "p.yaml", "--to", "ud", "--lang", language], folder=file.parent)
    text = (file.parent / "ud" / "invitation.txt").read_text("utf-8")
    assert note in text
    assert all(kind in text for kind in (".html", ".xlsx", ".pdf"))
