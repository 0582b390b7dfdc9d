"""Rules about gates, and about anything that might depend on itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from sdgassess.files.read.entry import Entry
from sdgassess.files.read.ids import fits_id, near_fact
from sdgassess.files.rules.conditions import spoken_of
from sdgassess.files.rules.declarations import Declarations
from sdgassess.problem import Problem


def gates_cap_factors(questionnaire: Entry, names: Declarations) -> Iterator[Problem]:
    """A gate caps a part that has a level, by questions or by other parts."""
    for gate in questionnaire["gates"].items():
        word = gate["caps"].word
        if word is not None and fits_id(word) and word not in names.factors:
            facts = near_fact(word, names.factors)
            yield gate["caps"].problem("P202", id=word, kind="factor", **facts)
        for subject in gate["at_most"]["lowest_of"].items():
            for kind in ("context", "style", "pattern"):
                if kind in subject:
                    yield subject[kind].problem_at_key("P216", kind=kind)


def nothing_turns_in_a_circle(questionnaire: Entry, names: Declarations) -> Iterator[Problem]:
    """No gate, pattern or position depends on itself, however far around.

    A part depends on the parts that it adds, since those stand as their gates leave them.
    """
    gates = {
        key: {part["id"].word or "" for part in node["parts"].items()}
        for key, node in names.nodes.items()
    }
    for gate in questionnaire["gates"].items():
        lowest = gate["at_most"]["lowest_of"].items()
        below = {subject["factor"].word or "" for subject in lowest}
        gates.setdefault(gate["caps"].word or "", set()).update(below)
    for gate in questionnaire["gates"].items():
        word = gate["caps"].word or ""
        if word and _reaches_itself(word, gates):
            yield gate["caps"].problem("P217", id=word)
    patterns = {
        pattern["id"].word or "": {
            subject["pattern"].word or ""
            for key in ("not_exposed", "high", "medium")
            for subject in spoken_of(pattern[key])
        }
        | {pattern["yields_to"].word or ""}
        for pattern in questionnaire["patterns"].items()
    }
    for pattern in questionnaire["patterns"].items():
        word = pattern["id"].word or ""
        if word and _reaches_itself(word, patterns):
            yield pattern["id"].problem("P217", id=word)
    for axis in questionnaire["style"].items():
        for position in axis["positions"].items():
            for subject in spoken_of(position["when"]):
                if subject["style"].word == axis["id"].word and "item" not in subject:
                    yield subject["style"].problem("P217", id=axis["id"].shown)


def _reaches_itself(start: str, arrows: Mapping[str, set[str]]) -> bool:
    """Whether one can go round from a place back to it."""
    passed: set[str] = set()
    waiting = [start]
    while waiting:
        for after in arrows.get(waiting.pop(), ()):
            if after == start:
                return True
            if after not in passed:
                passed.add(after)
                waiting.append(after)
    return False


GATE_RULES: tuple[Callable[[Entry, Declarations], Iterator[Problem]], ...] = (
    gates_cap_factors,
    nothing_turns_in_a_circle,
)
