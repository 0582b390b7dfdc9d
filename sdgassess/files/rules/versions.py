"""What only shows beside an older version's file: ids that came back, went, or mean another thing.

The older version is the newest one before this file's own that is at hand; `files.siblings` finds
it. What changed without a word is in `rules.undeclared` (words) and `rules.rule_changes`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sdgassess.files.build.values import level_of, plain
from sdgassess.files.read.entry import Entry
from sdgassess.files.rules.declarations import (
    Declarations,
    all_nodes,
    all_questions,
    declarations,
    values_of,
)
from sdgassess.files.rules.rule_changes import rules_are_as_before
from sdgassess.files.rules.undeclared import OlderVersion, questions_are_as_before
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.problem import Problem

Rule = Callable[[Entry, Declarations, Questionnaire, OlderVersion], Iterator[Problem]]


def check_after(questionnaire: Entry, own: Questionnaire, older: OlderVersion) -> list[Problem]:
    """Everything that a questionnaire without errors of its own does wrong to an older version.

    Args:
        questionnaire: the newer one, as it stands in its file.
        own: what was built from it.
        older: an older version.
    """
    names = declarations(questionnaire)
    return [problem for rule in RULES for problem in rule(questionnaire, names, own, older)]


def gone_are_retired(
    questionnaire: Entry, names: Declarations, _own: Questionnaire, older: OlderVersion
) -> Iterator[Problem]:
    """A question that is not asked any more is listed as retired."""
    parts = {node["id"].word for node in all_nodes(questionnaire)}
    for question in older.questionnaire.questions:
        if question not in names.questions and question not in names.retired:
            where = questionnaire["retired"]
            if question in parts:
                entry = names.nodes[question]["id"]
                yield entry.problem("P229", why="part", id=question, file=older.file)
            else:
                yield where.problem_at_key(
                    "P238", id=question, file=older.file, last=older.questionnaire.version
                )


def old_tombstones_stay(
    questionnaire: Entry, names: Declarations, _own: Questionnaire, older: OlderVersion
) -> Iterator[Problem]:
    """What an older version retired stays retired: it neither comes back nor is forgotten."""
    for tomb in older.questionnaire.retired:
        revenant = names.questions.get(tomb.id) or names.nodes.get(tomb.id)
        if revenant is not None:
            facts = {"id": tomb.id, "last": tomb.last, "file": older.file}
            yield revenant["id"].problem("P229", why="older", **facts)
        elif tomb.id not in names.retired:
            facts = {"id": tomb.id, "last": tomb.last, "file": older.file}
            yield questionnaire["retired"].problem_at_key("P238", **facts)


def maps_are_whole(
    questionnaire: Entry, _: Declarations, _own: Questionnaire, older: OlderVersion
) -> Iterator[Problem]:
    """A map of levels says something of every level that the older question had."""
    for question in all_questions(questionnaire):
        for change in question["history"].items():
            replaced = [old.word for old in change["replaces"].items()]
            before = older.questionnaire.questions.get(
                (replaced or [question["id"].word])[0] or ""
            )
            if "levels" not in change or before is None or not older.is_before(change):
                continue
            mapped = {level_of(pair["from"].value) for pair in change["levels"].items()}
            missing = [option.value for option in before.options if option.value not in mapped]
            if missing:
                levels = tuple(plain(level) for level in missing)
                yield change["levels"].problem_at_key(
                    "P234", levels=levels, id=before.id, file=older.file
                )


def declared_levels_have_a_place(
    questionnaire: Entry, _: Declarations, _own: Questionnaire, older: OlderVersion
) -> Iterator[Problem]:
    """Where answers are said to compare, every older level is on the scale, or is mapped."""
    for question in all_questions(questionnaire):
        before = older.questionnaire.questions.get(question["id"].word or "")
        changes = [each for each in question["history"].items() if older.is_before(each)]
        verdicts = {change["comparable"].word for change in changes}
        mapped = any("levels" in change for change in changes)
        if before is None or before.several or not changes or mapped or "none" in verdicts:
            continue
        values = values_of(question["levels"])
        missing = tuple(plain(o.value) for o in before.options if o.value not in values)
        if missing:
            declared = changes[-1]["comparable"]
            yield declared.problem("P246", id=before.id, levels=missing, file=older.file)


RULES: tuple[Rule, ...] = (
    gone_are_retired,
    old_tombstones_stay,
    maps_are_whole,
    declared_levels_have_a_place,
    questions_are_as_before,
    rules_are_as_before,
)
