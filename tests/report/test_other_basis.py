"""The level on the other basis, beside how a level comes about: what a gate leaves of it."""

from __future__ import annotations

from sdgassess.language import Words
from sdgassess.report.explain.factor import computation
from sdgassess.scoring.evaluation import Basis
from sdgassess.scoring.score import Score, score
from tests.given.profiles import profile
from tests.given.questionnaires import nordic

COORDINATION = {f"COORD{number}": 3 for number in range(1, 7)}


def coordinated(mandate: int, basis: Basis) -> Score:
    """Coordination at 3 throughout, with a mandate; nothing has evidence."""
    answers = {**COORDINATION, "LED2": mandate, "BUD3": 3}
    return score(nordic(), profile(answers), basis)


def last_sentence(room: Score) -> str:
    """What the computation of the coordination ends with."""
    return list(computation(room, room.factors["COORD"], Words("en")))[-1]


def test_a_gate_that_holds_one_basis_holds_the_other_in_what_is_said() -> None:
    room = coordinated(0, Basis.BACKED)
    held = room.factors["COORD"]
    assert (held.answered_level, held.level) == (3, 1)
    sentence = last_sentence(room)
    assert sentence.startswith("As answered: 1. "), "the answers come to 3, and 0 + 1 holds them"
    assert "COORD 3 → 1" in sentence


def test_where_no_gate_holds_the_other_basis_its_level_is_that_of_the_answers() -> None:
    assert last_sentence(coordinated(3, Basis.BACKED)).startswith("As answered: 3. ")
    assert last_sentence(coordinated(3, Basis.ANSWERED)).startswith(
        "Backed by evidence or agreement: 2. "
    )
