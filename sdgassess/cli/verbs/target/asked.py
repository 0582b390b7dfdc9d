"""What `target` is asked for, and what can be read from its options before any file is opened.

Codes: P536 options that cannot stand together.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from sdgassess.model.profile import Judgement, Weight
from sdgassess.problem import (
    Fact,
    Problem,
    UsageRefused,
    Where,
)


class Asked(NamedTuple):
    """What the command line asks for; None is what was not named.

    Attributes:
        file: the profile.
        question: the question's id, in any case.
        to: the target.
        who: the function that does it; an empty text takes it away.
        by: until when; an empty text takes it away.
        first_move: what is done first; an empty text takes it away.
        stake: how much is at stake, in a word or a letter of any of the languages.
        influence: how far it can be influenced, likewise.
        can_start: whether it can start within three months.
        clear: whether the pick, or every pick, is taken out.
        clear_judgement: whether the judgement, or every judgement, is taken out.
        questionnaire: a questionnaire file of one's own.
        lang: the language asked for.
        as_json: whether a program is asking.
    """

    file: Path
    question: str | None = None
    to: str | None = None
    who: str | None = None
    by: str | None = None
    first_move: str | None = None
    stake: str | None = None
    influence: str | None = None
    can_start: bool | None = None
    clear: bool = False
    clear_judgement: bool = False
    questionnaire: Path | None = None
    lang: str | None = None
    as_json: bool = False

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
        return bool(_named(_JUDGING, self))

    @property
    def picks(self) -> bool:
        """Whether the question is picked: always, unless it is only judged or cleared."""
        plans = bool(_named(_PLANNING, self))
        return self.question is not None and not self.clears and (plans or not self.judges)


_PLANNING = {"to": "--to", "who": "--who", "by": "--by", "first_move": "--first-move"}
_JUDGING = {
    "stake": "--stake",
    "influence": "--influence",
    "can_start": "--can-start/--cannot-start",
}


def refuse_odd(asked: Asked) -> None:
    """Refuse options that say nothing together.

    Raises:
        UsageRefused: an option that needs a question has none, or something is to be set and
            taken out at once.
    """
    setting = _named({**_PLANNING, **_JUDGING}, asked)
    if setting and asked.clears:
        clearing = "--clear" if asked.clear else "--clear-judgement"
        facts: dict[str, Fact] = {"option": clearing, "other": setting[0]}
        raise UsageRefused(Problem("P536", Where(), facts))
    if setting and asked.question is None:
        raise UsageRefused(Problem("P503", Where(), {"argument": "ID"}))


def judgement_asked(asked: Asked) -> Judgement:
    """The judgement that was named.

    Raises:
        UsageRefused: a weight is none.
    """
    stake = _weight("--stake", asked.stake)
    return Judgement(stake, _weight("--influence", asked.influence), asked.can_start)


def _weight(option: str, word: str | None) -> Weight | None:
    """A weight in the words and letters that the interview takes too."""
    if word is None:
        return None
    from sdgassess.typed.judgement import judgement_typed

    said = judgement_typed(word)
    if said is None or said.stake is None or said.influence or said.can_start is not None:
        facts: dict[str, Fact] = {"argument": option, "allowed": tuple(Weight)}
        raise UsageRefused(Problem("P512", Where(), facts))
    return said.stake


def _named(options: dict[str, str], asked: Asked) -> list[str]:
    """Which of some options were named."""
    return [name for field, name in options.items() if getattr(asked, field) is not None]
