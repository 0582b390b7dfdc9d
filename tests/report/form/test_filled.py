"""A filled form says what the profile says, and nothing about roles where that is not wished."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings

from sdgassess.document.blocks import (
    Beside,
    Choices,
    Document,
    Table,
    WritingLines,
)
from sdgassess.document.runs import text_of
from sdgassess.language import LANGUAGES, Words
from sdgassess.model.profile import (
    Answer,
    Evidence,
    EvidenceKind,
    Participant,
    Period,
    Profile,
    QuestionnaireRef,
    State,
    Voice,
)
from sdgassess.phrases.terms import words_about
from sdgassess.report.form.form import STAMP, FormWish, form
from sdgassess.scoring.score import score
from tests.given.documents import blocks_of, cell_words, passages, runs
from tests.given.forms import DAY, ROLES, after, asked, form_of
from tests.given.profiles import example, profile
from tests.given.questionnaires import nordic, small_questionnaire
from tests.given.random_profiles import profiles


def ticks(document: Document, question: str) -> list[str]:
    """What is ticked at a question."""
    choices = next(b for b in after(document, question) if isinstance(b, Choices))
    return [one.mark for one in choices.choices if one.ticked]


def written(document: Document, question: str) -> list[str]:
    """What stands on the lines of a question: evidence, remark."""
    lines = [b for b in after(document, question) if isinstance(b, WritingLines)]
    return [text_of(line.written) for line in lines]


def test_the_level_of_each_question_is_ticked() -> None:
    document, result = form_of(profile=example()), score(nordic(), example())
    for question in nordic().questions:
        found = result.questions[question]
        state = {State.UNKNOWN: ["?"], State.NOT_APPLICABLE: ["–"]}.get(found.state or State.LATER)
        level = [str(found.answered)] if found.answered is not None else state or []
        assert ticks(document, question) == level, question


@given(profiles())
@settings(max_examples=15, deadline=None)
def test_at_most_one_box_of_a_question_is_ticked(filled: Profile) -> None:
    document = form_of("en", profile=filled, quick=filled.quick)
    for question in asked(document):
        assert len(ticks(document, question)) <= 1


def test_evidence_reasons_and_comments_are_written() -> None:
    filled = profile()._replace(
        answers={
            "POL1": Answer(
                level=3,
                evidence=(
                    Evidence(EvidenceKind.DOCUMENT, "Strategi", "24/1187", Period.of(DAY)),
                    Evidence(EvidenceKind.ORAL),
                ),
                comment="Fem mål\ner valgt",
            ),
            "POL2": Answer(state=State.NOT_APPLICABLE, reason="intet byråd", who_knows="jurist"),
            "POL3": Answer(level=0, unsure=True),
            "POL4": Answer(state=State.LATER),
        },
    )
    document = form_of("en", profile=filled)
    assert written(document, "POL1") == [
        "Strategi, 24/1187 (a document, 21 November 2026) · said by somebody",
        "Fem mål\ner valgt",
    ]
    remark = "Does not apply, because: intet byråd · Might know: jurist"
    assert written(document, "POL2") == ["", remark]
    assert ticks(document, "POL2") == ["–"]
    assert (ticks(document, "POL3"), written(document, "POL3")[1]) == (["0"], "Marked as unsure.")
    assert (ticks(document, "POL4"), written(document, "POL4")) == ([], ["", ""])


def test_a_long_remark_goes_below_the_anchors() -> None:
    short, long = "kort", "Et langt referat. " * 30
    filled = profile()._replace(
        answers={
            "POL1": Answer(level=1, comment=short),
            "POL2": Answer(level=1, comment=long),
        },
    )
    document = form_of("en", profile=filled)
    for question, remark, beside in (("POL1", short, 2), ("POL2", long.strip(), 1)):
        assert written(document, question) == ["", remark]
        columns = next(b for b in after(document, question) if isinstance(b, Beside))
        assert sum(isinstance(b, WritingLines) for b in columns.right) == beside


def test_words_of_the_profile_carry_its_language() -> None:
    filled = profile()._replace(language="da", answers={"POL1": Answer(level=2, comment="Æble")})
    for language, tag in (("da", None), ("sv", "da")):
        assert [
            r.language for r in runs(form_of(language, profile=filled)) if r.text == "Æble"
        ] == [tag]


def test_setting_and_style_are_filled_in() -> None:
    tables = [
        b for b in blocks_of(form_of("da", profile=example()).blocks) if isinstance(b, Table)
    ]
    cells = [cell_words(cell) for table in tables for row in table.rows for cell in row]
    assert any("☑ 3 Det meste" in cell and cell.count("☑") == 1 for cell in cells)
    assert "14   ☐ ved ikke" in cells
    assert "☑ ja   ☐ nej   ☐ ved ikke" in cells
    poles = next(t for t in tables if any(text_of(head) == "−2" for head in t.head))
    marked = [
        [
            text_of(head)
            for head, cell in zip(poles.head, row, strict=True)
            if text_of(cell.runs) == "☑"
        ]
        for row in poles.rows
    ]
    assert marked == [["2"], ["1"], ["1"]]
    choices = [
        b for b in blocks_of(form_of("da", profile=example()).blocks) if isinstance(b, Choices)
    ]
    for axis in nordic().style:
        answer = example().style[axis.id]
        if axis.options:
            block = next(b for b in choices if b.label == axis.text.words["da"])
            chosen = [
                one.id for one, box in zip(axis.options, block.choices, strict=True) if box.ticked
            ]
            assert chosen == ([answer] if isinstance(answer, str) else list(answer))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("consent", [None, False])
def test_without_consent_no_role_is_named(language: str, consent: bool | None) -> None:
    """Held against the same form without answers: what questions say of roles stands on both."""
    shown = wordless(example())._replace(consent=True)
    hidden = shown._replace(consent=consent)
    bare = answered_once(consent=False)
    titles = [role.title.words[language] for role in nordic().roles]
    counted = [roles_in(form_of(language, profile=one), titles) for one in (shown, hidden, bare)]
    assert counted[1] == counted[2]
    assert all(counted[0][title] > counted[1][title] for title in titles)
    units = [one.unit or "" for one in example().participants]
    assert all(unit in passages(form_of(language, profile=shown)) for unit in units)
    front = passages(form_of(language, profile=hidden)).partition("POL1")[0]
    assert not any(unit in front for unit in units)


def answered_once(*, consent: bool | None) -> Profile:
    """A profile that is filled in, with one answer that nobody's voice stands behind."""
    return profile({"EXT6": 1})._replace(consent=consent)


