"""Weighing the candidates and picking among them: every key, every refusal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest

from sdgassess.analysis.priorities import prioritise
from sdgassess.interview.engine import Interview
from sdgassess.interview.state.phases import (
    AtQuestion,
    Finishing,
    Judging,
    OfferingPrint,
    Picking,
    Planning,
    PlanPart,
    SeeingResult,
)
from sdgassess.model.profile import (
    Answer,
    Judgement,
    PickStatus,
    Priority,
    Profile,
    State,
    Status,
    Weight,
)
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.scoring.score import score
from sdgassess.typed.judgement import judgement_typed
from tests.given.profiles import assessed
from tests.given.questionnaires import nordic
from tests.interview.looking import profile_of

Asked = Callable[..., Interview]
Begin = Callable[..., Interview]

H, M, L = Weight.HIGH, Weight.MEDIUM, Weight.LOW
TO_THE_END = ("2", "1", "1", "1", "1", "u", "y", "1", "1", "", "")
TWO = Fraction(2)


@pytest.fixture
def weighing(begin: Begin, asked: Asked, ruled: Questionnaire) -> Callable[..., Interview]:
    """A sitting at its first candidate, after some more lines; a profile may be changed first."""

    def after(*lines: str, **changes: object) -> Interview:
        profile = profile_of(asked(*TO_THE_END))._replace(**changes)  # type: ignore[arg-type]  # any field
        interview = begin(profile, questionnaire=ruled, result=True)
        while not isinstance(interview.sitting.phase, Finishing):
            interview = interview.take("").interview
        for line in ("y", "y", *lines):
            interview = interview.take(line).interview
        return interview

    return after


Weighing = Callable[..., Interview]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("h m y", Judgement(H, M, True)),
        ("H, M, N", Judgement(H, M, False)),
        ("l h j", Judgement(L, H, True)),
        ("hmy", Judgement(H, M, True)),
        ("lm", Judgement(L, M)),
        ("h", Judgement(H)),
        ("høj mellem nej", Judgement(H, M, False)),
        ("låg hög ja", Judgement(L, H, True)),
        ("", None),
        ("y", None),
        ("h y", None),
        ("h m y y", None),
        ("h m q", None),
        ("high5", None),
    ],
)
def test_a_judgement_is_read(line: str, expected: Judgement | None) -> None:
    assert judgement_typed(line) == expected


def test_judgements_are_kept_and_the_answers_stay(weighing: Weighing) -> None:
    first = weighing()
    assert isinstance(first.sitting.phase, Judging)
    one = first.sitting.phase.id
    outcome = first.take("h m y")
    assert outcome.changed
    assert "At stake: high. Influence: medium. It can start within three months." in " ".join(
        outcome.reply
    )
    after = profile_of(outcome.interview)
    assert after.judgement == {one: Judgement(H, M, True)}
    assert after.answers == profile_of(first).answers
    assert after.status is Status.COMPLETE, "judging amends nothing"


def test_what_is_left_out_stays_as_it_was(weighing: Weighing) -> None:
    again = weighing("h m y", "b", "l")
    assert list(profile_of(again).judgement.values()) == [Judgement(L, M, True)]
    shown = weighing("h m y", "b").screen.lines
    assert any("At stake: high. Influence: medium." in line for line in shown)


@pytest.mark.parametrize("line", ["what", "9", "y", "h y", "!", "u", "POL1"])
def test_anything_else_is_named_and_clears_nothing(weighing: Weighing, line: str) -> None:
    first = weighing("h m y", "b")
    outcome = first.take(line)
    assert outcome.interview.sitting.phase == first.sitting.phase
    assert not outcome.changed
    assert f"“{line}”" in outcome.reply[0]
    assert "h m y" in " ".join(outcome.reply)
    assert outcome.interview.screen.lines == ()


@pytest.mark.parametrize("line", ["m m m", "mmm", "høj, mellem, lav"])
def test_a_third_weight_is_told_to_be_yes_or_no(weighing: Weighing, line: str) -> None:
    outcome = weighing().take(line)
    assert not outcome.changed
    assert outcome.reply[0].startswith(f"“{line}”: can it start is answered by y or n")


def test_where_weighing_changed_the_order_it_is_said_that_numbers_are_new(
    weighing: Weighing,
) -> None:
    says = "The numbers follow this order"
    n = len(weighing().sitting.phase.among)  # type: ignore[union-attr]  # it is weighed
    alike = weighing(*["h h y"] * n)
    assert isinstance(alike.sitting.phase, Picking)
    assert says not in " ".join(alike.screen.lines)
    turned = weighing(*["l l n"] * (n - 1), "h h y")
    assert isinstance(turned.sitting.phase, Picking)
    assert says in " ".join(" ".join(turned.screen.lines).split())


def test_the_keys_while_weighing(weighing: Weighing) -> None:
    first = weighing()
    assert first.take("b").interview.sitting.phase == SeeingResult()
    assert first.take("g POL1").interview.sitting.phase == AtQuestion("POL1")
    assert first.take("q").interview.finished
    assert first.leave().interview.finished
    assert first.take("?").reply
    assert first.take("r").interview.screen.lines
    assert weighing("x").reply == ("There is nothing to clear.",)
    assert profile_of(weighing("h", "b", "x")).judgement == {}
    assert profile_of(weighing("h", "b", "x", "z")).judgement != {}
    skipped = first.take("").interview
    assert isinstance(skipped.sitting.phase, Judging)
    assert skipped.take("b").interview.sitting.phase == first.sitting.phase


def test_undoing_leads_back_to_the_candidate(weighing: Weighing) -> None:
    first = weighing()
    undone = first.take("l l n").interview.take("z").interview
    assert undone.sitting.phase == first.sitting.phase
    assert profile_of(undone) == profile_of(first)


def test_the_list_is_fixed_while_weighing(weighing: Weighing) -> None:
    first, order = weighing(), list[str]()
    interview = first
    while isinstance(interview.sitting.phase, Judging):
        order.append(interview.sitting.phase.id)
        interview = interview.take("l l n").interview
    assert isinstance(first.sitting.phase, Judging)
    assert order == [one.question for one in first.sitting.phase.among]
    assert isinstance(interview.sitting.phase, Picking)


def test_picks_by_number_and_id(weighing: Weighing) -> None:
    listed = weighing("", "")
    assert isinstance(listed.sitting.phase, Picking)
    one, two = (candidate.question for candidate in listed.sitting.phase.among)
    assert one == "POL3"
    for typed in (f"1 {two}", f"{one.lower()},2", "1 2 1"):
        picked = listed.take(typed).interview
        assert profile_of(picked).priorities == (Priority(one, TWO), Priority(two, TWO))
        assert profile_of(picked).status is Status.COMPLETE
        for _ in range(8):
            picked = picked.take("").interview
        assert picked.finished
    assert listed.take("b").interview.sitting.phase == Judging(two, listed.sitting.phase.among)


def test_a_question_that_is_no_candidate_may_be_picked(weighing: Weighing) -> None:
    (pick,) = profile_of(weighing("", "", "POL2")).priorities
    assert pick == Priority("POL2", Fraction(3))


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("9", "There is no number 9 on the list."),
        ("0", "There is no number 0 on the list."),
        ("POL9", "There is no “POL9” here."),
        ("1 POL", "POL is not a question that can be picked."),
        ("POL1 POL4 POL2 POL3", "You chose 4; up to 3 can be picked."),
        ("u", "“u” is not an answer here."),
        (",", "“,” is not an answer here."),
    ],
)
def test_refused_picks_change_nothing(weighing: Weighing, line: str, why: str) -> None:
    listed = weighing("", "", "1", "b")
    outcome = listed.take(line)
    assert why in " ".join(outcome.reply)
    assert not outcome.changed
    assert outcome.interview.sitting.phase == listed.sitting.phase


def test_without_a_level_or_a_higher_one_nothing_is_picked(
    weighing: Weighing, asked: Asked
) -> None:
    answers = {
        **profile_of(asked(*TO_THE_END)).answers,
        "POL1": Answer(state=State.UNKNOWN),
        "CONT1": Answer(level=TWO),
    }
    listed = weighing("", "", answers=answers)
    assert "POL1 has no level" in " ".join(listed.take("POL1").reply)
    assert "CONT1 is at its highest level" in " ".join(listed.take("CONT1").reply)


def test_what_was_agreed_is_kept_and_what_is_not_named_is_dropped(weighing: Weighing) -> None:
    held = (
        Priority("POL1", Fraction(3), "The chair", "2026-10-01", "Call"),
        Priority("POL3", Fraction(1), "The head", None, None),
    )
    ahead = weighing("", "", priorities=(held[0], held[1]._replace(target=TWO)))
    assert "POL3 1 → 2  [picked]" in "\n".join(ahead.screen.lines)
    listed = weighing("", "", priorities=held)
    assert "[picked]" not in "\n".join(listed.screen.lines), "its target is reached"
    assert "Picked earlier as well" in "\n".join(listed.screen.lines)
    assert profile_of(listed.take("").interview).priorities == held, "Enter keeps them"
    again = listed.take("POL1 POL3").interview
    assert profile_of(again).priorities == (held[0], held[1]._replace(target=TWO))
    outcome = listed.take("POL3")
    assert "No longer picked: POL1." in " ".join(outcome.reply)
    assert profile_of(outcome.interview.take("z").interview).priorities == held
    back = outcome.interview.take("b").interview.take("POL1 POL3").interview
    assert profile_of(back).priorities[0] == held[0], "named again, it comes back whole"
    none = listed.take("x")
    assert profile_of(none.interview).priorities == ()
    assert "No longer picked: POL1, POL3." in " ".join(none.reply)
    assert none.interview.take("x").reply == ("There is nothing to clear.",)


def test_who_by_when_what_first_and_how_one_knows_are_asked_of_each_pick(
    weighing: Weighing,
) -> None:
    listed = weighing("", "")
    interview = listed.take("1 2").interview
    one, two = (pick.question for pick in profile_of(interview).priorities)
    assert isinstance(listed.sitting.phase, Picking)
    assert interview.sitting.phase == Planning(one, PlanPart.WHO, listed.sitting.phase.among)
    assert one in interview.screen.lines[1]
    plan = ("The head of finance", "1.10.2026", "A note to the board", "It is in the budget")
    for line in (*plan, "", "after the budget", "", ""):
        assert not interview.over
        interview = interview.take(line).interview
    first, second = profile_of(interview).priorities
    assert first == Priority(
        one,
        TWO,
        "The head of finance",
        "2026-10-01",
        "A note to the board",
        known_by="It is in the budget",
    )
    assert second == Priority(two, TWO, by="after the budget")
    assert interview.finished, "where nothing can be printed"


def test_what_was_agreed_can_be_changed_and_taken_back(weighing: Weighing) -> None:
    planning = weighing("", "", "1", "The chair")
    assert planning.screen.prompt.startswith("By when?")
    before = planning.take("b").interview
    assert before.screen.prompt == "Who does it? (Enter = The chair) "
    assert profile_of(before.take("").interview) == profile_of(planning)
    again = before.take("The head").interview
    assert profile_of(again).priorities[0].who == "The head"
    undone = again.take("z").interview
    assert profile_of(undone).priorities[0].who == "The chair"
    assert undone.sitting.phase == before.sitting.phase
    for typed, why in (("9", "too short"), ("1 2", "reads as a pick"), ("pol3", "as a pick")):
        refused = planning.take(typed)
        assert why in " ".join(refused.reply)
        assert profile_of(refused.interview) == profile_of(planning)
    assert "z undoes" in " ".join(planning.take("?").reply)
    left = planning.take(":q").interview
    assert left.finished
    assert profile_of(left).priorities[0].who == "The chair"


def test_printing_is_offered_at_the_end(weighing: Weighing) -> None:
    listed = weighing("", "")
    setting = replace(listed.sitting.setting, prints=True)
    listed = replace(listed, sitting=replace(listed.sitting, setting=setting))
    interview = listed.take("1").interview
    for line in ("The chair", "2026-10-01", "A call", "It was held"):
        interview = interview.take(line).interview
    assert isinstance(interview.sitting.phase, OfferingPrint)
    shown = " ".join(interview.screen.lines)
    assert "POL3 to 2" in shown
    assert "The chair, by 1 October 2026" in shown
    assert "First: A call" in shown
    assert "Known to be done when: It was held" in shown
    assert interview.take("y").interview.printing
    for line in ("", "n", "q"):
        ended = interview.take(line).interview
        assert (ended.finished, ended.printing) == (True, False)
    back = interview.take("b").interview.sitting.phase
    assert isinstance(back, Planning)
    assert back.part is PlanPart.KNOWN_BY, "the last thing that was asked"
    assert "“what”" in " ".join(interview.take("what").reply)
    none = listed.take("").interview
    assert isinstance(none.sitting.phase, OfferingPrint)
    assert isinstance(none.take("b").interview.sitting.phase, Picking)


def test_what_is_done_is_not_agreed_on_again(weighing: Weighing) -> None:
    done = Priority("POL1", Fraction(3), "The chair", status=PickStatus.DONE)
    assert weighing("", "", priorities=(done,)).take("").interview.finished


def test_late_and_overloaded_are_said(weighing: Weighing, asked: Asked) -> None:
    late = weighing("h h n", "h h n").take("1")
    assert "None of these can start within three months" in " ".join(late.reply)
    fine = weighing("h h n", "h h y").take("1 2")
    assert "None of these" not in " ".join(fine.reply)
    answers = {**profile_of(asked(*TO_THE_END)).answers, "CONT2": Answer(level=Fraction(0))}
    much = weighing("", "", answers=answers)
    assert "There may be too much under way already" in " ".join(much.screen.lines)
    warned = much.take("1 2")
    assert warned.changed, "the room decides"
    assert "more than can be carried at once" in " ".join(warned.reply)
    assert "There may be too much under way already" in " ".join(warned.reply)


def test_a_change_on_the_way_still_asks_why(weighing: Weighing) -> None:
    changed = weighing().take("c POL1 More about it").interview
    assert "why is it changed" in " ".join(changed.take("h").interview.screen.lines)


def test_everything_fits_forty_columns(
    begin: Begin, weighing: Weighing, ruled: Questionnaire
) -> None:
    profile: Profile = profile_of(weighing("h m y"))
    interview = begin(profile, questionnaire=ruled, result=True, width=40)
    lines = ("", "y", "y", "?", "what", "h", "", "9", "1 2", "", "The head of it", "", "", "")
    for line in lines:
        outcome = interview.take(line)
        interview = outcome.interview
        assert all(len(one) <= 40 for one in (*outcome.reply, *interview.screen.lines))
        assert len(interview.screen.prompt) < 40


def test_at_the_picks_what_stands_alike_is_named_once_and_only_of_what_was_weighed(
    begin: Begin,
) -> None:
    judged = dict.fromkeys(("PAR1", "SAM4", "CONT1", "LRN3"), Judgement(H, H, True))
    alike = assessed(3, PAR1=2, SAM4=2, CONT1=2, LRN3=2)._replace(judgement=judged)
    interview = begin(alike, questionnaire=nordic(), result=True)
    setting = interview.sitting.setting
    among = prioritise(score(nordic(), alike)).candidates
    for listed in (among, among[:0]):
        sitting = replace(interview.sitting, setting=setting, phase=Picking(listed))
        text = " ".join(" ".join(replace(interview, sitting=sitting).screen.lines).split())
        assert text.count("rank alike") == 1
        assert "also as you have judged them" in text


@pytest.mark.parametrize("lines", [(), ("", "")], ids=["weighing", "picking"])
def test_what_a_candidate_would_change_is_shown_and_nothing_is_kept(
    weighing: Weighing, lines: tuple[str, ...]
) -> None:
    interview = weighing(*lines)
    assert isinstance(interview.sitting.phase, Picking if lines else Judging)
    rules = interview.sitting.setting.questionnaire
    first = prioritise(score(rules, profile_of(interview))).candidates[0]
    for line in ("? 1", f"? {first.question}", f"? {first.question.lower()}"):
        outcome = interview.take(line)
        assert not outcome.changed
        assert profile_of(outcome.interview) == profile_of(interview)
        assert outcome.interview.sitting.phase == interview.sitting.phase
        reply = " ".join(outcome.reply)
        assert outcome.reply[0].startswith("Nothing has been done yet.")
        assert f"{first.question} from {first.level} to {first.target}" in reply
        assert len(outcome.reply) <= 30
        assert not outcome.interview.sitting.to_correct, "it was understood"


@pytest.mark.parametrize("line", ["? 9", "? POL99", "? 0"])
def test_a_candidate_that_is_not_there_is_named(weighing: Weighing, line: str) -> None:
    interview = weighing()
    outcome = interview.take(line)
    assert line.removeprefix("? ") in " ".join(outcome.reply)
    assert outcome.interview.sitting.phase == interview.sitting.phase
    assert not outcome.changed


def test_a_question_mark_alone_still_says_what_can_be_typed(weighing: Weighing) -> None:
    reply = " ".join(weighing().take("?").reply)
    assert "? 1 shows what candidate 1 would change" in reply
    assert "Nothing has been done yet" not in reply
