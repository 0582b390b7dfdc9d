"""Answers whose levels a newer version maps exactly: which words they get, and what is told."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from sdgassess.analysis.versions.migration import Fate, Handover, migrate
from sdgassess.files.read.entry import Entry
from sdgassess.files.read.reader import parse
from sdgassess.files.rules.profile import check_profile
from sdgassess.files.splice.fragment import dump
from sdgassess.files.splice.layout import profile_tree
from sdgassess.model.profile import (
    Answer,
    EarlierAnswer,
    Voice,
    WasChange,
)
from sdgassess.model.question import (
    Change,
    ChangeKind,
    Comparable,
    Text,
)
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.problem import Severity
from tests.given.profiles import skovby
from tests.given.questionnaires import level_map, older, with_changed


def rescaled(*pairs: tuple[int, int]) -> Questionnaire:
    """The next version, in which POL1 has other anchors, and its levels are mapped exactly."""
    change = Change("1.1", ChangeKind.RESCALED, Comparable.EXACT, levels=level_map(*pairs))
    was = older().questions["POL1"]
    options = tuple(
        one._replace(text=Text({"da": f"Trin {one.value}"})) for one in was.options if one.value
    )
    now = was._replace(text=Text({"da": "Nyt spørgsmål?"}), options=options, history=(change,))
    return with_changed(older()._replace(version="1.1"), now)


SHIFTED = ((0, 1), (1, 2), (2, 2), (3, 3), (4, 4))


def pol1(answer: Answer, newer: Questionnaire) -> tuple[Answer, Handover]:
    """What becomes of an answer to POL1, and what is told of it."""
    found = migrate(skovby(2025)._replace(answers={"POL1": answer}), older(), newer)
    gone = next(one for one in found.answers if one.question == "POL1")
    return found.profile.answers["POL1"], gone


def as_asked(level: int) -> Answer:
    """An answer to POL1 with the words in which it was put."""
    question = older().questions["POL1"]
    option = question.option(Fraction(level))
    assert option is not None
    return Answer(Fraction(level), asked=question.text.words["da"], means=option.text.words["da"])


def test_an_exact_map_gives_another_level_its_words_and_lists_it() -> None:
    answer, gone = pol1(as_asked(1), rescaled(*SHIFTED))
    assert (answer.level, answer.means) == (Fraction(2), "Trin 2")
    assert answer.asked == older().questions["POL1"].text.words["da"]
    assert gone.fate is Fate.MAPPED


def test_an_equal_level_of_an_exact_map_stays_in_the_new_words() -> None:
    answer, gone = pol1(as_asked(2), rescaled(*SHIFTED))
    assert (answer.level, answer.asked, answer.means) == (Fraction(2), "Nyt spørgsmål?", "Trin 2")
    assert gone.fate is Fate.CARRIED


def test_a_voice_at_another_level_is_read_anew() -> None:
    voices = (Voice("executive", Fraction(0)), Voice("politician", Fraction(2)))
    answer, gone = pol1(replace(as_asked(2), voices=voices), rescaled(*SHIFTED))
    assert [voice.level for voice in answer.voices] == [1, 2]
    assert gone.fate is Fate.MAPPED


def test_somebodys_own_words_stay() -> None:
    own = Answer(level=Fraction(1), asked="In my own words?", means="Mine")
    for level, now in ((1, 2), (2, 2)):
        answer, _ = pol1(replace(own, level=Fraction(level)), rescaled(*SHIFTED))
        assert (answer.asked, answer.means, answer.level) == (own.asked, own.means, Fraction(now))


def test_last_years_level_is_read_anew_also_where_it_was_nothing() -> None:
    then = replace(as_asked(2), was=EarlierAnswer(Fraction(0), change=WasChange.CHANGED))
    answer, _ = pol1(then, rescaled(*SHIFTED))
    assert answer.was == EarlierAnswer(Fraction(1), change=WasChange.CHANGED)


def test_last_years_level_without_a_place_goes_to_its_reason() -> None:
    then = replace(as_asked(2), was=EarlierAnswer(Fraction(0), reason="Ny ledelse"))
    answer, _ = pol1(then, rescaled(*SHIFTED[1:]))
    assert answer.was == EarlierAnswer(reason="Ny ledelse\nwas: {level: 0, version: 1.0}")
    alone, _ = pol1(replace(then, was=EarlierAnswer(Fraction(0))), rescaled(*SHIFTED[1:]))
    assert alone.was == EarlierAnswer(reason="was: {level: 0, version: 1.0}")


def test_last_years_level_without_a_place_leaves_a_file_without_errors() -> None:
    newer = rescaled(*SHIFTED[1:])
    answer, _ = pol1(replace(as_asked(2), was=EarlierAnswer(Fraction(0))), newer)
    profile = skovby(2025)._replace(answers={"POL1": answer}, parked={}, unmapped={})
    document, _ = parse(dump(profile_tree(profile)).encode(), "x.yaml")
    assert document is not None
    errors = [one for one in check_profile(Entry(document), older()) if one.code != "P154"]
    assert [one for one in errors if one.severity is Severity.ERROR] == []
