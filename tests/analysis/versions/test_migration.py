"""What becomes of a profile's answers in a newer version, and that none is lost."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction

from hypothesis import HealthCheck, given, settings

from sdgassess.analysis.versions.lineage import Kin, Kinship
from sdgassess.analysis.versions.migration import Fate, LeftOver, migrate, migrated
from sdgassess.files.read.entry import Entry
from sdgassess.files.read.reader import parse
from sdgassess.files.rules.profile import check_profile
from sdgassess.files.splice.fragment import dump
from sdgassess.files.splice.layout import profile_tree
from sdgassess.model.profile import (
    Answer,
    Judgement,
    Municipality,
    ParkedAnswer,
    Priority,
    Profile,
    QuestionnaireRef,
    Scope,
    State,
    Status,
    UnmappedAnswer,
    Voice,
    Weight,
)
from sdgassess.model.question import Comparable, QuestionKind
from sdgassess.model.worth import answer_with_worth
from sdgassess.problem import Severity
from tests.given.chance import Chance, seeded
from tests.given.profiles import skovby
from tests.given.questionnaires import newer, older
from tests.given.texts import evidence, text, was

REF = QuestionnaireRef("nordic-sdg-governance", "1.0")
ROLES = [role.id for role in older().roles]
QUESTIONS = list(older().questions)


def _level(chance: Chance) -> Fraction:
    return Fraction(chance.randint(0, 4))


def _voice(chance: Chance) -> Voice:
    level = chance.maybe(lambda: _level(chance))
    state = chance.choice(tuple(State)) if level is None else None
    return Voice(chance.choice(ROLES), level, state)


def _answer(chance: Chance) -> Answer:
    level = chance.maybe(lambda: _level(chance))
    return Answer(
        level=level,
        state=chance.choice(tuple(State)) if level is None else None,
        voices=chance.several(lambda: _voice(chance)),
        evidence=chance.several(lambda: evidence(chance)),
        comment=chance.maybe(lambda: text(chance)),
        asked=chance.maybe(lambda: text(chance)),
        unsure=bool(chance.randint(0, 1)),
        was=chance.maybe(lambda: was(chance)),
    )


def _some(chance: Chance, most: int) -> list[str]:
    """Up to so many questions."""
    return chance.sample(QUESTIONS, chance.randint(0, most))


def _profile(chance: Chance) -> Profile:
    """A profile that answers version 1.0, with all that may hang on an answer."""
    answers = {key: _answer(chance) for key in _some(chance, 8)}
    parked = [key for key in _some(chance, 3) if key not in answers]
    kept = [*_some(chance, 1), *chance.several(lambda: "OLD1", 1)]
    return Profile(
        municipality=Municipality("Prøveby"),
        date=dt.date(2026, 3, 12),
        questionnaire=REF,
        scope=chance.choice(tuple(Scope)),
        status=chance.choice((None, *Status)),
        answers=answers,
        parked={key: ParkedAnswer(_answer(chance), chance.choice(QUESTIONS)) for key in parked},
        unmapped={key: UnmappedAnswer(_answer(chance), REF) for key in kept},
        judgement={key: Judgement(chance.choice(tuple(Weight))) for key in _some(chance, 3)},
        priorities=tuple(
            Priority(key, Fraction(chance.randint(2, 4))) for key in _some(chance, 3)
        ),
        context=chance.choice(({}, {"initiatives": chance.randint(0, 99)})),
    )


profiles = seeded(_profile)
law = settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.too_slow])


@law
@given(profiles)
def test_no_answer_is_lost(profile: Profile) -> None:
    """A law: what went in is in the answers, parked, or unmapped."""
    found = migrate(profile, older(), newer())
    after = found.profile
    told = {(one.section, one.question): one for one in found.answers}
    there: list[tuple[str, str, Answer]] = [("answers", k, a) for k, a in profile.answers.items()]
    there += [("parked", key, one.answer) for key, one in profile.parked.items()]
    assert told.keys() == {(section, key) for section, key, _ in there}
    for section, key, answer in there:
        gone = told[section, key]
        assert gone.to
        for to in gone.to:
            if gone.fate is Fate.UNMAPPED:
                kept = after.unmapped[to].answer
                assert replace(kept, comment=answer.comment) == answer
                assert (kept.comment or "").startswith((answer.comment or "").rstrip("\n"))
            else:
                new = after.answers[to] if section == "answers" else after.parked[to].answer
                assert (new.comment, new.evidence) == (answer.comment, answer.evidence)
                assert len(new.voices) == len(answer.voices)
                assert (new.state, new.unsure) == (answer.state, answer.unsure)
    for key, one in profile.unmapped.items():
        assert one.answer.evidence == after.unmapped[key].answer.evidence


@law
@given(profiles)
def test_twice_is_the_same_as_once(profile: Profile) -> None:
    once = migrate(profile, older(), newer()).profile
    assert migrate(once, newer(), newer()).profile == once
    assert migrate(profile, older(), older()).profile == profile


@law
@given(profiles)
def test_what_comes_out_is_without_errors(profile: Profile) -> None:
    after = migrate(profile, older(), newer()).profile
    document, _ = parse(dump(profile_tree(after)).encode(), "x.yaml")
    assert document is not None
    found = check_profile(Entry(document), newer())
    ours = {"P108", "P110"}  # what the strategies make up: nobody's voices
    assert not [one for one in found if one.severity is Severity.ERROR and one.code not in ours]


@law
@given(profiles)
def test_nothing_that_was_judged_or_picked_is_forgotten(profile: Profile) -> None:
    found = migrate(profile, older(), newer())
    noted = set(found.left_over)
    for question in profile.judgement:
        assert (
            question in found.profile.judgement
            or LeftOver("judgement", question) in noted
            or (question == "BUD5" and found.profile.judgement.keys() >= {"BUD6", "BUD7"})
        )
    picked = {one.question for one in found.profile.priorities}
    for pick in profile.priorities:
        now = "BUD6" if pick.question == "BUD5" else pick.question
        assert now in picked or LeftOver("priorities", pick.question) in noted


def test_the_whole_of_it_on_a_real_profile() -> None:
    found = migrate(skovby(2025), older(), newer())
    assert found.count(Fate.CARRIED) == 53
    assert found.count(Fate.MAPPED) == 0
    asked = {one.question: one for one in found.ask}
    assert list(asked) == ["SAM3", "CORE4", "BUD6", "BUD7", "LRN5", "LRN6", "PAR6"]
    assert asked["PAR6"].earlier == ("PAR3", "PAR4")
    assert asked["LRN6"].reason is Kinship.ADDED
    assert asked["BUD6"].earlier == asked["BUD7"].earlier == ("BUD5",)
    after = found.profile
    assert after.status is Status.IN_PROGRESS
    assert not {"BUD6", "BUD7", "LRN5"} & after.answers.keys()
    assert after.unmapped["BUD5"].answer.level == 2
    assert after.unmapped["SAM3"].answer == skovby(2025).answers["SAM3"]
    assert after.priorities[0].question == "BUD6"
    assert after.unmapped["EXT6"].answer.comment == (
        "Mest ord.\njudgement: {stake: low}\npriorities: {target: 2, who: borgmester}"
    )


def test_nobody_gets_a_level_that_is_only_roughly_the_same() -> None:
    """A map that holds roughly is a suggestion: the score is of what was answered."""
    own = Answer(level=Fraction(2), asked="In my own words?", means="Mine")
    found = migrate(skovby(2025)._replace(answers={"LRN5": own}), older(), newer())
    assert found.profile.answers == {}
    assert found.profile.unmapped["LRN5"].answer == own
    ask = next(one for one in found.ask if one.question == "LRN5")
    assert (ask.earlier, ask.suggested) == (("LRN5",), Fraction(3))


def test_an_answer_kept_already_is_not_written_over() -> None:
    there = UnmappedAnswer(Answer(level=Fraction(0)), QuestionnaireRef(REF.id, "0.9"))
    profile = skovby(2025)._replace(unmapped={"EXT6": there})
    after = migrate(profile, older(), newer()).profile
    assert after.unmapped["EXT6"] == there
    assert after.unmapped["EXT6-1.0"].answer.level == 1


def test_a_note_goes_to_the_answer_of_its_own_version() -> None:
    there = UnmappedAnswer(Answer(level=Fraction(0)), QuestionnaireRef(REF.id, "0.9"))
    after = migrate(skovby(2025)._replace(unmapped={"EXT6": there}), older(), newer()).profile
    assert {one for one in after.unmapped if one.startswith("EXT6")} == {"EXT6", "EXT6-1.0"}
    assert (after.unmapped["EXT6-1.0"].answer.comment or "").endswith(
        "judgement: {stake: low}\npriorities: {target: 2, who: borgmester}"
    )


def test_a_parked_answer_without_what_parked_it_is_kept_and_asked_again() -> None:
    parked = {"POL1": ParkedAnswer(Answer(level=Fraction(2)), "EXT6")}
    profile = skovby(2025)._replace(answers={}, parked=parked)
    found = migrate(profile, older(), newer())
    assert found.profile.parked == {}
    assert found.profile.unmapped["POL1"].answer.level == 2
    gone = next(one for one in found.answers if one.question == "POL1")
    ask = next(one for one in found.ask if one.question == "POL1")
    assert gone.reason is ask.reason is Kinship.PARKER_GONE
    assert ask.earlier == ("POL1",)


def test_what_is_still_parked_is_not_asked_though_its_answer_went() -> None:
    parked = {"SAM3": ParkedAnswer(Answer(level=Fraction(2)), "SAM1")}
    profile = skovby(2025)._replace(answers={"SAM1": Answer(level=Fraction(0))}, parked=parked)
    found = migrate(profile, older(), newer())
    assert found.profile.unmapped["SAM3"].answer.level == 2
    assert "SAM3" not in {one.question for one in found.ask}


def test_setting_and_style_that_are_gone_are_noted() -> None:
    bare = newer()._replace(context=(), style=())
    found = migrate(skovby(2025), older(), bare)
    assert found.profile.context == found.profile.style == {}
    assert LeftOver("context", "initiatives") in found.left_over
    assert found.profile.unmapped["initiatives"].answer.comment == "context: 9"
    assert found.profile.unmapped["coordination"].answer.comment == (
        "style: {start: -1, dialogue: 0}"
    )


def test_a_target_that_is_no_level_of_the_newer_question_is_left_out() -> None:
    picks = (Priority("POL1", Fraction(5, 2)), Priority("POL2", Fraction(3)))
    after = migrate(skovby(2025)._replace(priorities=picks), older(), newer()).profile
    assert [(one.question, one.target) for one in after.priorities] == [
        ("POL1", None),
        ("POL2", 3),
    ]


def test_chosen_options_go_over_only_where_the_question_still_offers_them() -> None:
    before = older().questions["POL1"]
    named = tuple(
        option._replace(id=letter) for option, letter in zip(before.options, "abcde", strict=True)
    )
    several = before._replace(options=named, kind=QuestionKind.SEVERAL)
    fewer = several._replace(options=named[:3])
    related = Kin(Comparable.EXACT, Kinship.REWORDED, "POL1")
    kept = Answer(options=("a", "c"), voices=(Voice(ROLES[0], options=("b",)),))
    kept = answer_with_worth(kept, several)
    assert migrated(kept, several, fewer, related, "1.0") == kept
    for gone in (
        Answer(options=("a", "e")),
        replace(kept, voices=(Voice(ROLES[0], options=("d",)),)),
    ):
        lost = answer_with_worth(gone, several)
        assert migrated(lost, several, fewer, related, "1.0") is None
