"""What a command line names: a question, a part or a role of a questionnaire, or a day.

Codes: P156 no day that can be · P506 nothing of that name · P558 nothing is asked of it ·
P631 no such role.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from difflib import get_close_matches

from sdgassess.model.days import far_off
from sdgassess.model.node import Node
from sdgassess.model.questionnaire import Questionnaire, Role
from sdgassess.problem import Fact, Problem, UsageRefused, Where
from sdgassess.text import one_line


def refuse_far_off(date: str, earliest: int, today: dt.date) -> None:
    """Refuse a year, month or day that can be written and cannot be, as a sitting does.

    Args:
        date: in figures, the year first.
        earliest: the first year that it can be of.
        today: the day on which it is said.

    Raises:
        UsageRefused: it lies too far back, or more than a year ahead.
    """
    why = far_off(date, earliest, today)
    if why is not None:
        raise UsageRefused(Problem("P156", Where(), {"date": date, "why": why}))


def question_named(rules: Questionnaire, word: str) -> str:
    """The question that is meant, in whatever case it is typed.

    Raises:
        UsageRefused: there is none; the near ones are named, or those of the part that was named.
    """
    ids = {question.lower(): question for question in rules.questions}
    if word.lower() in ids:
        return ids[word.lower()]
    node = next((node for node in rules.nodes.values() if node.id.lower() == word.lower()), None)
    near = tuple(ids[name] for name in get_close_matches(word.lower(), ids, 4))
    if node is not None:
        near = tuple(question.id for question in node.all_questions())
    facts: dict[str, Fact] = {"id": word, "near": near or tuple(rules.factors)}
    raise UsageRefused(Problem("P506", Where(), facts))


def part_named(rules: Questionnaire, word: str) -> Node:
    """The part that is meant, in whatever case it is typed.

    Raises:
        UsageRefused: there is none; the near ones are named.
    """
    ids = {identity.lower(): identity for identity in rules.nodes}
    if word.lower() in ids:
        return rules.nodes[ids[word.lower()]]
    near = tuple(ids[name] for name in get_close_matches(word.lower(), ids, 4))
    facts: dict[str, Fact] = {"id": word, "near": near or tuple(rules.factors)}
    raise UsageRefused(Problem("P506", Where(), facts))


def role_named(questionnaire: Questionnaire, word: str) -> Role:
    """The role that somebody means: its id, its letter, or its title in any language.

    Raises:
        UsageRefused: there is no such role (P631).
    """
    wanted = one_line(word).casefold()
    for role in questionnaire.roles:
        titles = (one_line(title) for title in role.title.words.values())
        if wanted in {name.casefold() for name in (role.id, role.letter, *titles)}:
            return role
    allowed = tuple(role.id for role in questionnaire.roles) or ("–",)
    raise UsageRefused(Problem("P631", Where(), {"role": word, "allowed": allowed}))


def questions_of(
    rules: Questionnaire, parts: Sequence[str], role: str | None, *, quick: bool
) -> frozenset[str] | None:
    """The questions of some parts that are put to a role; None where neither is named.

    With them come the questions about the setting that belong to a part; a role's have none, since
    those are put to everybody together.

    Raises:
        UsageRefused: there is no such part or role, or nothing is asked of them together, or in
            a quick scan.
    """
    if not parts and role is None:
        return None
    nodes = [part_named(rules, part) for part in parts] or list(rules.parts)
    asked = {question.id: question for node in nodes for question in node.all_questions()}
    if role is not None:
        named = role_named(rules, role)
        asked = {
            key: question
            for key, question in asked.items()
            if not question.roles or named.id in question.roles
        }
    facts: dict[str, Fact] = {"role": role or "", "parts": tuple(parts or rules.factors)}
    if not asked:
        raise UsageRefused(Problem("P558", Where(), facts))
    if not asked.keys() & set(rules.question_ids(quick)):
        raise UsageRefused(Problem("P558", Where(), {"why": "scope", **facts}))
    if role is not None:
        return frozenset(asked)
    places = {below.id for node in nodes for below in node.all_nodes()} | asked.keys()
    setting = {
        question.id
        for question in rules.context
        if question.before in places or asked.keys() & set(rules.counted_of(question.id))
    }
    return frozenset(asked) | setting
