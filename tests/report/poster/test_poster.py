"""What stands on a poster: nothing of the result before the workshop, only true words after it."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdgassess.document.poster import Headline, Poster, PosterMark
from sdgassess.document.runs import text_of
from sdgassess.files.load import load_questionnaire
from sdgassess.model.profile import (
    Answer,
    Municipality,
    PickStatus,
    Priority,
    Profile,
    State,
    Status,
    Voice,
)
from sdgassess.report.poster.rows import MOST_ROWS
from tests.given.gap_reports import edition
from tests.given.places import TESTS
from tests.given.posters import PICKS, poster_of
from tests.given.profiles import assessed, example, heard, profile
from tests.given.questionnaires import nordic, with_factors, with_names, with_scale


@pytest.fixture(scope="module", autouse=True)
def loaded() -> None:
    """Read the questionnaire once, before any law counts the time."""
    nordic()


def marks(poster: Poster) -> set[PosterMark]:
    """The marks in the key."""
    return {entry.mark for entry in poster.key}


def rows_of(poster: Poster) -> list[str]:
    """The factors, page by page."""
    return [row.factor for page in poster.pages for row in page]


ANSWERS = st.dictionaries(
    st.sampled_from(sorted(f"{name}{n}" for name in ("POL", "BUD", "CONT") for n in range(1, 5))),
    st.sampled_from([0, 1, 2, 3, 4, "?", "-", "."]),
)
"""Levels and marks for some questions of three factors."""


def test_where_no_number_is_to_be_picked_it_is_not_said_that_no_step_is_due() -> None:
    choice = nordic().priorities
    assert choice is not None
    rules = nordic()._replace(priorities=choice._replace(picks=0, picks_when_overloaded=0))
    known = example()._replace(priorities=())
    assert poster_of(known, Headline.FINDING, rules).headline == "Where do we begin?"


@settings(max_examples=30, deadline=None)
@given(answers=ANSWERS, scope=st.sampled_from(["full", "quick"]))
def test_before_the_workshop_nothing_of_the_result_is_shown(
    answers: dict[str, object], scope: str
) -> None:
    assert poster_of(profile(answers, scope=scope)) == poster_of(profile(scope=scope))


def test_the_factors_stand_in_the_order_of_the_questionnaire() -> None:
    assert rows_of(poster_of()) == list(nordic().factors)
    assert rows_of(poster_of(headline=Headline.MARKED)) == list(nordic().factors)


def test_today_is_marked_with_what_was_answered_and_what_is_backed() -> None:
    poster = poster_of(assessed(3), Headline.MARKED)
    standing = poster.pages[0][0].standing
    assert standing is not None
    assert standing.answered is not None
    assert standing.backed is not None
    assert (standing.answered.figure, standing.backed.figure) == ("3", "2")
    assert marks(poster) == {PosterMark.BACKED, PosterMark.ANSWERED, PosterMark.TARGET}
    assert poster.pages[0][0].alt.endswith("answered 3, backed 2.")


def test_a_gate_is_drawn_where_it_holds_a_factor() -> None:
    poster = poster_of(assessed(2, LED2=0, BUD3=0), Headline.MARKED)
    held = next(row for row in poster.pages[0] if row.factor == "COORD")
    assert held.standing is not None
    assert held.standing.capped is not None
    assert held.standing.capped.value == 1
    assert "held at 1 by another factor" in held.alt
    assert PosterMark.CAPPED in marks(poster)


def test_a_factor_with_too_little_known_lies_between_two_levels() -> None:
    answers: dict[str, object] = dict.fromkeys(nordic().questions, 2)
    answers |= {"CONT1": "?", "CONT2": "?", "CONT4": "?", "CONT3": "?"}
    poster = poster_of(profile(answers), Headline.MARKED)
    row = next(row for row in poster.pages[0] if row.factor == "CONT")
    assert row.standing is not None
    assert row.standing.open is not None
    low, high = row.standing.open
    assert f"too little is known, between {low.figure} and {high.figure}." in row.alt
    assert PosterMark.OPEN in marks(poster)


def test_a_factor_that_does_not_apply_says_so() -> None:
    answers: dict[str, object] = dict.fromkeys(nordic().questions, 2)
    answers |= dict.fromkeys(("EXT1", "EXT2", "EXT3", "EXT4", "EXT5", "EXT6"), "-")
    poster = poster_of(profile(answers), Headline.MARKED)
    assert poster.pages[0][-1].alt.endswith("not applicable.")


def test_what_was_picked_comes_first_with_its_target() -> None:
    poster = poster_of(assessed(1, PICKS), Headline.FINDING)
    assert rows_of(poster)[:3] == ["BUD", "CONT", "COORD"]
    assert sorted(rows_of(poster)) == sorted(nordic().factors)
    aim = poster.pages[0][0].aims[0]
    assert aim.level is not None
    assert aim.target is not None
    assert (aim.question, aim.level.figure, aim.target.figure) == ("BUD2", "1", "3")
    assert aim.steps == 2
    assert "BUD2 from 1 to 3" in poster.pages[0][0].alt
    assert all(not row.aims for row in poster.pages[0][3:])
    assert poster.headline == (
        "Here we begin: Budget and resources · Continuity · Internal coordination"
    )
    assert not poster.votes


def test_agreements_hold_what_is_known_and_leave_room_for_the_rest() -> None:
    first, second, third = poster_of(assessed(1, PICKS), Headline.FINDING).agreements
    anchor = nordic().questions["BUD2"].option(Fraction(3))
    assert anchor is not None
    assert "".join(run.text for run in first.aim) == (
        f"From level 1 to 3: {anchor.text.words['en']}"
    )
    assert first.who is not None
    assert (first.who.text, first.who.language) == ("økonomichef", "da")
    assert second.who is None
    assert second.by is None
    assert third.who is not None
    assert third.first_move is None


def test_two_picks_of_one_factor_are_named_once_and_drawn_twice() -> None:
    picks = (Priority("BUD1", Fraction(2)), Priority("BUD2", Fraction(2)))
    poster = poster_of(assessed(1, picks), Headline.FINDING)
    assert poster.headline == "Here we begin: Budget and resources"
    assert [aim.question for aim in poster.pages[0][0].aims] == ["BUD1", "BUD2"]


def test_a_pick_without_a_level_or_a_target_stands_without_numbers() -> None:
    given = assessed(1, [Priority("BUD2")])._replace(answers={"BUD2": Answer(state=State.UNKNOWN)})
    poster = poster_of(given, Headline.FINDING)
    assert poster.pages[0][0].alt.endswith("BUD2 stands at ?.")
    assert poster.agreements[0].aim == ()


def test_suggestions_are_called_suggestions_and_draw_no_target() -> None:
    poster = poster_of(heard(assessed(1)), Headline.FINDING)
    assert poster.headline.startswith("Suggestions for where to begin: ")
    assert poster.labels.agreements == "Suggestions: you pick"
    assert not any(row.aims for row in poster.pages[0])
    assert poster.votes


def test_the_headline_is_as_firm_as_what_is_known() -> None:
    few = assessed(1)._replace(answers={"POL1": Answer(level=Fraction(1))})
    unfinished = heard(assessed(1))._replace(status=Status.IN_PROGRESS)
    named = Answer(state=State.UNKNOWN, who_knows="x" * 300)
    for known, beginning in (
        (assessed(1), "Preliminary until these are heard: "),
        (unfinished, "Preliminary: the assessment is still in progress"),
        (few, "Too little is known for a conclusion – not heard yet: "),
        (few._replace(answers={"POL1": named}), "Not assessed"),
        (few._replace(answers={**few.answers, "POL2": named}), "Too little is known"),
    ):
        poster = poster_of(known, Headline.FINDING)
        assert poster.headline.startswith(beginning)
        assert len(poster.headline) <= 140
        assert poster_of(known, Headline.QUESTION).headline == "Where do we begin?"
    picked = poster_of(assessed(1, PICKS), Headline.FINDING)
    assert picked.headline.startswith("Here we begin: ")


def test_nothing_is_suggested_where_too_little_is_known_or_most_is_to_be_talked_about() -> None:
    people = ("politician", "executive", "coordinator", "line-manager", "line-manager")
    levels = (0, 3, 3, 3, 3)
    apart = Answer(
        voices=tuple(
            Voice(r, n, by=f"p{i}") for i, (r, n) in enumerate(zip(people, levels, strict=True))
        )
    )
    differing = assessed(2)._replace(answers=dict.fromkeys(nordic().questions, apart))
    few = assessed(1)._replace(answers={"POL1": Answer(level=Fraction(1))})
    for known, beginning in ((heard(differing), "Answers differ widely on 60"), (few, "Too ")):
        poster = poster_of(known, Headline.FINDING)
        assert poster.headline.startswith(beginning)
        assert poster.labels.agreements == "What we agree on today"
        assert all(agreement.title == () for agreement in poster.agreements)
    picked = poster_of(few._replace(priorities=PICKS), Headline.FINDING)
    assert picked.labels.agreements == "What we agreed on"


def test_what_kind_of_assessment_it_is_stands_there_once_enough_is_known() -> None:
    few = assessed(1)._replace(answers={"POL1": Answer(level=Fraction(1))})
    assert poster_of(assessed(1), Headline.FINDING).subtitle.endswith(" · full assessment")
    assert "assessment" not in poster_of(few, Headline.FINDING).subtitle


@pytest.mark.parametrize(
    ("given_profile", "headline"),
    [
        (profile(), "Not assessed: no question has a level yet"),
        (heard(assessed(4)), "The answers point to no next step"),
    ],
    ids=["nothing-answered", "all-at-the-top"],
)
def test_where_nothing_follows_the_headline_says_so(given_profile: Profile, headline: str) -> None:
    poster = poster_of(given_profile, Headline.FINDING)
    assert poster.headline == headline
    assert all(agreement.title == () for agreement in poster.agreements)
    assert len(poster.agreements) == 3


@settings(max_examples=50, deadline=None)
@given(answers=ANSWERS)
def test_every_number_and_name_that_is_drawn_is_said(answers: dict[str, object]) -> None:
    for row in poster_of(profile(answers), Headline.FINDING).pages[0]:
        assert row.alt.startswith(row.name.text)
        assert row.standing is not None
        standing = row.standing
        figures = [standing.answered, standing.backed, standing.capped, *(standing.open or ())]
        assert all(one.figure in row.alt for one in figures if one)
        assert standing.remark in row.alt


@pytest.mark.parametrize("count", [1, 5, 11, 12, 13, 15, 22, 30])
def test_no_page_has_more_rows_than_can_be_voted_on(count: int) -> None:
    poster = poster_of(rules=with_factors(count))
    assert [len(page) <= MOST_ROWS for page in poster.pages] == [True] * len(poster.pages)
    assert len(poster.pages) == 1 or count > MOST_ROWS
    assert len(rows_of(poster)) == count
    assert len(set(rows_of(poster))) == count


def test_a_block_is_not_torn_between_pages() -> None:
    rules = with_factors(15)
    poster = poster_of(rules=rules)
    page_of = {row.factor: n for n, page in enumerate(poster.pages) for row in page}
    for block in rules.parts:
        assert len({page_of[factor.id] for factor in block.parts}) == 1


def test_other_scales_stand_above_the_ladder_with_their_names() -> None:
    six = poster_of(rules=with_scale("0", "1", "2", "3", "4", "5"))
    assert [rung.figure for rung in six.scale] == ["0", "1", "2", "3", "4", "5"]
    halves = poster_of(rules=with_scale("0", "0.5", "1.5", "2"), language="da")
    assert [rung.figure for rung in halves.scale] == ["0", "0,5", "1,5", "2"]
    assert [rung.name and rung.name.language for rung in halves.scale] == ["en"] * 4


def test_a_model_without_a_scale_of_its_own_gets_whole_numbers_that_reach_far_enough() -> None:
    foreign = TESTS / "scoring" / "foreign"
    rules = load_questionnaire(foreign / "four-tiers-1.0.yaml").value
    assert rules is not None
    poster = poster_of(profile({"d1": "4.5"}), Headline.MARKED, rules)
    assert [rung.figure for rung in poster.scale] == ["0", "1", "2", "3", "4", "5"]
    standing = next(row.standing for row in poster.pages[0] if row.factor == "design")
    assert standing is not None
    assert standing.answered is None  # the model has no backing: one mark for where it stands
    assert standing.backed is not None
    assert standing.backed.figure == "4.5"


def test_everything_that_a_printed_file_says_about_itself_is_there() -> None:
    poster = poster_of(headline=Headline.MARKED)
    assert poster.subtitle == "Prøveby · 12 March 2026 · 8 participants · full assessment"
    for part in ("nordic-sdg-governance 1.0", "not verified", "prøveby-2026.yaml", "1.2.3"):
        assert part in poster.footer
    assert poster.date == dt.date(2026, 3, 12)


@pytest.mark.parametrize("consent", [True, False, None])
@pytest.mark.parametrize("headline", list(Headline))
def test_no_role_and_no_voice_is_on_a_poster(consent: bool | None, headline: Headline) -> None:
    voices = (Voice("politician", Fraction(0), by="p1"), Voice("coordinator", Fraction(4)))
    answers = {"POL1": Answer(voices=voices), "BUD1": Answer(Fraction(1), voices=voices)}
    spoken = profile()._replace(answers=answers, consent=consent)
    said = repr(poster_of(spoken, headline)).lower()
    assert not [role for role in ("politician", "coordinator") if role in said]


def test_text_from_files_is_cut_and_made_visible() -> None:
    wild = assessed(
        1, [Priority("BUD2", Fraction(2), "x" * 500, "\x1b[31m", "en\nto " * 90)]
    )._replace(
        municipality=Municipality("Å" * 400),
    )
    poster = poster_of(wild, Headline.FINDING)
    agreement = poster.agreements[0]
    assert agreement.who is not None
    assert len(agreement.who.text) == 60
    assert agreement.who.text.endswith("…")
    assert agreement.by is not None
    assert agreement.by.text == "\\x1b[31m"
    assert agreement.first_move is not None
    assert "\n" not in agreement.first_move.text
    assert len(poster.subtitle) < 120


@settings(max_examples=30, deadline=None)
@given(name=st.text(min_size=1, max_size=300))
def test_any_name_of_a_factor_makes_a_poster(name: str) -> None:
    poster = poster_of(rules=with_names(lambda _: name), language="da", headline=Headline.FINDING)
    assert all(len(row.name.text) <= 95 for row in poster.pages[0])


@pytest.mark.parametrize(
    ("picks", "language", "dots", "lines"),
    [
        (1, "en", "at most one dot each", 1),
        (2, "da", "højst to prikker hver", 2),
        (3, "sv", "högst tre prickar var", 3),
        (9, "en", "at most 9 dots each", 5),
        (None, "en", "at most a few dots each", 3),
    ],
)
def test_dots_and_lines_follow_how_many_may_be_picked(
    picks: int | None, language: str, dots: str, lines: int
) -> None:
    rules = nordic().priorities
    assert rules is not None
    wanted = None if picks is None else rules._replace(picks=picks)
    model = nordic()._replace(priorities=wanted)
    poster = poster_of(rules=model, language=language)
    assert any(dots in line for line in poster.how_to)
    assert len(poster.agreements) == lines


def test_ones_own_way_of_working_stands_on_the_poster_after_the_workshop_alone() -> None:
    way = edition(nordic(), example()).subject.own_way
    assert way is not None
    shown = poster_of(assessed(), Headline.FINDING, own_way=way)
    met, every = len(way.in_place), len(way.conditions)
    assert f"Of its {every} conditions {met} are in place" in shown.own_way
    assert poster_of(assessed(), Headline.FINDING).own_way == ""
    for before in (Headline.QUESTION, Headline.MARKED):
        assert poster_of(assessed(), before, own_way=way).own_way == ""


def test_what_was_done_or_dropped_says_so_and_is_no_beginning() -> None:
    done = PICKS[0]._replace(status=PickStatus.DONE, on=dt.date(2026, 9, 1))
    dropped = PICKS[1]._replace(status=PickStatus.DROPPED, because="No money")
    shown = poster_of(assessed(1, (done, dropped, PICKS[2])), Headline.FINDING)
    outcomes = [text_of(agreement.outcome) for agreement in shown.agreements]
    assert outcomes == ["done 1 September 2026", "dropped: No money", ""]
    assert shown.headline == "Here we begin: Internal coordination"
    past = poster_of(assessed(1, (done, dropped)), Headline.FINDING)
    assert past.headline == "Nothing we agreed on is open"
    reached = poster_of(assessed(1, (done,)), Headline.FINDING)
    assert reached.headline == "What we agreed on is reached"


def test_as_many_as_are_advised_may_be_picked_beside_the_suggestions() -> None:
    """Where much is under way already, it is fewer than the questionnaire lets a room pick."""
    poster = poster_of(example(), Headline.FINDING)
    assert (len(poster.agreements), poster.how_to[0].count("Pick two at most")) == (2, 1)
    calm = poster_of(heard(assessed(2)), Headline.FINDING)
    assert "Pick three at most" in calm.how_to[0]
