"""What a schema cannot say about a profile: one small check per rule, each with its own words.

Every check takes the profile as it stands in the file and the questionnaire that it answers, and
yields what is wrong. Checks look only at what they need and pass over what has another shape: the
schema has told that already. Rules about single answers are in `rules.answers`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from sdgassess.files.build.values import (
    level_of,
    level_on,
    plain,
    scale_words,
)
from sdgassess.files.read.entry import Entry
from sdgassess.files.read.ids import fits_id, lookalike_fact, near_fact
from sdgassess.files.rules.answers import (
    check_answers,
    check_question_id,
    check_role,
    off_scale,
)
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.unscored import (
    Axis,
    AxisKind,
    ContextKind,
    ContextQuestion,
)
from sdgassess.problem import Problem

Rule = Callable[[Entry, Questionnaire], Iterator[Problem]]

_PAST = ("done", "dropped")
_CODE = re.compile(r"[0-9]{4}")


def check_profile(profile: Entry, questionnaire: Questionnaire) -> list[Problem]:
    """Everything that is wrong with a profile beyond its shape."""
    problems = [problem for rule in RULES for problem in rule(profile, questionnaire)]
    return [*problems, *check_answers(profile, questionnaire)]


def subject_is_named(profile: Entry, questionnaire: Questionnaire) -> Iterator[Problem]:
    """A profile names a municipality where its questionnaire assesses those, else a subject.

    Where the questionnaire does not say what it assesses, either key will do.
    """
    if questionnaire.assesses is None:
        return
    right, wrong = "subject", "municipality"
    if questionnaire.of_municipalities:
        right, wrong = wrong, right
    if wrong in profile:
        facts = {"kind": questionnaire.assesses.id, "right": right, "wrong": wrong}
        yield profile[wrong].problem_at_key("P145", **facts)


def participants_differ(profile: Entry, questionnaire: Questionnaire) -> Iterator[Problem]:
    """No two participants have one id, and their roles are roles of the questionnaire."""
    named = [person["id"].word for person in profile["participants"].items()]
    count = Counter(named)
    earlier: set[str | None] = set()
    for person in profile["participants"].items():
        word = person["id"].word
        if word and count[word] > 1 and word in earlier:
            yield person["id"].problem("P109", id=word)
        earlier.add(word)
        yield from check_role(person["role"], questionnaire)


def places_have_codes(profile: Entry, _: Questionnaire) -> Iterator[Problem]:
    """A code has four digits and belongs to a country, a former one too; a name is not blank."""
    for key in ("municipality", "subject"):
        place = profile[key]
        codes = [place["code"]] if "code" in place else []
        former = [entry for entry in place["formerly"].items() if entry.shown.isdigit()]
        for code in (*codes, *former):
            digits = "" if isinstance(code.value, bool) else str(code.value)
            if not _CODE.fullmatch(digits.rjust(4, "0") if type(code.value) is int else digits):
                yield code.problem("P137", found=code.shown)
            elif "country" not in place:
                yield code.problem("P138", found=code.shown)
        for entry in place["formerly"].items():
            if entry.shown.strip() in ("", place["name"].shown, place["code"].shown):
                yield entry.problem("P139", found=entry.shown)
    group = profile["group"].word
    if group is not None and not group.strip():
        yield profile["group"].problem("P129")


def context_fits(profile: Entry, questionnaire: Questionnaire) -> Iterator[Problem]:
    """Context answers belong to context questions and are of their kind."""
    questions = {question.id: question for question in questionnaire.context}
    for key, entry in profile["context"].entries():
        if key not in questions:
            if fits_id(key):
                facts = near_fact(key, questions)
                yield entry.problem_at_key("P111", id=key, allowed=tuple(questions), **facts)
        elif not _fits_context(questions[key], entry):
            yield entry.problem(
                "P112", id=key, found=entry.shown, **_context_words(questions[key])
            )


def _fits_context(question: ContextQuestion, entry: Entry) -> bool:
    """Whether a value answers a context question; `unknown` always does."""
    value = entry.value
    if value == "unknown":
        return True
    if question.kind is ContextKind.SEVERAL:
        return all(_is_choice(question, choice) for choice in entry.items()) and isinstance(
            value, list
        )
    if question.kind is ContextKind.YES_NO:
        return isinstance(value, bool)
    if isinstance(value, bool) or not isinstance(value, int):
        return False
    if question.kind is ContextKind.NUMBER:
        return value >= 0
    return any(option.value == value for option in question.options)


def _is_choice(question: ContextQuestion, choice: Entry) -> bool:
    """Whether something is a choice of a context question: by its id, or as a whole number."""
    value = choice.value
    if isinstance(value, bool):
        return False
    return any(value in (option.id, option.value) for option in question.options)


def _context_words(question: ContextQuestion) -> dict[str, str]:
    """What a context question allows."""
    if question.kind in (ContextKind.CHOICE, ContextKind.SEVERAL):
        return {"expected": "choice", "scale": scale_words(question.options)}
    return {"expected": question.kind.value, "scale": ""}


def style_fits(profile: Entry, questionnaire: Questionnaire) -> Iterator[Problem]:
    """Style answers belong to axes and are given in the axis's own way."""
    axes = {axis.id: axis for axis in questionnaire.style}
    for key, entry in profile["style"].entries():
        if key in axes:
            yield from _style_answer(axes[key], entry)
        elif fits_id(key):
            facts = near_fact(key, axes)
            yield entry.problem_at_key("P113", id=key, allowed=tuple(axes), **facts)


