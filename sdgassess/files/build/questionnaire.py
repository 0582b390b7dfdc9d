"""A questionnaire: from checked tree to model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from sdgassess.files.build.condition import OPERATOR_KEYS, SUBJECT_KEYS, share_or
from sdgassess.files.build.question import (
    build_question,
    level,
    optional_level,
    optional_text,
    options,
)
from sdgassess.files.build.rules import (
    build_axis,
    build_backing,
    build_context,
    build_contradiction,
    build_gate,
    build_pattern,
    build_priorities,
    build_voices,
)
from sdgassess.files.build.values import share_of
from sdgassess.model.node import Band, Node, RollUp, RollUpRule
from sdgassess.model.question import Level, Text
from sdgassess.model.questionnaire import (
    ChangedRules,
    Crosswalk,
    CrosswalkPoint,
    Noun,
    Questionnaire,
    Retired,
    Role,
    Source,
    Subject,
)

Tree = Mapping[str, Any]


def build_questionnaire(tree: Tree, complete: Sequence[str] | None = None) -> Questionnaire:
    """Build a questionnaire.

    Args:
        tree: what its file holds; it has been checked, or ships and is trusted.
        complete: the languages that every text is there in, where that is known; else every text
            is looked at.
    """
    roll_ups = {rule["id"]: _roll_up(rule) for rule in tree.get("roll_ups", ())}
    voices, backing = tree.get("voices"), tree.get("backing")
    priorities, practice = tree.get("priorities"), tree.get("practice")
    assesses, part_word = tree.get("assesses"), tree.get("part_word")
    report = tree.get("report", {})
    return Questionnaire(
        id=tree["id"],
        version=tree["version"],
        title=Text(tree["title"]),
        limits=Text(tree["limits"]),
        licence=tree["licence"],
        languages=tuple(tree["languages"]),
        parts=tuple(_node(part, roll_ups) for part in tree["parts"]),
        scale=options(tree.get("scale", ())),
        scale_rules=_scale_rules(tree),
        practice=build_question(practice) if practice else None,
        roles=tuple(_role(role) for role in tree.get("roles", ())),
        voices=build_voices(voices) if voices else None,
        backing=build_backing(backing) if backing else None,
        priorities=build_priorities(priorities) if priorities else None,
        context=tuple(build_context(question) for question in tree.get("context", ())),
        style=tuple(build_axis(axis) for axis in tree.get("style", ())),
        gates=tuple(build_gate(gate) for gate in tree.get("gates", ())),
        patterns=tuple(build_pattern(pattern) for pattern in tree.get("patterns", ())),
        sources=tuple(_source(source) for source in tree.get("sources", ())),
        retired=tuple(_retired(tomb) for tomb in tree.get("retired", ())),
        complete_languages=complete_languages(tree) if complete is None else tuple(complete),
        assesses=_subject(assesses) if assesses else None,
        part_word=_noun(part_word) if part_word else None,
        report_title=optional_text(report.get("title")),
        report_footer=optional_text(report.get("footer")),
        strong_from=optional_level(tree.get("strong_from")),
        contradictions=tuple(
            build_contradiction(contradiction) for contradiction in tree.get("contradictions", ())
        ),
        crosswalks=tuple(_crosswalk(crosswalk) for crosswalk in tree.get("crosswalks", ())),
        history=tuple(_changed_rules(change) for change in tree.get("history", ())),
    )


def _noun(tree: Tree) -> Noun:
    return Noun(
        one=Text(tree["one"]),
        many=Text(tree["many"]),
        the_one=optional_text(tree.get("the_one")),
        the_many=optional_text(tree.get("the_many")),
    )


def _subject(tree: Tree) -> Subject:
    return Subject(tree["id"], _noun(tree), tree.get("country", False))


def _crosswalk(tree: Tree) -> Crosswalk:
    return Crosswalk(
        id=tree["id"],
        title=Text(tree["title"]),
        points=tuple(
            CrosswalkPoint(point["id"], Text(point["title"]), tuple(point["questions"]))
            for point in tree["points"]
        ),
        reading=optional_text(tree.get("reading")),
    )


def complete_languages(tree: Tree) -> tuple[str, ...]:
    """The languages that every text of the questionnaire is there in."""
    missing: set[str] = set()
    wanted = frozenset(tree["languages"])
    for words in texts(tree):
        missing |= wanted - words.keys()
    return tuple(language for language in tree["languages"] if language not in missing)


def cover_of(tree: Tree) -> Mapping[str, tuple[int, int]]:
    """For each language of a questionnaire, how many texts there are in it, and of how many."""
    languages = tree.get("languages")
    if not isinstance(languages, list):
        return {}
    every = list(texts(tree))
    translated = Counter(language for text in every for language in text)
    return {
        language: (translated[language], len(every))
        for language in languages[:MOST_LANGUAGES]
        if isinstance(language, str)
    }


MOST_LANGUAGES = 50
"""The schema allows no more; what stands behind them is not counted, text by text."""

_LEVELS_OF_RISK = ("high", "medium")
_CONDITION_KEYS = {"all", "any", *SUBJECT_KEYS, *OPERATOR_KEYS}

TEXT_KEYS = frozenset(
    {
        "ask", "because", "evidence_hint", "footer", "gloss", "guidance", "high", "limits", "low",
        "many", "medium", "note", "one", "reading", "rule", "text", "the_many", "the_one",
        "title", "voice", "watch_because", "way_out",
    }
)  # fmt: skip
"""The keys that may hold a text; `high` and `medium` are conditions where a pattern rules."""


def is_text(key: str, value: Any) -> bool:
    """Whether what stands under a key is a text: a map from languages to words."""
    if key not in TEXT_KEYS or not isinstance(value, dict) or not value:
        return False
    return key not in _LEVELS_OF_RISK or value.keys().isdisjoint(_CONDITION_KEYS)


def texts(tree: Any) -> Iterator[dict[str, str]]:
    """Every text of a tree; translations of quotes not: a quote has its own language already."""
    waiting = [tree]
    while waiting:
        branch = waiting.pop()
        if isinstance(branch, list):
            waiting.extend(item for item in branch if isinstance(item, dict))
            continue
        for key, value in branch.items():
            if isinstance(value, dict):
                if key in TEXT_KEYS and is_text(key, value):
                    if key != "gloss":
                        yield value
                else:
                    waiting.append(value)
            elif isinstance(value, list):
                waiting.append(value)


def _node(tree: Tree, roll_ups: Mapping[str, RollUp]) -> Node:
    named = tree.get("roll_up")
    return Node(
        id=tree["id"],
        title=Text(tree["title"]),
        roll_up=roll_ups[named] if named else None,
        parts=tuple(_node(part, roll_ups) for part in tree.get("parts", ())),
        questions=tuple(build_question(question) for question in tree.get("questions", ())),
        rests_on=tuple(tree.get("rests_on", ())),
        outside_voice=tree.get("outside_voice"),
        weight=level(tree.get("weight", 1)),
    )


def _roll_up(tree: Tree) -> RollUp:
    common = tree.get("common")
    counted = common if isinstance(common, int) else None
    return RollUp(
        id=tree["id"],
        rule=RollUpRule(tree["rule"]),
        above_lowest_core=optional_level(tree.get("above_lowest_core")),
        passed_at=optional_level(tree.get("passed_at")),
        coverage=share_or(tree.get("coverage"), Fraction(1)),
        applicable=share_or(tree.get("applicable"), Fraction(0)),
        because=optional_text(tree.get("because")),
        weighted=tree.get("weighted", False),
        cap=optional_level(tree.get("cap")),
        common=counted,
        common_share=None if counted is not None else share_of(common),
        bands=tuple(_band(band) for band in tree.get("bands", ())),
    )


def _band(tree: Tree) -> Band:
    return Band(
        tree["id"], level(tree["from"]), Text(tree["title"]), optional_text(tree.get("text"))
    )


def _scale_rules(tree: Tree) -> Mapping[Level, Text] | None:
    scale = tree.get("scale", ())
    rules = {level(option["value"]): Text(option["rule"]) for option in scale if "rule" in option}
    return rules or None


def _role(tree: Tree) -> Role:
    return Role(tree["id"], tree["letter"], Text(tree["title"]))


def _source(tree: Tree) -> Source:
    title, voice = Text(tree["title"]), Text(tree["voice"])
    return Source(tree["id"], title, str(tree["dated"]), voice, tree.get("language"))


def _changed_rules(tree: Tree) -> ChangedRules:
    return ChangedRules(tree["version"], tuple(tree["about"]), optional_text(tree.get("note")))


def _retired(tree: Tree) -> Retired:
    return Retired(tree["id"], tree["last"], tuple(tree.get("replaced_by", ())))
