"""What a sitting came to, at the end of its minutes: for those who were not there."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.analysis.picks import is_past
from sdgassess.interview.state.phases import Finishing
from sdgassess.interview.state.setting import Setting
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.overview import asked_ids
from sdgassess.model.profile import Priority, Profile, State
from sdgassess.numbers import LEVEL_IN_WORDS, written_number
from sdgassess.phrases import labels
from sdgassess.scoring.score import score
from sdgassess.text import one_line


def conclusion(setting: Setting, profile: Profile) -> tuple[str, ...]:
    """What was agreed, where it stands, who is to be asked; a section of each that has something.

    Args:
        setting: the language, and the questionnaire.
        profile: what is there at the end.
    """
    words, sitting = setting.words, Sitting(setting, Finishing(), profile)
    sections = (
        (words("What was agreed"), _agreed(sitting)),
        (words(labels.WHERE_IT_STANDS), _stands(sitting)),
        (words("To be found out"), _unknown(sitting)),
    )
    lines: list[str] = []
    for title, items in sections:
        listed = list(items)
        if listed:
            lines += ("", f"## {title}", "", *listed)
    return tuple(lines)


def _agreed(sitting: Sitting) -> Iterator[str]:
    """Each pick that is still to be done: what, to which level, who, by when, what first."""
    for pick in sitting.assessed.priorities:
        if not is_past(pick):
            question = sitting.question(pick.question)
            yield f"- {question.id}  {one_line(sitting.setting.spoken(question.text))}"
            yield from (f"  - {line}" for line in _plan(sitting, pick))


def _plan(sitting: Sitting, pick: Priority) -> Iterator[str]:
    """What is agreed about a pick, a line each; the level with the text that is to be true."""
    setting, words = sitting.setting, sitting.setting.words
    question = sitting.question(pick.question)
    option = question.option(pick.target) if pick.target is not None else None
    if pick.target is not None and option is not None:
        target = words(labels.TO_LEVEL, level=written_number(pick.target, words))
        yield f"{target} {one_line(setting.anchor(question, option))}"
    yield words(labels.WHO_LINE, text=one_line(pick.who or words(labels.NOBODY_YET)))
    yield words(labels.BY_WHEN_LINE, text=one_line(pick.by or words("no day yet")))
    if pick.first_move:
        yield words(labels.FIRST_MOVE_LINE, text=one_line(pick.first_move))
    if pick.known_by:
        yield words(labels.KNOWN_BY_LINE, text=one_line(pick.known_by))


def _stands(sitting: Sitting) -> Iterator[str]:
    """Every part with its level; nothing where no part has one yet."""
    setting, words = sitting.setting, sitting.setting.words
    result_by_part = score(setting.questionnaire, sitting.assessed).factors
    if all(result.level is None for result in result_by_part.values()):
        return
    for key, result in result_by_part.items():
        title = one_line(setting.spoken(setting.questionnaire.nodes[key].title))
        if result.level is None:
            yield f"- {title}: {words('too little is answered')}"
        else:
            level = written_number(result.level, words)
            yield f"- {title}: {words(LEVEL_IN_WORDS, level=level)}"


def _unknown(sitting: Sitting) -> Iterator[str]:
    """The questions that nobody could answer, each with who would know."""
    setting, answers = sitting.setting, sitting.assessed.answers
    for identity in asked_ids(sitting):
        answer = answers.get(identity)
        if answer is None or answer.state is not State.UNKNOWN:
            continue
        text = one_line(setting.spoken(sitting.question(identity).text))
        yield f"- {identity}  {text}"
        if answer.who_knows:
            who = one_line(answer.who_knows)
            yield f"  - {setting.words(labels.WHO_WOULD_KNOW_LINE, text=who)}"
