"""Rules about what can be answered: option ids, several answers, weights, counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sdgassess.files.build.values import level_of, plain
from sdgassess.files.read.entry import Entry
from sdgassess.files.read.ids import fits_id, near_fact
from sdgassess.files.rules.declarations import Declarations, all_nodes, all_questions, values_of
from sdgassess.problem import Problem


def answers_are_told_apart(questionnaire: Entry, _: Declarations) -> Iterator[Problem]:
    """Answers have ids where their values do not tell them apart, or several may be chosen."""
    for question in all_questions(questionnaire):
        identity, several = question["id"].shown, question["kind"].word == "several"
        values = values_of(question["levels"])
        shared = next((value for value in values if values.count(value) > 1), None)
        for option in question["levels"].items():
            if "id" in option or level_of(option["value"].value) is None:
                continue
            if several:
                yield option.problem("P260", id=identity, why="several")
                break
            if shared is not None:
                yield option["value"].problem("P260", id=identity, value=plain(shared))
                break


def caps_are_of_several(questionnaire: Entry, _: Declarations) -> Iterator[Problem]:
    """Only several answers have a most that they are worth, and at least the lowest can be."""
    for question in all_questions(questionnaire):
        cap = question["cap"]
        if "cap" not in question:
            continue
        if question["kind"].word != "several":
            yield cap.problem_at_key("P225", kind="one", unfit="cap")
            continue
        level = level_of(cap.value)
        lowest = sum((min(v, 0) for v in values_of(question["levels"])), 0)
        if level is not None and level <= lowest:
            yield cap.problem("P261", cap=plain(level), lowest=plain(lowest))


def weights_weigh(questionnaire: Entry, names: Declarations) -> Iterator[Problem]:
    """A weight is above nothing, and counts where the part above is weighted."""
    for node in all_nodes(questionnaire):
        children = [*node["parts"].items(), *node["questions"].items()]
        for child in children:
            weight = level_of(child["weight"].value)
            if weight is not None and weight <= 0:
                yield child["weight"].problem("P262", found=child["weight"].shown)
    yield from _idle_weights(questionnaire, None, names)


def _idle_weights(branch: Entry, above: Entry | None, names: Declarations) -> Iterator[Problem]:
    """Weights below a part that rolls up without reading them; `above` is that part."""
    for part in branch["parts"].items():
        yield from _idle_weight(part, above, names)
        scored = part if "roll_up" in part else above
        for question in part["questions"].items():
            yield from _idle_weight(question, scored, names)
        yield from _idle_weights(part, scored, names)


def _idle_weight(child: Entry, above: Entry | None, names: Declarations) -> Iterator[Problem]:
    """A weight that nothing reads."""
    if "weight" not in child:
        return
    rule = names.roll_ups.get(above["roll_up"].word or "") if above is not None else None
    if above is None:
        yield child["weight"].warning_at_key("P259", why="nowhere")
    elif rule is not None and rule["weighted"].value is not True:
        facts = {"rule": rule["id"].shown, "node": above["id"].shown}
        yield child["weight"].warning_at_key("P259", **facts)


def counts_are_of_numbers(questionnaire: Entry, names: Declarations) -> Iterator[Problem]:
    """`of` names a context question that is a number."""
    for question in all_questions(questionnaire):
        word = question["of"].word
        if word is None or not fits_id(word):
            continue
        if word not in names.context:
            facts = near_fact(word, names.context)
            yield question["of"].problem("P202", id=word, kind="context", **facts)
        elif names.context[word]["kind"].word not in ("number", None):
            yield question["of"].problem("P263", id=word)


OPTION_RULES: tuple[Callable[[Entry, Declarations], Iterator[Problem]], ...] = (
    answers_are_told_apart,
    caps_are_of_several,
    weights_weigh,
    counts_are_of_numbers,
)
