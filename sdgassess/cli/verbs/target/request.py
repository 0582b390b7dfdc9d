"""What `target` is to do to a profile, as far as it can be read before any file is opened.

Codes: P503 no question · P512 no weight · P536 options that cannot stand together.
"""

from __future__ import annotations

from typing import NamedTuple

from sdgassess.model.profile import Judgement, Weight
from sdgassess.problem import (
    Fact,
    Problem,
    UsageRefused,
    Where,
)


class Plan(NamedTuple):
    """What is said of a pick; None leaves it as it is, an empty text takes it away.

    Attributes:
        to: the target.
        who: the function that does it.
        by: until when.
        first_move: what is done first.
        known_by: how one will know that it is done.
    """

    to: str | None = None
    who: str | None = None
    by: str | None = None
    first_move: str | None = None
    known_by: str | None = None


class FollowUp(NamedTuple):
    """What became of a pick; None is what was not named, an empty text opens it again.

    Attributes:
        done: the day it was done.
        dropped: why it was dropped.
    """

    done: str | None = None
    dropped: str | None = None


class View(NamedTuple):
    """How the room sees a question; None is what was not named.

    Attributes:
        stake: how much is at stake, in a word or a letter of any of the languages.
        influence: how far it can be influenced, likewise.
        can_start: whether it can start within three months.
    """

    stake: str | None = None
    influence: str | None = None
    can_start: bool | None = None


class Request(NamedTuple):
    """What is to be done.

    Attributes:
        question: the question's id, in any case; None means all where something is cleared.
        plan: what is said of the pick.
        view: how the room sees the question.
        follow_up: what became of the pick.
        clear: whether the pick, or every pick, is taken out.
        clear_judgement: whether the judgement, or every judgement, is taken out.
    """

    question: str | None = None
    plan: Plan = Plan()
    view: View = View()
    follow_up: FollowUp = FollowUp()
    clear: bool = False
    clear_judgement: bool = False

    @property
    def clears(self) -> bool:
        """Whether something is to be taken out."""
        return self.clear or self.clear_judgement

    @property
    def changes(self) -> bool:
        """Whether anything is to be written at all."""
        return self.clears or self.question is not None

    @property
    def judges(self) -> bool:
        """Whether a judgement is recorded."""
        return self.view != View()

    @property
    def picks(self) -> bool:
        """Whether the question is picked: always, unless it is only judged or followed up."""
        plans = self.plan != Plan()
        only = self.judges or self.follows_up
        return self.question is not None and not self.clears and (plans or not only)

    @property
    def follows_up(self) -> bool:
        """Whether it is said what became of a pick."""
        return self.follow_up != FollowUp()


_PLANNING = ("--to", "--who", "--by", "--first-move", "--known-by")
_FOLLOWING = ("--done", "--dropped")
_JUDGING = ("--stake", "--influence", "--can-start/--cannot-start")


def refuse_odd(request: Request) -> None:
    """Refuse options that say nothing together.

    Raises:
        UsageRefused: an option that needs a question has none, or something is to be set and
            taken out at once.
    """
    options = (*_PLANNING, *_JUDGING, *_FOLLOWING)
    values = zip(options, (*request.plan, *request.view, *request.follow_up), strict=True)
    setting = [option for option, value in values if value is not None]
    if setting and request.clears:
        clearing = "--clear" if request.clear else "--clear-judgement"
        facts: dict[str, Fact] = {"option": clearing, "other": setting[0]}
        raise UsageRefused(Problem("P536", Where(), facts))
    if all(request.follow_up):
        raise UsageRefused(Problem("P536", Where(), {"option": "--done", "other": "--dropped"}))
    if setting and request.question is None:
        raise UsageRefused(Problem("P503", Where(), {"argument": "ID"}))


def judgement_of(view: View) -> Judgement:
    """The judgement that was named.

    Raises:
        UsageRefused: a weight is none.
    """
    stake = _weight("--stake", view.stake)
    return Judgement(stake, _weight("--influence", view.influence), view.can_start)


def _weight(option: str, word: str | None) -> Weight | None:
    """A weight in the words and letters that the interview takes too."""
    if word is None:
        return None
    from sdgassess.typed.judgement import judgement_typed

    judgement = judgement_typed(word)
    stake = judgement.stake if judgement else None
    if stake is None or judgement != Judgement(stake):
        facts: dict[str, Fact] = {"argument": option, "allowed": tuple(Weight)}
        raise UsageRefused(Problem("P512", Where(), facts))
    return stake
