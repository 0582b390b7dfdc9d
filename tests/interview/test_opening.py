"""The first minute, and the last: names, dates, roles; complete files opened again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sdgassess.files.load import load_profile
from sdgassess.files.write.profile_file import ProfileFile
from sdgassess.interview.engine import Interview
from sdgassess.interview.state.begun import BegunSitting
from sdgassess.interview.state.phases import (
    AtContext,
    AtQuestion,
    Beginning,
    Finishing,
    MeetingTwin,
    NamingMunicipality,
    NamingRoles,
    SayingWhyAmended,
)
from sdgassess.interview.state.setting import Setting
from sdgassess.model.profile import Profile, Status
from sdgassess.model.question import Text
from sdgassess.model.questionnaire import Questionnaire, Role
from sdgassess.phrases.terms import words_about
from sdgassess.problem import has_errors
from sdgassess.typed.people import people_typed

Asked = Callable[..., Interview]
Begin = Callable[..., Interview]

TODAY = dt.date(2026, 3, 12)
SMALL = Path(__file__).parent / "small.yaml"
TO_THE_END = ("1", "1", "1", "1", "1", "y", "1", "1", "")


def profile_of(interview: Interview) -> Profile:
    assert interview.profile is not None
    return interview.profile


@pytest.mark.parametrize(
    ("spoken", "line"),
    [
        ("en", "Dansk: :l da · Svenska: :l sv"),
        ("da", "Svenska: :l sv · English: :l en"),
        ("sv", "Dansk: :l da · English: :l en"),
    ],
)
def test_the_first_screen_names_the_other_languages_in_themselves(
    small: Questionnaire, spoken: str, line: str
) -> None:
    interview = Interview.start(Setting(small, words_about(small, spoken), spoken, TODAY))
    assert line in interview.screen.lines
    named = interview.take("Eksempelby").interview
    again = named.take("b").interview
    assert again.sitting.phase == NamingMunicipality()
    for later in (named, again, Interview.start(interview.sitting.setting, named.profile)):
        assert not any("--lang" in one for one in later.screen.lines)


@pytest.mark.parametrize("name", ["Å", "å", "Y", "Ö"])
def test_a_place_may_be_one_letter(begin: Begin, name: str) -> None:
    assert profile_of(begin().take(name).interview).municipality.name == name


@pytest.mark.parametrize("typed", ["u", "S", "x", "-", ">", "7", "?", ":?", ":u", "<"])
def test_a_key_is_no_name(begin: Begin, typed: str) -> None:
    outcome = begin().take(typed)
    assert outcome.interview.profile is None
    assert outcome.reply


def test_keys_alone_work_in_the_opening(begin: Begin) -> None:
    named = begin().take("Eksempelby").interview
    assert named.take("q").interview.over
    assert named.take("b").interview.sitting.phase == NamingMunicipality()
    assert "first question" in " ".join(begin().take("b").reply)
    assert named.sitting.phase == NamingRoles()
    beginning = named.take("").interview
    assert beginning.sitting.phase == Beginning()
    assert beginning.take("b").interview.sitting.phase == NamingRoles()
    assert beginning.take("q").interview.over


def test_a_letter_of_a_role_comes_before_a_key(small: Questionnaire) -> None:
    citizen = Role("citizen", "b", Text({"en": "citizen"}))
    setting = Setting(
        small._replace(roles=(*small.roles, citizen)), words_about(small, "en"), "en", TODAY
    )
    interview = Interview.start(setting)
    for line in ("Eksempelby", "b"):
        interview = interview.take(line).interview
    assert [one.role for one in profile_of(interview).participants] == ["citizen"]


def test_a_day_that_does_not_exist_is_told_from_what_is_no_date(begin: Begin) -> None:
    dated = begin().take("Eksempelby").interview.take("").interview
    assert "no day 2026-02-30" in " ".join(dated.take("2026-02-30").reply)
    assert "no day 30/2 2026" in " ".join(dated.take("30/2 2026").reply)
    assert "neither a date" in " ".join(dated.take("30-2/2026").reply)


def roles_asked(begin: Begin, **settings: object) -> Interview:
    interview = begin(**settings)
    return interview.take("Eksempelby").interview


def beside(begin: Begin, *begun: BegunSitting) -> Interview:
    """A new sitting in a folder with profiles in it."""
    interview = begin()
    setting = replace(
        interview.sitting.setting, begun=begun, file_of=lambda profile: f"{profile.date}.yaml"
    )
    return Interview.start(setting)


BEGUN = BegunSitting("a.yaml", "Eksempelby", TODAY, 2, 5, complete=False)
EARLIER = BegunSitting("b.yaml", "Solby", dt.date(2025, 3, 1), 4, 5, complete=False)
DONE = BegunSitting("c.yaml", "Norby", TODAY, 5, 5, complete=True)


def test_what_was_begun_is_listed_and_gone_on_with(begin: Begin) -> None:
    first = beside(begin, BEGUN, DONE, EARLIER)
    lines = first.screen.lines
    assert "1  Eksempelby, 2026-03-12: 2 of 5 answered (a.yaml)" in lines
    assert "2  Solby, 2025-03-01: 4 of 5 answered (b.yaml)" in lines
    assert not any("Norby" in line for line in lines)
    outcome = first.take("2")
    assert outcome.interview.over
    assert outcome.interview.elsewhere == "b.yaml"
    assert not outcome.changed
    assert "no number 3" in " ".join(first.take("3").reply)
    assert first.take("Nyby").interview.elsewhere is None


@pytest.mark.parametrize("name", ["Eksempelby", " eksempelby ", "Norby"])
def test_a_twin_is_never_begun_silently(begin: Begin, name: str) -> None:
    met = beside(begin, BEGUN, DONE, EARLIER).take(name).interview
    assert isinstance(met.sitting.phase, MeetingTwin)
    twin = met.sitting.phase.twin.file
    assert twin in " ".join(met.screen.lines)
    assert met.take("").interview.elsewhere == twin
    assert met.take("y").interview.elsewhere == twin
    for left in (met.take("q"), met.leave()):
        assert (left.interview.over, left.changed) == (True, False)
    assert met.owed is None, "a twin is not saved by breaking off either"
    second = met.take("n").interview
    assert second.sitting.phase == NamingRoles()
    begun = second.take("").interview.take("")
    assert begun.changed
    assert isinstance(begun.interview.sitting.phase, AtQuestion)


def test_a_day_that_is_typed_may_meet_a_twin_too(begin: Begin) -> None:
    beginning = beside(begin, EARLIER).take("Solby").interview.take("").interview
    met = beginning.take("1.3.2025").interview.take("").interview
    assert isinstance(met.sitting.phase, MeetingTwin)
    assert met.take("n").interview.sitting.phase == Beginning()
    assert met.take("n").interview.take("").changed


def test_the_file_is_named_before_the_first_question(begin: Begin) -> None:
    beginning = beside(begin).take("Eksempelby").interview.take("").interview
    assert "saved in 2026-03-12.yaml" in " ".join(beginning.screen.lines)
    moved = beginning.take("13.3.2026").interview
    assert "saved in 2026-03-13.yaml" in " ".join(moved.screen.lines)


@pytest.mark.parametrize(
    ("typed", "country", "date", "consent"),
    [
        ("SE", "SE", TODAY, None),
        ("se, 1.2.2026 y", "SE", dt.date(2026, 2, 1), True),
        ("12. februar 2026 ja", "DK", dt.date(2026, 2, 12), True),
        ("Norge n", "NO", TODAY, False),
        ("NO, no", "NO", TODAY, False),
        ("1/2 2026; Færøerne", "FO", dt.date(2026, 2, 1), None),
    ],
)
def test_one_line_changes_how_it_begins(
    begin: Begin, typed: str, country: str, date: dt.date, consent: bool | None
) -> None:
    interview = begin(language="da")
    for line in ("Eksempelby", "c l", typed):
        interview = interview.take(line).interview
    profile = profile_of(interview)
    assert (profile.municipality.country, profile.date, profile.consent) == (
        country,
        date,
        consent,
    )
    begun = interview.take("").interview
    assert profile_of(begun).consent is bool(consent), "what nobody changed is what was shown"


def test_what_is_not_understood_changes_nothing(begin: Begin) -> None:
    beginning = begin().take("Eksempelby").interview.take("c l").interview
    for typed in ("SE, tomorrow", "y or so", "SE 2026-02-30", "p p Atlantis"):
        outcome = beginning.take(typed)
        assert outcome.interview.profile == beginning.profile, typed
        assert outcome.interview.sitting.phase == beginning.sitting.phase
        assert outcome.reply


def test_another_language_in_the_opening_is_the_files_own(begin: Begin) -> None:
    named = begin().take("Eksempelby").interview.take(":l sv").interview
    assert profile_of(named).language == "sv"
    begun = named.take("").interview.take("").interview
    assert profile_of(begun.take("l da").interview).language == "sv", "from then on it is kept"


def test_the_legend_of_roles_is_not_broken_within_a_role(
    begin: Begin, small: Questionnaire
) -> None:
    titles = {"p": "Politician", "x": "Top management", "c": "Coordinator", "l": "Line manager"}
    roles = tuple(Role(letter, letter, Text({"en": said})) for letter, said in titles.items())
    many = small._replace(roles=roles)
    for width in range(24, 80):
        lines = roles_asked(begin, questionnaire=many, width=width).screen.lines
        for letter, said in titles.items():
            assert any(f"{letter} = {said}" in line for line in lines)


def test_the_example_has_letters_of_this_questionnaire(begin: Begin, small: Questionnaire) -> None:
    for letters in ("a", "ab", "pqr", "pxcle"):
        roles = tuple(Role(one, one, Text({"en": f"the {one}"})) for one in letters)
        interview = roles_asked(begin, questionnaire=small._replace(roles=roles))
        text = " ".join(interview.screen.lines)
        example = text[text.index("alone (") + 7 : text.index(")")]
        assert set(example.split()) <= set(letters)
        people = profile_of(interview.take(example).interview).participants
        assert len(people) == 3, "what the example says can be typed"


def test_one_bad_entry_is_named_and_the_good_ones_are_shown(begin: Begin) -> None:
    before = roles_asked(begin)
    outcome = before.take("c Strategi, k Skole, l Børn og Unge")
    assert not outcome.changed
    assert profile_of(outcome.interview).participants == ()
    said = " ".join(outcome.reply)
    assert "“k Skole”" in said
    assert "coordinator (Strategi), line manager (Børn og Unge)" in said
    assert said.endswith("c Strategi, l Børn og Unge")
    retyped = outcome.interview.take("c Strategi, l Børn og Unge").interview
    assert len(profile_of(retyped).participants) == 2


def test_a_bad_letter_in_a_row_is_no_unit(small: Questionnaire) -> None:
    here = people_typed("c k l", small.roles)
    assert (here.understood, here.strange) == (("c", "l"), ("k",))
    assert people_typed("c Skole A", small.roles).people[0].unit == "Skole A"
    assert people_typed("l Å", small.roles).people[0].unit == "Å"


def test_context_is_asked_without_raw_ids(asked: Asked) -> None:
    for one in ("project-share", "initiatives", "started-since"):
        interview = asked(f"g {one}")
        assert interview.sitting.phase == AtContext(one)
        assert interview.screen.prompt.startswith("Answer")


def test_the_overview_says_open_context_in_words(asked: Asked) -> None:
    said = asked("g project-share", "1").take("o").reply
    assert any("How many initiatives?" in line for line in said)
    assert not any("How much runs as projects?" in line for line in said)


def test_why_a_question_is_not_asked(asked: Asked) -> None:
    quick = asked(quick=True)
    for out_of_scope in ("POL1", "CONT2", "initiatives"):
        said = " ".join(quick.take(f"g {out_of_scope}").reply)
        assert said == f"{out_of_scope} is not asked in a quick scan."
    said = " ".join(asked().take("g POL4").reply)
    assert said == "POL4 is not asked with the answers given so far."


def test_a_complete_file_is_not_asked_whether_it_is_complete(begin: Begin, asked: Asked) -> None:
    done = profile_of(asked(*TO_THE_END, "y"))
    assert done.status is Status.COMPLETE
    again = begin(done).take("").interview
    assert again.sitting.phase == Finishing()
    assert "Complete?" not in again.screen.prompt
    assert "It is complete." in again.screen.lines
    outcome = again.take("")
    assert outcome.interview.over
    assert not outcome.changed
    assert profile_of(again.take("n").interview).status is Status.IN_PROGRESS
    assert again.take("g POL1").interview.sitting.phase == AtQuestion("POL1")
    odd = again.take("what")
    assert "“what”" in " ".join(odd.reply)
    assert not odd.interview.over


@pytest.mark.parametrize("last", ["", "y"])
def test_a_complete_file_that_is_edited_is_amended_and_valid(
    begin: Begin, asked: Asked, tmp_path: Path, last: str
) -> None:
    path = tmp_path / "profile.yaml"
    done = profile_of(asked(*TO_THE_END, "y"))
    ProfileFile.new(path).save(done)
    loaded = load_profile(path, SMALL)
    assert loaded.value is not None
    interview = begin(loaded.value)
    for line in ("", "g POL1", "2"):
        interview = interview.take(line).interview
    assert profile_of(interview).status is Status.AMENDED
    assert isinstance(interview.sitting.phase, SayingWhyAmended)
    interview = interview.take("").interview
    while not interview.over:
        interview = interview.take(last).interview
    assert profile_of(interview).status is Status.AMENDED
    path.unlink()
    ProfileFile.new(path).save(profile_of(interview))
    reread = load_profile(path, SMALL)
    assert not has_errors(reread.problems), reread.problems
    assert reread.value == interview.profile


def test_an_amended_file_with_an_open_question_is_asked(begin: Begin, asked: Asked) -> None:
    done = profile_of(asked(*TO_THE_END, "y"))
    interview = begin(done).take("").interview
    for line in ("g POL1", "x"):
        interview = interview.take(line).interview
    while not isinstance(interview.sitting.phase, Finishing):
        interview = interview.take("").interview
    assert "Complete?" in interview.screen.prompt


def test_the_keys_are_explained_three_times_and_when_asked(begin: Begin) -> None:
    interview = begin(width=40)
    for line in ("Eksempelby", "", "", "1", "1"):
        assert "0–4 · u · -" not in " ".join(interview.screen.lines)
        interview = interview.take(line).interview
    assert "u unknown" in " ".join(interview.screen.lines)
    fourth = interview.take("g CONT1").interview
    assert fourth.screen.lines[-1] == "0–2 · u · - · s · c · e · b · ? help"
    assert len(fourth.screen.lines[-1]) <= 40
    in_full = fourth.take("r").interview
    assert "u unknown" in " ".join(in_full.screen.lines)
    said = "\n".join(("", *fourth.take("??").reply))
    assert all(f"\n{key}  " in said for key in ("u", "-", "s", "c", "e", "b", "g", "o", "q"))
    fifth = in_full.take("1").interview
    assert "u unknown" not in " ".join(fifth.screen.lines)
    anew = begin(fifth.profile)
    assert "u unknown" in " ".join(anew.take("g CONT2").interview.screen.lines)
