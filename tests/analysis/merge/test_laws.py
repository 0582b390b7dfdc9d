"""What holds of every merge: no order, no harm in repeating, nothing of the room's touched."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from sdgassess.analysis.merge.forgetting import forgotten
from sdgassess.analysis.merge.identity import Assessment
from sdgassess.analysis.merge.intake import Result, merged
from sdgassess.analysis.merge.opening import opened, people_sealed
from sdgassess.interview.state.record import without_person
from sdgassess.model.answer_file import AnswerFile
from sdgassess.model.arrival import Arrival, ReturnKind
from sdgassess.model.profile import (
    Agreement,
    Answer,
    Evidence,
    EvidenceKind,
    Municipality,
    Participant,
    PersonConsent,
    Profile,
    QuestionnaireRef,
    Scope,
    State,
    Status,
    Voice,
)
from sdgassess.scoring.backing import question_result, role_values
from sdgassess.scoring.distance import lower_median
from sdgassess.scoring.score import score
from tests.given.questionnaires import nordic
from tests.given.returned import ROLES

QUESTIONS = ("POL1", "POL3", "LED1", "CORE2", "BUD2", "SAM1")
SLOTS = ("p1", "p2", "x1", "c1", "l1", "l2", "l3", "e1")
WORDS = "f" * 64
PLACE = Municipality("Bækby", "DK", code="0999")
DAY = dt.date(2026, 3, 12)
QUICK = settings(max_examples=60)


def assessment(answers: dict[str, Answer], people: Sequence[str] = ()) -> Assessment:
    """A profile with what the room has recorded, and who was invited."""
    rules = nordic()
    participants = tuple(Participant(slot, ROLES[slot[0]]) for slot in people)
    profile = Profile(
        PLACE,
        DAY,
        QuestionnaireRef(rules.id, rules.version),
        answers,
        scope=Scope.QUICK,
        language="da",
        participants=participants,
    )
    return Assessment(profile, rules, WORDS)


def arrival(
    slot: str | None,
    answers: dict[str, Voice],
    *,
    role: str = "line-manager",
    number: int = 0,
    revision: int = 1,
    comments: bool = True,
) -> Arrival:
    """A file from somebody; its id follows from slot and number."""
    digits = f"{(slot or role) + str(number):x<16}".encode().hex()[:32]
    file = AnswerFile(
        id=f"r-{digits}",
        revision=revision,
        saved="2026-03-01T10:22:05Z",
        questionnaire=QuestionnaireRef(nordic().id, nordic().version),
        fingerprint=WORDS,
        place=PLACE,
        date=DAY,
        scope=Scope.QUICK,
        role=ROLES[slot[0]] if slot else role,
        language="da",
        consent=PersonConsent(by_role=False, comments=comments),
        answers=answers,
        slot=slot,
    )
    digest = f"{abs(hash((file.id, revision, repr(sorted(answers.items(), key=str))))):064x}"
    return Arrival(f"{slot}-{number}-{revision}.json", ReturnKind.ANSWERS, file, digest)


LEVELS = st.integers(0, 4).map(Fraction)
VOICES = st.one_of(
    LEVELS.map(lambda level: Voice("", level)),
    st.just(Voice("", state=State.UNKNOWN)),
    LEVELS.map(lambda level: Voice("", level, comment="Et ord")),
    LEVELS.map(
        lambda level: Voice("", level, evidence=(Evidence(EvidenceKind.DOCUMENT, "Plan"),))
    ),
)
ANSWERS = st.dictionaries(st.sampled_from(QUESTIONS), VOICES, max_size=6)
ROOM = st.dictionaries(
    st.sampled_from(QUESTIONS),
    st.one_of(
        LEVELS.map(
            lambda level: Answer(
                level, agreed=Agreement(("coordinator",), "så"), comment="Rummets ord"
            )
        ),
        st.just(Answer(state=State.LATER, comment="Senere")),
        st.just(Answer(voices=(Voice("partner", Fraction(2), by="e9"),))),
        st.just(Answer(state=State.NOT_APPLICABLE, reason="Findes ikke")),
    ),
    max_size=3,
)


@st.composite
def crowds(draw: st.DrawFn) -> list[Arrival]:
    """Files of some people, some of them twice or in two hands."""
    files = []
    for slot in draw(st.lists(st.sampled_from(SLOTS), unique=True, max_size=6)):
        revisions = draw(st.sampled_from([(1,), (1, 2), (3, 1)]))
        files += [arrival(slot, draw(ANSWERS), revision=revision) for revision in revisions]
        if draw(st.integers(0, 7)) == 0:
            files.append(arrival(slot, draw(ANSWERS), number=1))
    without_slot = range(draw(st.integers(0, 2)))
    return [*files, *(arrival(None, draw(ANSWERS), number=number) for number in without_slot)]


@QUICK
@given(room=ROOM, files=crowds(), data=st.data())
def test_the_order_of_files_makes_no_difference(
    room: dict[str, Answer], files: list[Arrival], data: st.DataObject
) -> None:
    first = merged(assessment(room, SLOTS[:3]), files)
    turned = data.draw(st.permutations(files))
    second = merged(assessment(room, SLOTS[:3]), turned)
    assert second.profile == first.profile
    assert list(second.profile.answers) == list(first.profile.answers)
    assert {o.arrival.file: o[1:3] for o in first.outcomes} == {
        o.arrival.file: o[1:3] for o in second.outcomes
    }


@QUICK
@given(room=ROOM, files=crowds())
def test_merging_twice_is_merging_once(room: dict[str, Answer], files: list[Arrival]) -> None:
    start = assessment(room, SLOTS[:3])
    once = merged(start, files)
    twice = merged(start._replace(profile=once.profile), files)
    assert twice.profile == once.profile
    changed_nothing = {Result.SAME, Result.OLDER, Result.BLANK, Result.REFUSED}
    assert {o.result for o in twice.outcomes} <= changed_nothing
    assert not twice.uninvited
    assert not twice.agreed_before


@QUICK
@given(room=ROOM, files=crowds())
def test_after_opening_it_does_no_harm_either(
    room: dict[str, Answer], files: list[Arrival]
) -> None:
    start = assessment(room, SLOTS[:3])
    open_profile = opened(merged(start, files).profile).profile
    assert merged(start._replace(profile=open_profile), files).profile == open_profile


@QUICK
@given(room=ROOM, files=crowds(), data=st.data())
def test_one_after_the_other_is_all_at_once(
    room: dict[str, Answer], files: list[Arrival], data: st.DataObject
) -> None:
    alone = {file.answers.slot: file for file in files if file.answers and file.answers.slot}
    single = data.draw(st.permutations(list(alone.values())))
    start = assessment(room, SLOTS)
    profile = start.profile
    for file in single:
        profile = merged(start._replace(profile=profile), [file]).profile
    assert profile == merged(start, single).profile


@QUICK
@given(room=ROOM, files=crowds(), extra=ANSWERS.filter(bool))
def test_taking_somebody_out_gives_the_state_before(
    room: dict[str, Answer], files: list[Arrival], extra: dict[str, Voice]
) -> None:
    start = assessment(room, SLOTS[:3])
    before = merged(start, files).profile
    newcomer = arrival("l77", extra)
    after = merged(start, [newcomer, *files]).profile
    person = next(each for each in after.participants if each.id == "l77")
    out = without_person(after, person)
    assert out._replace(participants=before.participants) == before
    assert set(out.participants) == set(before.participants)


@QUICK
@given(room=ROOM, files=crowds(), slots=st.sets(st.sampled_from(SLOTS), min_size=1))
def test_a_file_without_an_answer_changes_nothing_whatever_came_before(
    room: dict[str, Answer], files: list[Arrival], slots: set[str]
) -> None:
    start = assessment(room, SLOTS[:3])
    blanks = [arrival(slot, {}, revision=9, number=number) for slot in slots for number in (0, 1)]
    before = merged(start, files).profile
    assert merged(start, [*blanks, *files]).profile == before
    after = merged(start._replace(profile=before), blanks)
    assert after.profile == before
    assert {outcome.result for outcome in after.outcomes} == {Result.BLANK}
    assert opened(after.profile) == opened(before)


@QUICK
@given(room=ROOM, files=crowds())
def test_who_joins_with_answers_and_was_no_participant_is_named(
    room: dict[str, Answer], files: list[Arrival]
) -> None:
    start = assessment(room, SLOTS[:3])
    merge = merged(start, files)
    new = {outcome.slot for outcome in merge.outcomes if outcome.result is Result.NEW}
    assert {person.id for person in merge.uninvited} == new - set(SLOTS[:3])


@QUICK
@given(room=ROOM, files=crowds())
def test_what_the_room_recorded_stays(room: dict[str, Answer], files: list[Arrival]) -> None:
    start = assessment(room, SLOTS)
    after = merged(start, files).profile
    results = score(start.questionnaire, start.profile).questions
    for key, answer in room.items():
        assert replace(after.answers[key], voices=answer.voices) == answer
    for key in QUESTIONS:
        result = score(start.questionnaire, after).questions[key]
        assert result == results[key]


@QUICK
@given(room=ROOM, files=crowds(), late=crowds())
def test_between_two_results_no_voice_or_three_have_changed(
    room: dict[str, Answer], files: list[Arrival], late: list[Arrival]
) -> None:
    start = assessment(room, SLOTS)
    first = opened(merged(start, files).profile).profile
    second = opened(merged(start._replace(profile=first), late).profile).profile
    for before, after in ((start.profile, first), (first, second)):
        for key in QUESTIONS:
            was, becomes = (
                {
                    (voice.by, voice._replace(comment=None))
                    for voice in profile.answers.get(key, Answer()).open_voices
                }
                for profile in (before, after)
            )
            changed = {by for by, _ in was ^ becomes}
            assert not changed or len(changed) >= 3


@QUICK
@given(room=ROOM, files=crowds())
def test_fewer_than_three_people_open_nothing(
    room: dict[str, Answer], files: list[Arrival]
) -> None:
    profile = merged(assessment(room, SLOTS), files).profile
    opening = opened(profile)
    if len(people_sealed(profile)) < 3:
        assert opening.profile is profile
    for key in opening.questions:
        assert not [v for v in opening.profile.answers.get(key, Answer()).voices if v.sealed]


@QUICK
@given(files=crowds())
def test_a_role_with_the_last_word_can_only_lower(files: list[Arrival]) -> None:
    start = assessment({}, SLOTS)
    profile = opened(merged(start, files).profile).profile
    for key in QUESTIONS:
        question, answer = nordic().questions[key], profile.answers.get(key)
        if answer is None:
            continue
        values = role_values(answer)
        combined = lower_median(list(values.values()))
        level = question_result(nordic(), question, profile).answered
        if combined is None or level is None:
            assert level is None
        else:
            assert level <= combined


def test_four_politicians_never_outvote_one_line_manager() -> None:
    for low in range(4):
        files = [arrival(f"p{n}", {"POL3": Voice("", Fraction(4))}) for n in range(1, 5)]
        files.append(arrival("l1", {"POL3": Voice("", Fraction(low))}))
        profile = opened(merged(assessment({}), files).profile).profile
        result = question_result(nordic(), nordic().questions["POL3"], profile)
        assert result.answered == low
        assert result.disagreement == (4 - low >= 2)


@QUICK
@given(files=crowds(), level=LEVELS)
def test_forgetting_who_changes_no_level_and_leaves_no_name(
    files: list[Arrival], level: Fraction
) -> None:
    start = assessment({}, SLOTS)
    profile = opened(merged(start, files).profile).profile
    answers = dict(profile.answers)
    for key in ("POL1", "CORE2"):
        if key in answers:
            answers[key] = replace(answers[key], level=level, state=None)
    profile = profile._replace(answers=answers)
    after = forgotten(profile, nordic())
    for key in after.questions:
        assert not [v for v in after.profile.answers[key].open_voices if v.by or v.comment]
    for key in QUESTIONS:
        then, now_ = (
            question_result(nordic(), nordic().questions[key], each)
            for each in (profile, after.profile)
        )
        assert (then.answered, then.spread, then.capped_by) == (
            now_.answered,
            now_.spread,
            now_.capped_by,
        )
    assert forgotten(after.profile, nordic()).profile is after.profile


def test_a_comment_comes_in_only_with_a_yes_to_showing() -> None:
    said = {"POL1": Voice("", Fraction(2), comment="Mit ord")}
    for yes in (True, False):
        profile = merged(assessment({}), [arrival("l1", said, comments=yes)]).profile
        assert profile.answers["POL1"].voices[0].comment == ("Mit ord" if yes else None)


def test_who_answers_anew_is_heard_with_the_new_answers_alone_once_they_are_opened() -> None:
    start = assessment({}, ("l1", "l2", "l3"))
    first = {"POL1": Voice("", Fraction(1)), "LED1": Voice("", Fraction(4))}
    second = {"POL1": Voice("", Fraction(3))}
    slots = ("l1", "l2", "l3")
    profile = opened(merged(start, [arrival(slot, first) for slot in slots]).profile).profile
    newer = [arrival(slot, second, revision=2) for slot in slots]
    waiting = merged(start._replace(profile=profile), newer).profile
    assert score(nordic(), waiting).questions["LED1"].answered == 4
    assert score(nordic(), waiting).questions["POL1"].answered == 1
    afterwards = opened(waiting).profile
    assert "LED1" not in afterwards.answers
    assert score(nordic(), afterwards).questions["POL1"].answered == 3


def test_a_new_comment_on_the_same_level_hides_nobody() -> None:
    start = assessment({}, ("l1", "l2", "l3"))
    slots, before = ("l1", "l2", "l3"), {"POL1": Voice("", Fraction(1))}
    profile = opened(merged(start, [arrival(slot, before) for slot in slots]).profile).profile
    changed = {"POL1": Voice("", Fraction(3))}
    remarked = {"POL1": Voice("", Fraction(1), comment="Et ord")}
    newer = [
        arrival("l1", changed, revision=2),
        arrival("l2", changed, revision=2),
        arrival("l3", remarked, revision=2),
    ]
    sealed = merged(start._replace(profile=profile), newer).profile
    assert len(sealed.answers["POL1"].sealed_voices) == 3
    opening = opened(sealed)
    assert (opening.people, opening.waiting) == (frozenset(), ("POL1",))
    assert opening.profile == sealed


def test_roles_of_fewer_than_three_people_are_named_where_who_said_what_is_forgotten() -> None:
    slots = ("p1", "p2", "l1", "l2", "l3", "c1")
    files = [arrival(slot, {"POL1": Voice("", Fraction(2))}) for slot in slots]
    profile = opened(merged(assessment({}), files).profile).profile
    agreed = replace(profile.answers["POL1"], level=Fraction(2))
    after = forgotten(profile._replace(answers={"POL1": agreed}), nordic())
    assert after.questions == ("POL1",)
    assert set(after.small_roles) == {"politician", "coordinator"}


def test_sealed_voices_stand_as_people_count_their_numbers() -> None:
    slots = ("l10", "l2", "c1", "l1")
    files = [arrival(slot, {"POL1": Voice("", Fraction(2))}) for slot in slots]
    profile = merged(assessment({}), files).profile
    ordered = ["c1", "l1", "l2", "l10"]
    assert [voice.by for voice in profile.answers["POL1"].voices] == ordered
    assert [person.id for person in profile.participants] == ordered


def test_a_complete_assessment_is_amended_only_where_something_is_opened() -> None:
    start = assessment({})
    start = start._replace(profile=start.profile._replace(status=Status.COMPLETE))
    said = {"POL1": Voice("", Fraction(2))}
    for slots, status in ((("l1", "l2"), Status.COMPLETE), (("l1", "l2", "l3"), Status.AMENDED)):
        profile = merged(start, [arrival(slot, said) for slot in slots]).profile
        assert opened(profile).profile.status is status


def test_a_level_that_is_opened_takes_the_place_of_what_was_put_off() -> None:
    said = {"POL1": Voice("", Fraction(2))}
    files = [arrival(slot, said) for slot in ("l1", "l2", "l3")]
    for state in State:
        room = Answer(state=state, reason="Why", who_knows="The archive")
        answer = opened(merged(assessment({"POL1": room}), files).profile).profile.answers["POL1"]
        stays = state is State.NOT_APPLICABLE
        assert answer.state is (state if stays else None)
        assert answer.who_knows == ("The archive" if stays else None)


def test_new_answers_stand_in_the_order_of_the_questionnaire_whoever_gave_them() -> None:
    files = [
        arrival("l1", {"SAM1": Voice("", Fraction(2)), "CORE2": Voice("", Fraction(1))}),
        arrival("l2", {"POL1": Voice("", Fraction(2)), "LED1": Voice("", Fraction(3))}),
    ]
    answers = merged(assessment({}), files).profile.answers
    assert list(answers) == [key for key in nordic().questions if key in answers]
    assert len(answers) == 4


def test_only_where_a_level_was_agreed_somebody_came_after_it() -> None:
    room = {"POL1": Answer(Fraction(2), agreed=Agreement(("coordinator",), "so"))}
    said = {"POL1": Voice("", Fraction(2)), "LED1": Voice("", Fraction(3))}
    files = [arrival("l1", said), arrival("l2", said)]
    assert merged(assessment(room), files).agreed_before == {"POL1": 2}


def test_the_unit_that_the_coordinator_noted_stays_and_a_missing_one_comes_in() -> None:
    start = assessment({}, ("l1", "l2"))
    noted = (start.profile.participants[0]._replace(unit="A"), start.profile.participants[1])
    start = start._replace(profile=start.profile._replace(participants=noted))
    files = []
    for slot in ("l1", "l2"):
        file = arrival(slot, {"POL1": Voice("", Fraction(2))})
        assert file.answers is not None
        files.append(file._replace(answers=replace(file.answers, unit="B")))
    people = merged(start, files).profile.participants
    assert [person.unit for person in people] == ["A", "B"]
