"""Who said what is forgotten, and what then comes in from the same people and from others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sdgassess.analysis.merge.forgetting import Forgetting, forgotten
from sdgassess.analysis.merge.identity import Assessment
from sdgassess.analysis.merge.intake import Result, merged
from sdgassess.analysis.merge.opening import opened
from sdgassess.model.arrival import Doubt
from sdgassess.model.profile import (
    FORGOTTEN,
    Answer,
    Evidence,
    EvidenceKind,
    Period,
    Profile,
    Voice,
)
from sdgassess.problem import Problem, Where
from tests.analysis.merge.test_laws import arrival, assessment
from tests.given.questionnaires import nordic

ROOM = ("l1", "l2", "l3")
AT_ONE = {"POL1": Voice("", 1)}


def forgetting(profile: Profile) -> Forgetting:
    """Who said what is forgotten in a profile."""
    return forgotten(profile, nordic())


def of_nobody() -> Assessment:
    """An assessment of three line managers of whom it is forgotten what each of them said."""
    start = assessment({}, ROOM)
    profile = opened(merged(start, [arrival(slot, AT_ONE) for slot in ROOM]).profile).profile
    return start._replace(profile=forgetting(profile).profile)


def digests(profile: Profile) -> dict[str, str | None]:
    """The digest of what each participant sent."""
    return {
        person.id: person.returned and person.returned.sha256 for person in profile.participants
    }


def test_the_digest_of_who_comes_in_afterwards_is_forgotten_too() -> None:
    start = of_nobody()
    assert set(digests(start.profile).values()) == {FORGOTTEN}
    sealed = merged(start, [arrival("c1", AT_ONE)]).profile
    assert digests(sealed)["c1"] != FORGOTTEN
    again = forgetting(sealed)
    assert set(digests(again.profile).values()) == {FORGOTTEN}
    assert (again.questions, again.deleted) == ((), ()), "of answers nothing is left to forget"
    assert not again.is_more_than_nothing


def test_where_nothing_is_open_digests_stay_until_something_is_forgotten() -> None:
    sealed = merged(assessment({}), [arrival("c1", AT_ONE)]).profile
    assert forgetting(sealed).profile is sealed


def test_of_who_was_forgotten_no_new_answer_comes_in_where_a_voice_may_be_theirs() -> None:
    again = merged(
        of_nobody(), [arrival("l1", {"POL1": Voice("", 4), "LED1": Voice("", 2)}, revision=2)]
    )
    (outcome,) = again.outcomes
    assert outcome.result is Result.REPLACED
    assert [(doubt.question, doubt.problem.code) for doubt in outcome.doubts] == [("POL1", "P717")]
    assert len(again.profile.answers["POL1"].voices) == 3
    assert [voice.by for voice in again.profile.answers["LED1"].voices] == ["l1"]


@pytest.mark.parametrize("slot", ["l4", "c1"])
def test_of_somebody_new_every_answer_comes_in_beside_voices_that_are_nobodys(slot: str) -> None:
    late = merged(of_nobody(), [arrival(slot, AT_ONE)])
    (outcome,) = late.outcomes
    assert (outcome.result, outcome.doubts) == (Result.NEW, ())
    assert [voice.by for voice in late.profile.answers["POL1"].voices] == [None, None, None, slot]


def test_what_was_doubtful_in_an_older_file_is_not_told_of_the_newer() -> None:
    doubt = Doubt("POL1", "C3", Problem("P713", Where("old.json")))
    old, new = arrival("l1", {}), arrival("l1", AT_ONE, revision=2)
    old = old._replace(doubts=(doubt,))
    start = assessment({}, ROOM)
    both = merged(start, [old, new])
    assert [outcome.result for outcome in both.outcomes] == [Result.OLDER, Result.NEW]
    afterwards = merged(start._replace(profile=both.profile), [old])
    assert [outcome.result for outcome in afterwards.outcomes] == [Result.OLDER]
    for outcome in (*both.outcomes, *afterwards.outcomes):
        assert outcome.doubts == ()
    first = merged(start, [old])
    assert [outcome.doubts for outcome in first.outcomes] == [(doubt,)]


def test_the_same_number_with_another_saving_is_not_the_file_that_was_forgotten() -> None:
    start, file = of_nobody(), arrival("l1", AT_ONE)
    assert file.answers is not None
    later = file._replace(
        answers=replace(file.answers, saved="2026-03-02T08:00:00Z"), sha256="1" * 64
    )
    results = [merged(start, [each]).outcomes[0].result for each in (file, later)]
    assert results == [Result.SAME, Result.REPLACED]


def test_the_best_proof_of_a_voice_stays_with_its_day_and_without_its_words() -> None:
    proofs = (
        Evidence(EvidenceKind.ORAL, "Somebody said so"),
        Evidence(EvidenceKind.IN_USE, "The minutes of my unit", date=Period(2026, 2)),
    )
    voices = (
        Voice("line-manager", 3, by="l1", evidence=proofs),
        Voice("line-manager", 3, by="l2"),
    )
    start = assessment({"BUD1": Answer(voices=voices)}, ROOM).profile
    after = forgetting(start).profile.answers["BUD1"]
    assert after.evidence == (Evidence(EvidenceKind.IN_USE, date=Period(2026, 2)),)
    assert {voice.evidence for voice in after.voices} == {()}


def test_a_proof_that_the_room_has_already_is_not_written_twice() -> None:
    best = Evidence(EvidenceKind.DOCUMENT, "The plan")
    voice = Voice("line-manager", 3, by="l1", comment="As I said", evidence=(best,))
    start = assessment({"BUD1": Answer(voices=(voice,), evidence=(best,))}, ROOM).profile
    assert forgetting(start).profile.answers["BUD1"].evidence == (best,)


def test_voices_of_one_level_stand_in_an_order_that_follows_from_what_they_say() -> None:
    said = [("a",), ("b",), ("a", "b")]
    orders = []
    for turn in range(3):
        turned = [*said[turn:], *said[:turn]]
        voices = tuple(
            Voice("line-manager", 1, options=options, by=f"l{n + 1}")
            for n, options in enumerate(turned)
        )
        after = forgetting(assessment({"POL1": Answer(voices=voices)}, ROOM).profile).profile
        orders.append([voice.options for voice in after.answers["POL1"].voices])
    assert orders == [orders[0]] * 3
