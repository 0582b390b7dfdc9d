"""What only shows once a questionnaire is built: levels that nobody can ever reach."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import islice, product

from sdgassess.files.build.values import plain
from sdgassess.files.read.entry import Entry
from sdgassess.files.rules.declarations import Declarations, declarations
from sdgassess.model.condition import Comparand, Condition, Subject, SubjectKind, judge, terms
from sdgassess.model.node import Node, RollUp, RollUpRule
from sdgassess.model.question import Level
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.problem import Problem
from sdgassess.text import is_exact

_MOST_TRIALS = 20_000
"""How many combinations of answers are tried before a contradiction is taken to be possible."""

Rule = Callable[[Entry, Declarations, Questionnaire], Iterator[Problem]]


def check_reach(questionnaire: Entry, model: Questionnaire) -> list[Problem]:
    """Everything that a questionnaire without other errors promises and cannot keep.

    Args:
        questionnaire: as it stands in the file, for the places.
        model: what was built from it.
    """
    names = declarations(questionnaire)
    return [problem for rule in RULES for problem in rule(questionnaire, names, model)]


def caps_can_be_kept(_: Entry, names: Declarations, model: Questionnaire) -> Iterator[Problem]:
    """The most that a part may be is above the least that it can be."""
    for key, node in _first_of_each_rule(model).items():
        lowest = _never_below(model, node)
        if lowest is not None and node.roll_up is not None and node.roll_up.cap is not None:
            facts = {"cap": plain(node.roll_up.cap), "lowest": plain(lowest)}
            yield names.roll_ups[key]["cap"].problem("P261", **facts)


def _never_below(model: Questionnaire, node: Node) -> Level | None:
    """The lowest that a part would be without its cap, where that is not below the cap."""
    rule = node.roll_up
    if rule is None or rule.cap is None:
        return None
    lowest = model.reach.by(node, rule._replace(cap=None))[0]
    return lowest if rule.cap <= lowest else None


def bands_can_be_reached(_: Entry, names: Declarations, model: Questionnaire) -> Iterator[Problem]:
    """Every band is one that some part with this roll-up can come to stand in."""
    for key, roll_up in _roll_ups(model).items():
        nodes = [node for node in model.nodes.values() if node.roll_up == roll_up]
        if any(_never_below(model, node) for node in nodes):
            continue  # told of the cap already
        low = min(model.reach.of(node)[0] for node in nodes)
        high = max(model.reach.of(node)[1] for node in nodes)
        entries = names.roll_ups[key]["bands"].items()
        for place, (band, entry) in enumerate(zip(roll_up.bands, entries, strict=True)):
            after = roll_up.bands[place + 1].lowest if place + 1 < len(roll_up.bands) else None
            if band.lowest > high or (after is not None and after <= low):
                facts = {"low": plain(low), "high": plain(high)}
                yield entry["from"].problem("P265", id=band.id, **facts)


def ladders_climb(_: Entry, names: Declarations, model: Questionnaire) -> Iterator[Problem]:
    """On a ladder by worth nobody comes to stand lower because something was passed."""
    for node in model.nodes.values():
        rule = node.roll_up
        if rule is None or rule.rule is not RollUpRule.LADDER or rule.passed_at is not None:
            continue
        rungs = [(q.id, [v for v in q.levels if v < q.highest], q.lowest) for q in node.questions]
        for place, (rung, stops, _lowest) in enumerate(rungs):
            lower = [(key, low) for key, _, low in rungs[place + 1 :] if stops and low < stops[-1]]
            if lower:
                facts = {"id": rung, "value": plain(stops[-1])}
                entry = names.questions[rung]["levels"]
                yield entry.problem_at_key(
                    "P266", **facts, later=lower[0][0], lower=plain(lower[0][1])
                )


def contradictions_can_hold(
    questionnaire: Entry, _: Declarations, model: Questionnaire
) -> Iterator[Problem]:
    """Some answers make each contradiction true; else its question would never be put."""
    entries = questionnaire["contradictions"].items()
    for contradiction, entry in zip(model.contradictions, entries, strict=True):
        if not _can_hold(contradiction.when, model):
            yield entry["when"].problem_at_key("P267", id=contradiction.id)


def _roll_ups(model: Questionnaire) -> Mapping[str, RollUp]:
    """The roll-ups that some part uses, by id."""
    used = (node.roll_up for node in model.nodes.values() if node.roll_up is not None)
    return {roll_up.id: roll_up for roll_up in used}


def _first_of_each_rule(model: Questionnaire) -> Mapping[str, Node]:
    """The first part that uses each roll-up."""
    nodes: dict[str, Node] = {}
    for node in model.nodes.values():
        if node.roll_up is not None:
            nodes.setdefault(node.roll_up.id, node)
    return nodes


def _can_hold(condition: Condition, model: Questionnaire) -> bool:
    """Whether some answers make a condition true; taken to be so where there are too many."""
    compared: dict[Subject, set[Comparand]] = {}
    for term in terms(condition):
        compared.setdefault(term.subject, set())
        if isinstance(term.value, Subject):
            compared.setdefault(term.value, set())
        else:
            compared[term.subject].add(term.value)
    choices = [_possible(subject, values, model) for subject, values in compared.items()]
    if not all(choices):
        return True  # something that other rules speak of, such as a risk's result
    trials = list(islice(product(*choices), _MOST_TRIALS + 1))
    if len(trials) > _MOST_TRIALS:
        return True
    return any(
        judge(condition, dict(zip(compared, trial, strict=True)).__getitem__) for trial in trials
    )


def _possible(
    subject: Subject, values: set[Comparand], model: Questionnaire
) -> tuple[Comparand, ...]:
    """What a subject of a contradiction can stand at: a question, or a context question."""
    if subject.kind is SubjectKind.QUESTION and subject.id in model.questions:
        return model.questions[subject.id].levels
    context = {question.id: question for question in model.context}
    if subject.kind is not SubjectKind.CONTEXT or subject.id not in context:
        return ()
    kind, options = context[subject.id].kind, context[subject.id].options
    if kind == "yes-no":
        return True, False
    if kind == "choice":
        return tuple(option.value for option in options)
    if kind == "several":
        return tuple(range(len(options) + 1))
    numbers = {value for value in values if is_exact(value)} | {0}
    near = {n + step for n in numbers for step in (-1, 0, 1)}
    return tuple(n for n in sorted(near) if n >= 0)


RULES: tuple[Rule, ...] = (
    caps_can_be_kept,
    bands_can_be_reached,
    ladders_climb,
    contradictions_can_hold,
)
