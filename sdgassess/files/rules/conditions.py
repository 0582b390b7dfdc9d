"""Rules about conditions: what they speak of is there, and can be compared like that."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from sdgassess.files.build.condition import OPERATOR_KEYS, SUBJECT_KEYS
from sdgassess.files.build.values import level_of, plain, share_of
from sdgassess.files.read.entry import Entry
from sdgassess.files.read.ids import fits_id, near_fact
from sdgassess.files.rules.declarations import Declarations, all_questions, ids_of, values_of
from sdgassess.problem import Problem

RESULTS = ("high", "medium", "low", "not-exposed", "cannot-be-assessed")
"""What a pattern can come to."""


def subjects_exist(questionnaire: Entry, names: Declarations) -> Iterator[Problem]:
    """What a condition, a gate or a pattern speaks of is declared."""
    subjects = [
        subject for holder in conditions(questionnaire) for subject in spoken_of(holder.entry)
    ]
    for pattern in questionnaire["patterns"].items():
        subjects += [*pattern["needs"].items(), *pattern["triggers"].items()]
        graver = pattern["yields_to"]
        if graver.word is not None and fits_id(graver.word) and graver.word not in names.patterns:
            facts = near_fact(graver.word, names.patterns)
            yield graver.problem("P202", id=graver.word, kind="pattern", **facts)
    for gate in questionnaire["gates"].items():
        subjects += gate["at_most"]["lowest_of"].items()
    for subject in subjects:
        for kind in SUBJECT_KEYS:
            word = subject[kind].word
            if kind == "triggered" or word is None or not fits_id(word):
                continue
            declared = names.of_kind(kind)
            if word not in declared:
                yield subject[kind].problem(
                    "P202", id=word, kind=kind, **near_fact(word, declared)
                )
            elif kind == "style" and "item" in subject:
                yield from _item_exists(subject["item"], names.style[word])


def _item_exists(item: Entry, axis: Entry) -> Iterator[Problem]:
    """A style item belongs to its axis."""
    items = ids_of(axis["items"])
    if item.word is not None and item.word not in items:
        yield item.problem("P202", id=item.word, kind="item", **near_fact(item.word, items))


def contradictions_are_of_answers(questionnaire: Entry, _: Declarations) -> Iterator[Problem]:
    """A contradiction looks at what one voice can say: questions and context."""
    for contradiction in questionnaire["contradictions"].items():
        for subject in spoken_of(contradiction["when"]):
            for kind in ("factor", "style", "pattern"):
                if kind in subject:
                    yield subject[kind].problem_at_key("P268", kind=kind)


def triggers_are_own(questionnaire: Entry, _: Declarations) -> Iterator[Problem]:
    """`triggered` stands only in a pattern and names one of its own triggers."""
    for holder in conditions(questionnaire):
        for term in terms(holder.entry):
            word = term["triggered"].word
            if word is None:
                continue
            if holder.triggers is None:
                yield term["triggered"].problem_at_key("P205")
            elif word not in holder.triggers:
                facts = near_fact(word, holder.triggers)
                yield term["triggered"].problem("P219", id=word, allowed=holder.triggers, **facts)


def terms_compare_once(questionnaire: Entry, _: Declarations) -> Iterator[Problem]:
    """A term has one comparison; `triggered` has none."""
    for holder in conditions(questionnaire):
        for term in terms(holder.entry):
            operators = [key for key in OPERATOR_KEYS if key in term]
            wanted = 0 if "triggered" in term else 1
            if len(operators) > wanted:
                yield term[operators[-1]].problem_at_key("P220", found=operators[-1])
            elif len(operators) < wanted:
                yield term.problem_at_key("P227", allowed=OPERATOR_KEYS)


def comparisons_fit(questionnaire: Entry, names: Declarations) -> Iterator[Problem]:
    """Levels and numbers can be more or less, words and yes or no only equal."""
    for holder in conditions(questionnaire):
        for term in terms(holder.entry):
            yield from _comparison_fits(term, names)
    for pattern in questionnaire["patterns"].items():
        for trigger in pattern["triggers"].items():
            yield from _comparison_fits(trigger, names)


def _comparison_fits(term: Entry, names: Declarations) -> Iterator[Problem]:
    """The operator and the value of a term fit what it speaks of."""
    key = next((key for key in OPERATOR_KEYS if key in term), None)
    kind = next((kind for kind in SUBJECT_KEYS if kind in term), None)
    if key is None or kind is None or kind == "triggered":
        return
    value = term[key]
    if isinstance(value.value, dict):
        return
    allowed = _words_for(term, kind, names)
    number = level_of(value.value) is not None
    if number and allowed is not None and "neither-yet" not in allowed:
        yield value.problem("P204", found=value.shown, allowed=allowed)
    elif not number and allowed is not None and key != "is":
        yield term[key].problem_at_key("P203", operator=key)
    elif not number and value.shown not in (allowed or ()):
        yield value.problem("P204", found=value.shown, allowed=allowed or ("0", "1", "2", "…"))
    elif number and key == "is" and kind == "question":
        yield from _value_exists(term, value, names)


def _words_for(term: Entry, kind: str, names: Declarations) -> tuple[str, ...] | None:
    """The words that a subject can be equal to; None where it is a number."""
    word = term[kind].word or ""
    if kind == "pattern":
        return RESULTS
    if kind == "context":
        yes_no = word in names.context and names.context[word]["kind"].value == "yes-no"
        return ("true", "false") if yes_no else None
    if kind == "style" and "item" in term:
        return ("neither-yet",)
    if kind == "style" and word in names.style:
        axis = names.style[word]
        return (*ids_of(axis["positions"]), *ids_of(axis["options"]))
    return None


def _value_exists(term: Entry, value: Entry, names: Declarations) -> Iterator[Problem]:
    """A question can only stand at a value that it offers."""
    question = names.questions.get(term["question"].word or "")
    level = level_of(value.value)
    if question is None or level is None:
        return
    values = values_of(question["levels"])
    if values and level not in values and question["kind"].word != "several":
        allowed = tuple(plain(offered) for offered in values)
        yield value.problem("P204", found=value.shown, allowed=allowed)


def numbers_can_be_reached(questionnaire: Entry, _: Declarations) -> Iterator[Problem]:
    """Nobody asks for more of a list than it holds, and shares lie between 0 and 1."""
    counts = [count for holder in conditions(questionnaire) for count in _counts(holder.entry)]
    for count in counts:
        yield from _within(count["n"], len(list(count["of"].items())))
        yield from _within(count["share"], None)
    for pattern in questionnaire["patterns"].items():
        number = len(list(pattern["triggers"].items()))
        for key in ("known", "known_quick"):
            yield from _within(pattern[key], number)


def _counts(condition: Entry) -> Iterator[Entry]:
    """Every `at_least: {n, of}` of a condition."""
    counted = condition["at_least"]
    if "of" in counted:
        yield counted
    for part in (*condition["all"].items(), *condition["any"].items(), *counted["of"].items()):
        yield from _counts(part)


def _within(entry: Entry, number: int | None) -> Iterator[Problem]:
    """A number is no larger than what there is; a share is no larger than 1."""
    value = entry.value
    if isinstance(value, int) and not isinstance(value, bool) and number is not None:
        if value > number:
            yield entry.problem("P222", found=value, most=number)
        return
    share = share_of(value)
    if share is not None and share > 1:
        yield entry.problem("P212", found=entry.shown)


def nothing_points_forward(_: Entry, names: Declarations) -> Iterator[Problem]:
    """`ask_if` speaks only of what was asked before, so it cannot turn in a circle either."""
    order = {key: index for index, key in enumerate(names.questions)}
    asked_if = [(key, entry, (order[key], _AT)) for key, entry in names.questions.items()]
    asked_if += [
        (key, entry, _context_place(key, names, order)) for key, entry in names.context.items()
    ]
    for key, entry, place in asked_if:
        for subject in spoken_of(entry["ask_if"]):
            for kind in SUBJECT_KEYS:
                word = subject[kind].word
                if word is not None and _asked_at(kind, word, names, order) >= place:
                    yield subject[kind].problem("P206", id=key, later=word)


_Place = tuple[int, int]
"""When something is asked: at which question, and how near to it; its context comes before."""

_AT = 0
_AT_THE_START: _Place = (-1, _AT)


def _asked_at(kind: str, word: str, names: Declarations, order: Mapping[str, int]) -> _Place:
    """When the last question behind a subject is asked; at the start where there is none."""
    if kind == "question" and word in order:
        return order[word], _AT
    if kind == "factor" and word in names.factors:
        below = [order[key] for key in _below(names.factors[word]) if key in order]
        return max(below, default=-1), _AT
    if kind == "context" and word in names.context:
        return _context_place(word, names, order)
    if kind == "pattern" and word in names.patterns:
        triggers = names.patterns[word]["triggers"].items()
        at = (order.get(trigger["question"].word or "", -1) for trigger in triggers)
        return max(at, default=-1), _AT
    return (len(order), _AT) if kind == "style" else _AT_THE_START


def _context_place(context: str, names: Declarations, order: Mapping[str, int]) -> _Place:
    """When a context question is asked: before a part or question, or what is counted of it.

    Of several at one place those that come first in the file are asked first.
    """
    entry, places = names.context[context], list(names.context)
    before = entry["before"].word or ""
    below = [order[key] for key in _below(names.nodes[before])] if before in names.nodes else []
    if before in order:
        below = [order[before]]
    if entry["frame"].value is True:
        counted = [
            key for key, question in names.questions.items() if question["of"].word == context
        ]
        below = [order[key] for key in counted if order[key] > 0] or below
    return min(below, default=-1), places.index(context) - len(places)


def _below(node: Entry) -> Iterator[str]:
    """The ids of all questions at or below a node."""
    yield from ids_of(node["questions"])
    for part in node["parts"].items():
        yield from _below(part)


CONDITION_RULES: tuple[Callable[[Entry, Declarations], Iterator[Problem]], ...] = (
    subjects_exist,
    contradictions_are_of_answers,
    triggers_are_own,
    terms_compare_once,
    comparisons_fit,
    numbers_can_be_reached,
    nothing_points_forward,
)


@dataclass(frozen=True, slots=True)
class Holder:
    """Where a condition stands: the triggers it may speak of, if it is a pattern's."""

    entry: Entry
    triggers: tuple[str, ...] | None = None


def conditions(questionnaire: Entry) -> Iterator[Holder]:
    """Every condition of a questionnaire, with where it stands."""
    for question in all_questions(questionnaire):
        yield Holder(question["ask_if"])
    for context in questionnaire["context"].items():
        yield Holder(context["ask_if"])
    for axis in questionnaire["style"].items():
        for position in axis["positions"].items():
            yield Holder(position["when"])
    for pattern in questionnaire["patterns"].items():
        triggers = tuple(trigger["question"].word or "" for trigger in pattern["triggers"].items())
        for key in ("not_exposed", "high", "medium"):
            yield Holder(pattern[key], triggers)
        for clause in pattern["clauses"].items():
            yield Holder(clause["when"], triggers)
    for contradiction in questionnaire["contradictions"].items():
        yield Holder(contradiction["when"])
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