def wordless(filled: Profile) -> Profile:
    """A profile without anybody's own words, which may speak of roles as they like."""
    answers = {
        key: Answer(level=one.level, state=one.state, voices=one.voices, unsure=one.unsure)
        for key, one in filled.answers.items()
    }
    return filled._replace(answers=answers)


def roles_in(document: Document, titles: list[str]) -> Counter[str]:
    """How often each role is named."""
    words = passages(document)
    return Counter({title: words.count(title) for title in titles})


@given(profiles())
@settings(max_examples=15, deadline=None)
def test_without_consent_it_does_not_matter_who_said_what(filled: Profile) -> None:
    """Any mix of answers: where roles change places without changing a level, nothing shows."""
    hidden = filled._replace(consent=None)
    titles = [role.title.words["en"] for role in nordic().roles]
    bare = profile({"POL1": 1})
    found = roles_in(form_of("en", profile=hidden), titles)
    assert found == roles_in(form_of("en", profile=bare), titles)


def test_voices_are_dots_without_consent_and_named_with_it() -> None:
    voices = (Voice("politician", 1, by="p1"), Voice("executive", 2, by="x1"))
    people = (Participant("p1", "politician", "Skole"), Participant("x1", "executive"))
    filled = profile()._replace(
        answers={"POL1": Answer(voices=voices)}, participants=people, consent=True
    )
    assert "Voices by role: Politician 1, Top management 2" in passages(
        form_of("en", profile=filled)
    )
    dots = passages(form_of("en", profile=filled._replace(consent=None)))
    assert "1: •  2: •" in dots
    assert "2 people have answered. Nothing is shown by role." in dots
    assert "Skole" not in dots


def test_the_form_of_a_role_is_filled_too() -> None:
    document = form_of(profile=example(), role=ROLES["partner"])
    partnerships = ("EXT1", "EXT2", "EXT4", "EXT3", "EXT5")
    assert asked(document) == ["BUD4", "CONT5", "PAR3", *partnerships], "core questions first"
    assert ticks(document, "EXT1")


@pytest.mark.parametrize(("level", "asks"), [(0, False), (1, True), (None, True)])
def test_what_is_known_not_to_be_asked_is_left_out(
    tmp_path: Path, level: int | None, asks: bool
) -> None:
    questionnaire = small_questionnaire(tmp_path)
    answers = {} if level is None else {"PLAN1": level}
    filled = profile(answers, ref=QuestionnaireRef("own", "0.1"))
    document = form(questionnaire, Words("en"), FormWish(profile=filled))
    assert ("PLAN2" in asked(document, questionnaire)) is asks
    assert ("Only if PLAN1 ≥ 1" in passages(document)) is (level is None)


def test_the_profile_dates_and_names_the_document() -> None:
    document = form_of("da", profile=example())
    assert document.date == example().date
    assert document.title.startswith("Eksempelby · ")
    assert document.footer.startswith("Eksempelby · ")
    assert form_of("da").date == STAMP


def test_a_name_without_answers_is_an_empty_form_with_a_name() -> None:
    """Roles to tick, room for a unit and the practice question are on it, as without a name."""
    named, empty = passages(form_of("en", profile=profile())), passages(form_of("en"))
    assert profile().municipality.name in named
    for words in ("Who answers? The role; no names.", "Unit", "Practice"):
        assert words in empty
        assert words in named
    assert "Nothing is shown by role" not in named


@pytest.mark.parametrize("language", LANGUAGES)
def test_somebody_alone_is_addressed_as_such(language: str) -> None:
    role = nordic().roles[0]
    alone = passages(form_of(language, role=role, quick=True))
    room = passages(form_of(language, quick=True))
    for message in ("I don’t know", "Give it to", "No later than", "Number on the list"):
        words = words_about(nordic(), language)(message)
        assert words in alone
        assert words not in room
    assert words_about(nordic(), language)("Nobody here knows") not in alone


def test_who_sees_it_depends_on_what_was_agreed() -> None:
    role = nordic().roles[0]
    shown, hidden = (
        passages(form_of("en", role=role, profile=profile()._replace(consent=agreed)))
        for agreed in (True, None)
    )
    assert "The result shows what your role answered" in shown
    assert "nothing stands under your name or your role" in hidden
