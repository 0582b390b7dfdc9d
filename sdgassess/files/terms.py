"""The conditions of a questionnaire file, and the comparisons that they are made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sdgassess.files.build_condition import OPERATOR_KEYS
from sdgassess.files.declared import all_questions
from sdgassess.files.entry import Entry


@dataclass(frozen=True, slots=True)
class Holder:
    """Where a condition stands: the triggers it may speak of, if it is a pattern's."""

    entry: Entry
    triggers: tuple[str, ...] | None = None


def conditions(questionnaire: Entry) -> Iterator[Holder]:
    """Every condition of a questionnaire, with where it stands."""
    for question in all_questions(questionnaire):
        yield Holder(question["ask_if"])
    for axis in questionnaire["style"].items():
        for position in axis["positions"].items():
            yield Holder(position["when"])
    for pattern in questionnaire["patterns"].items():
        triggers = tuple(one["question"].word or "" for one in pattern["triggers"].items())
        for key in ("not_exposed", "high", "medium"):
            yield Holder(pattern[key], triggers)
    yield Holder(questionnaire["priorities"]["overloaded"])


def terms(condition: Entry) -> Iterator[Entry]:
    """Every comparison of a condition."""
    parts = [*condition["all"].items(), *condition["any"].items()]
    counted = condition["at_least"]
    if "of" in counted:
        parts += counted["of"].items()
    if parts:
        for part in parts:
            yield from terms(part)
    elif isinstance(condition.value, dict) and condition.value:
        yield condition


def spoken_of(condition: Entry) -> Iterator[Entry]:
    """Every subject of a condition, also those that are compared with."""
    for term in terms(condition):
        yield term
        for key in OPERATOR_KEYS:
            if isinstance(term[key].value, dict):
                yield term[key]
