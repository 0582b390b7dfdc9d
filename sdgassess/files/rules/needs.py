"""Rules about what a step needs first, and about other frameworks: what they name is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from sdgassess.files.build.values import level_of, plain
from sdgassess.files.read.entry import Entry
from sdgassess.files.read.ids import fits_id, near_fact
from sdgassess.files.rules.declarations import Declarations, all_questions, values_of
from sdgassess.model.question import Level
from sdgassess.problem import Problem


class Step(NamedTuple):
    """A question brought to a level."""

    question: str
    to: Level


def needs_exist(questionnaire: Entry, names: Declarations) -> Iterator[Problem]:
    """Targets are on the question's scale; what is needed are questions at levels of theirs."""
    for question in all_questions(questionnaire):
        for need in question["first"].items():
            for target in need["to"].items():
                yield from _on_scale(target, question)
            for alternative in need["any"].items():
                for key, level in alternative.entries():
                    if key in names.questions:
                        yield from _on_scale(level, names.questions[key])
                    elif fits_id(key):
                        facts = near_fact(key, names.questions)
                        yield level.problem_at_key("P202", id=key, kind="question", **facts)
            for raised in need["raise"].items():
                yield from _named(raised, names)


def _on_scale(entry: Entry, question: Entry) -> Iterator[Problem]:
    """A level that the question has; where several answers add up, any number will do."""
    level = level_of(entry.value)
    values = values_of(question["levels"])
    several = question["kind"].word == "several"
    if level is not None and values and level not in values and not several:
        yield entry.problem("P215", level=plain(level), id=question["id"].shown)


def _named(entry: Entry, names: Declarations) -> Iterator[Problem]:
    """A question that there is."""
    word = entry.word
    if word is not None and fits_id(word) and word not in names.questions:
        facts = near_fact(word, names.questions)
        yield entry.problem("P202", id=word, kind="question", **facts)


def needs_can_be_met(_: Entry, names: Declarations) -> Iterator[Problem]:
    """No step waits for itself, however far around; an own lower level is no circle."""
    steps = {
        Step(key, level): [
            need["any"].items()
            for need in question["first"].items()
            # What a level needs, those above it need too: nobody comes there but past it.
            if any((level_of(each.value) or level) <= level for each in need["to"].items())
        ]
        for key, question in names.questions.items()
        for level in values_of(question["levels"])
    }
    open_steps = {step for step, needs in steps.items() if not needs}
    while True:
        further = {
            step
            for step, needs in steps.items()
            if step not in open_steps and all(_is_met(need, open_steps, names) for need in needs)
        }
        if not further:
            break
        open_steps |= further
    for key, question in names.questions.items():
        for need in question["first"].items():
            targets = [level_of(target.value) for target in need["to"].items()]
            stuck = [level for level in targets if level and Step(key, level) in steps]
            stuck = [level for level in stuck if Step(key, level) not in open_steps]
            if stuck and not _is_met(need["any"].items(), open_steps, names):
                yield need.problem("P264", id=key, level=plain(stuck[0]))


def _is_met(alternatives: list[Entry], open_steps: set[Step], names: Declarations) -> bool:
    """Whether one alternative can be reached: all of its levels, or higher ones."""
    return any(
        all(
            key not in names.questions
            or names.questions[key]["kind"].word == "several"
            or any(
                step.question == key and step.to >= (level_of(level.value) or step.to)
                for step in open_steps
            )
            for key, level in alternative.entries()
        )
        for alternative in alternatives
    )


def crosswalks_speak_of_questions(questionnaire: Entry, names: Declarations) -> Iterator[Problem]:
    """Every point of another framework names questions that there are."""
    for crosswalk in questionnaire["crosswalks"].items():
        for point in crosswalk["points"].items():
            for question in point["questions"].items():
                yield from _named(question, names)


NEED_RULES: tuple[Callable[[Entry, Declarations], Iterator[Problem]], ...] = (
    needs_exist,
    needs_can_be_met,
    crosswalks_speak_of_questions,
)