def _style_answer(axis: Axis, entry: Entry) -> Iterator[Problem]:
    """Items between poles, one choice, or several."""
    if axis.kind is AxisKind.POLES:
        if isinstance(entry.value, dict):
            for key, item in entry.entries():
                yield from _style_item(axis, key, item)
        else:
            yield entry.problem("P115", axis=axis.id, expected=axis.kind.value)
        return
    wanted = str if axis.kind is AxisKind.CHOICE else list
    if not isinstance(entry.value, wanted):
        yield entry.problem("P115", axis=axis.id, expected=axis.kind.value)
        return
    options = [option.id for option in axis.options]
    for choice in [entry] if wanted is str else entry.items():
        word = choice.word
        if word is not None and word not in options:
            facts = near_fact(word, options)
            yield choice.problem("P114", id=word, axis=axis.id, allowed=tuple(options), **facts)


def _style_item(axis: Axis, key: str, entry: Entry) -> Iterator[Problem]:
    """An item of the axis, between its poles or neither."""
    items = [item.id for item in axis.items]
    if key not in items:
        if fits_id(key):
            facts = near_fact(key, items)
            allowed = tuple(items)
            yield entry.problem_at_key("P114", id=key, axis=axis.id, allowed=allowed, **facts)
        return
    value = entry.value
    between = isinstance(value, int) and not isinstance(value, bool) and abs(value) <= axis.reach
    if not between and value != "neither-yet":
        odd = lookalike_fact(value)
        yield entry.problem("P126", id=key, found=entry.shown, reach=axis.reach, **odd)


def judgement_is_about_questions(
    profile: Entry, questionnaire: Questionnaire
) -> Iterator[Problem]:
    """The room judges questions that exist."""
    for key, entry in profile["judgement"].entries():
        yield from check_question_id(entry, key, questionnaire, key=True)


def priorities_hold(profile: Entry, questionnaire: Questionnaire) -> Iterator[Problem]:
    """Picked are questions that exist, each once, no more than may be picked."""
    earlier: set[str] = set()
    most = questionnaire.priorities.picks if questionnaire.priorities else None
    ahead = 0
    for entry in profile["priorities"].items():
        word = entry["question"].word
        if word is None:
            continue
        if word in earlier:
            yield entry["question"].problem("P118", id=word)
        earlier.add(word)
        ahead += entry["status"].value not in _PAST
        if most is not None and ahead == most + 1 and entry["status"].value not in _PAST:
            yield entry.problem("P117", most=most)
        yield from check_question_id(entry["question"], word, questionnaire)


def targets_are_worth_having(profile: Entry, questionnaire: Questionnaire) -> Iterator[Problem]:
    """A target is on the scale, and not below the lowest target (model.md: Priorities)."""
    rules = questionnaire.priorities
    for entry in profile["priorities"].items():
        question = questionnaire.questions.get(entry["question"].word or "")
        target = entry["target"]
        if question is None or "target" not in entry:
            continue
        level = level_on(question, target.value)
        if question.several:
            total = level_of(target.value)
            within = total is not None and question.lowest <= total <= question.highest
            level = total if within else None
        if level is None:
            yield off_scale(target, question)
        elif rules and level < rules.lowest_target:
            least = plain(rules.lowest_target)
            yield target.problem("P116", id=question.id, level=plain(level), least=least)


def parked_has_a_cause(profile: Entry, questionnaire: Questionnaire) -> Iterator[Problem]:
    """What switched an answer off is a question, and a parked answer is not answered too."""
    for key, entry in profile["parked"].entries():
        because = entry["because"]
        if because.word is not None:
            yield from check_question_id(because, because.word, questionnaire)
        if key in profile["answers"]:
            yield entry.problem_at_key("P124", id=key)


def unmapped_levels_are_levels(profile: Entry, _: Questionnaire) -> Iterator[Problem]:
    """Levels of another version are numbers; which ones, that version knows."""
    for key, entry in profile["unmapped"].entries():
        level = entry["level"]
        if "level" in entry and level_of(level.value) is None:
            yield level.problem("P127", id=key, level=level.shown)


def quick_asks_something(profile: Entry, questionnaire: Questionnaire) -> Iterator[Problem]:
    """A quick scan has core questions to ask."""
    if profile["scope"].word == "quick" and not questionnaire.has_core:
        facts = {"id": questionnaire.id, "version": questionnaire.version}
        yield profile["scope"].warning("P155", **facts)


RULES: tuple[Rule, ...] = (
    subject_is_named,
    participants_differ,
    places_have_codes,
    context_fits,
    style_fits,
    judgement_is_about_questions,
    priorities_hold,
    targets_are_worth_having,
    parked_has_a_cause,
    unmapped_levels_are_levels,
    quick_asks_something,
)
