"""What may be told of voices where some said yes and some said no."""

from __future__ import annotations

from fractions import Fraction

import pytest

from sdgassess.model.profile import (
    Agreement,
    Answer,
    Participant,
    PersonConsent,
    Profile,
    Returned,
    Voice,
)
from sdgassess.scoring.backing import question_result
from sdgassess.scoring.disclosure import (
    Disclosure,
    comments_to_show,
    disclosure,
    distance_to_order_by,
    sources_to_tell,
    speaks_for_itself,
)
from tests.given.profiles import profile
from tests.given.questionnaires import nordic

LEVELS = {"politician": 1, "coordinator": 2, "executive": 3, "line-manager": 4}
RETURNED = Returned("r-" + "0" * 32, 1, "2026-03-01T10:22:05Z", "0" * 64)
YES, NO = PersonConsent(by_role=True, comments=True), PersonConsent(by_role=False, comments=False)


def room(*silent: str) -> Profile:
    """Four roles apart on one question, of whom some said no to being shown by role."""
    people = tuple(
        Participant(role, role, consent=NO if role in silent else YES) for role in LEVELS
    )
    voices = tuple(
        Voice(role, Fraction(level), by=role, comment=f"{role} sees it")
        for role, level in LEVELS.items()
    )
    answers = {"POL1": Answer(voices=voices)}
    return profile()._replace(consent=True, participants=people, answers=answers)


def shown(assessed: Profile) -> Disclosure:
    result = question_result(nordic(), nordic().questions["POL1"], assessed)
    return disclosure(assessed, result)


SILENT = ("politician", "coordinator", "executive")


@pytest.mark.parametrize(("silent", "spread"), [((), 3), (SILENT, 0)])
def test_how_far_roles_are_apart_is_told_only_where_every_role_may_be_named(
    silent: tuple[str, ...], spread: int
) -> None:
    assessed = room(*silent)
    result = question_result(nordic(), nordic().questions["POL1"], assessed)
    assert shown(assessed).by_role
    assert shown(assessed).tells_spread is (not silent)
    assert distance_to_order_by(assessed, result) == (Fraction(3), Fraction(spread))
    assert sources_to_tell(assessed, result) == (None if silent else result.sources)
    assert result.sources is not None


@pytest.mark.parametrize(
    ("agreed", "silent", "named"),
    [
        (("line-manager",), SILENT, True),
        (("line-manager", "coordinator"), SILENT, False),
        (("coordinator",), SILENT, False),
        (("line-manager", "coordinator"), (), True),
    ],
)
def test_who_agreed_is_told_of_all_or_of_nobody(
    agreed: tuple[str, ...], silent: tuple[str, ...], named: bool
) -> None:
    assert shown(room(*silent)).may_name_all(Agreement(agreed)) is named


def test_a_no_counts_when_it_is_forgotten_who_said_what() -> None:
    assessed = room(*SILENT)
    voices = tuple(voice._replace(by=None) for voice in assessed.answers["POL1"].voices)
    nameless = assessed._replace(answers={"POL1": Answer(voices=voices)})
    assert shown(nameless).withheld == set(SILENT)
    assert set(shown(nameless).values or ()) == {"line-manager"}
    assert not shown(nameless._replace(participants=room("politician").participants)).by_role


def test_voices_of_one_role_are_no_dots_where_another_role_agreed_without_a_voice() -> None:
    voices = tuple(Voice("line-manager", Fraction(level)) for level in (0, 2, 4))
    for agreed in (None, Agreement(("coordinator", "line-manager"))):
        level = None if agreed is None else Fraction(2)
        answers = {"POL1": Answer(level, voices=voices, agreed=agreed)}
        assessed = profile()._replace(consent=False, answers=answers)
        assert shown(assessed).voices == ()


def test_disputes_are_not_ordered_by_voices_that_are_not_shown() -> None:
    for levels in ((0, 2), (0, 4)):
        voices = tuple(Voice("line-manager", Fraction(level)) for level in levels)
        assessed = profile()._replace(consent=False, answers={"POL1": Answer(voices=voices)})
        result = question_result(nordic(), nordic().questions["POL1"], assessed)
        assert result.disagreement
        assert distance_to_order_by(assessed, result) == (0, 0)


def test_a_comment_in_the_file_is_shown_only_of_who_said_yes_to_that() -> None:
    assessed = room("coordinator")
    executive = assessed.participants[2]._replace(consent=None)
    people = (*assessed.participants[:2], executive, assessed.participants[3])
    assessed = assessed._replace(participants=people)
    assert comments_to_show(assessed, assessed.answers["POL1"]) == (
        "line-manager sees it",
        "politician sees it",
    )


@pytest.mark.parametrize(
    ("everybody", "own", "returned", "told"),
    [
        (True, YES, RETURNED, True),
        (True, NO, RETURNED, False),
        (True, None, RETURNED, True),
        (False, YES, RETURNED, False),
        (None, YES, RETURNED, False),
        (False, NO, None, True),
    ],
)
def test_of_who_answered_alone_and_said_no_nothing_is_told_that_takes_one_voice(
    everybody: bool | None, own: PersonConsent | None, returned: Returned | None, told: bool
) -> None:
    person = Participant("c1", "coordinator", consent=own, returned=returned)
    assessed = profile()._replace(consent=everybody, participants=(person,))
    assert speaks_for_itself(assessed, Voice("coordinator", Fraction(2), by="c1")) is told


@pytest.mark.parametrize("consent", [None, False, True])
def test_where_nobody_has_a_voice_of_their_own_it_is_told_how_many_agreed(
    consent: bool | None,
) -> None:
    answer = Answer(2, agreed=Agreement(("coordinator", "executive")))
    assessed = profile()._replace(consent=consent, answers={"POL1": answer})
    result = question_result(nordic(), nordic().questions["POL1"], assessed)
    assert sources_to_tell(assessed, result) == 2
