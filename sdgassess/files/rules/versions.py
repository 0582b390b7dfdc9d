"""What only shows beside an older version's file: ids that came back, went, or mean another thing.

The older version is the newest one before this file's own that is at hand; `files.siblings` finds
it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sdgassess.files.build.question import build_question
from sdgassess.files.build.values import level_of, plain
from sdgassess.files.read.entry import Entry
from sdgassess.files.read.ids import fits_version
from sdgassess.files.rules.declarations import (
    Declarations,
    all_nodes,
    all_questions,
    declarations,
)
from sdgassess.model.question import Question
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.version import version_order
from sdgassess.problem import Problem

Rule = Callable[[Entry, Declarations, Questionnaire, str], Iterator[Problem]]


def check_after(questionnaire: Entry, older: Questionnaire, file: str) -> list[Problem]:
    """Everything that a questionnaire without errors of its own does wrong to an older version.

    Args:
        questionnaire: the newer one, as it stands in its file.
        older: an older version.
        file: where that stands, as people would name it.
    """
    names = declarations(questionnaire)
    return [problem for rule in RULES for problem in rule(questionnaire, names, older, file)]


def gone_are_retired(
    questionnaire: Entry, names: Declarations, older: Questionnaire, file: str
) -> Iterator[Problem]:
    """A question that is not asked any more is listed as retired."""
    parts = {node["id"].word for node in all_nodes(questionnaire)}
    for question in older.questions:
        if question not in names.questions and question not in names.retired:
            where = questionnaire["retired"]
            if question in parts:
                entry = names.nodes[question]["id"]
                yield entry.problem("P229", why="part", id=question, file=file)
            else:
                yield where.problem_at_key("P238", id=question, file=file, last=older.version)


def old_tombstones_stay(
    questionnaire: Entry, names: Declarations, older: Questionnaire, file: str
) -> Iterator[Problem]:
    """What an older version retired stays retired: it neither comes back nor is forgotten."""
    for tomb in older.retired:
        revenant = names.questions.get(tomb.id) or names.nodes.get(tomb.id)
        if revenant is not None:
            facts = {"id": tomb.id, "last": tomb.last, "file": file}
            yield revenant["id"].problem("P229", why="older", **facts)
        elif tomb.id not in names.retired:
            facts = {"id": tomb.id, "last": tomb.last, "file": file}
            yield questionnaire["retired"].problem_at_key("P238", **facts)


def maps_are_whole(
    questionnaire: Entry, _: Declarations, older: Questionnaire, file: str
) -> Iterator[Problem]:
    """A map of levels says something of every level that the older question had."""
    for question in all_questions(questionnaire):
        for change in question["history"].items():
            replaced = [old.word for old in change["replaces"].items()]
            before = older.questions.get((replaced or [question["id"].word])[0] or "")
            if "levels" not in change or before is None or not _is_after(change, older):
                continue
            mapped = {level_of(pair["from"].value) for pair in change["levels"].items()}
            missing = [option.value for option in before.options if option.value not in mapped]
            if missing:
                levels = tuple(plain(level) for level in missing)
                yield change["levels"].problem_at_key(
                    "P234", levels=levels, id=before.id, file=file
                )


def changes_are_told(
    questionnaire: Entry, _: Declarations, older: Questionnaire, file: str
) -> Iterator[Problem]:
    """A question that reads otherwise than before says so in its history."""
    for question in all_questions(questionnaire):
        before = older.questions.get(question["id"].word or "")
        if before is None or _asked_like(question, before):
            continue
        if not any(_is_after(change, older) for change in question["history"].items()):
            yield question["id"].warning("P252", id=before.id, file=file)


def _asked_like(question: Entry, before: Question) -> bool:
    """Whether a question is asked as it was."""
    return build_question(question.value).asked_like(before)


def _is_after(change: Entry, older: Questionnaire) -> bool:
    """Whether a change came after an older version."""
    word = change["version"].word
    if word is None or not fits_version(word):
        return False
    return version_order(word) > version_order(older.version)


RULES: tuple[Rule, ...] = (
    gone_are_retired,
    old_tombstones_stay,
    maps_are_whole,
    changes_are_told,
)
