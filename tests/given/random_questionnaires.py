"""Random questionnaires of any shape that the schema has, as the trees that stand in their files.

A questionnaire is made from one seed, together with the version after it. Most of them are such
as `check` lets through; some name what isn't there, contradict themselves or lack a translation,
for what `check` refuses is a part of the law.
"""

from __future__ import annotations

import copy
import itertools
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.given.chance import Chance

Tree = dict[str, Any]
"""What stands in a file: maps, lists, words and numbers."""

LANGUAGES = ("da", "sv", "en")
_WORDS = ("plan", "budget", "school", "water", "report", "council", "team", "street", "goal")
_SCALES: tuple[tuple[int | str, ...], ...] = (
    (0, 1),
    (0, 1, 2),
    (0, 1, 2, 3),
    (0, 1, 2, 3, 4),
    (1, 2, 3, 4, 5),
    (0, "0.5", 1),
    (0, "0.25", "0.5", 1),
    (0, "1/3", "2/3", 1),
    (-1, 0, 1),
    (0, 5, 10, 20),
)
_UNORDERED: tuple[tuple[int | str, ...], ...] = ((0, 1, 1, 2), (2, 0, 1), (0, 0), (1, "1/2", 1, 0))
_OPERATORS = ("is", "at_least", "at_most", "above", "below")
_SHARES: tuple[int | str, ...] = (1, "1/2", "2/3", "0.3", "1/4")
_FIGURES = {"candidates": 6, "picks": 3, "not_now": 5, "keep": 3, "discuss": 3}


@dataclass
class Draft:
    """A questionnaire while it is made: what is declared so far, which its rules may speak of.

    Attributes:
        gaps: whether texts may lack a language.
        several: whether questions may have several answers that are added up.
        unordered: whether answers may be worth the same, or not ascend.
    """

    chance: Chance
    languages: tuple[str, ...]
    roles: tuple[str, ...]
    roll_ups: tuple[Tree, ...]
    gaps: bool
    several: bool
    unordered: bool
    questions: list[Tree] = field(default_factory=list)
    scored: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    context: list[Tree] = field(default_factory=list)
    style: list[Tree] = field(default_factory=list)
    patterns: list[str] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def happens(self, share: float) -> bool:
        """Whether something happens that does so in this share of cases."""
        return self.chance.random() < share

    def text(self, name: str) -> Tree:
        """A text in each language; now and then one language lacks it."""
        word = self.chance.choice(_WORDS)
        languages = list(self.languages)
        if self.gaps and len(languages) > 1 and self.happens(0.05):
            languages.remove(self.chance.choice(languages))
        return {language: f"{name} {word} ({language})" for language in languages}

    def optional(self, share: float, key: str, make: Callable[[], Any]) -> Tree:
        """An entry that is there in this share of cases."""
        return {key: make()} if self.happens(share) else {}


def random_questionnaire(seed: int) -> Tree:
    """A questionnaire; the same one for the same seed."""
    chance = Chance(seed)
    languages = tuple(chance.sample(LANGUAGES, chance.randint(1, 3)))
    roles = tuple(f"role-{letter}" for letter in "abcd"[: chance.randint(0, 4)])
    gaps, several, unordered = (chance.random() < share for share in (0.3, 0.3, 0.2))
    draft = Draft(chance, languages, roles, (), gaps, several, unordered)
    draft.roll_ups = tuple(_roll_up(draft, n) for n in range(1, chance.randint(2, 5)))
    context = [_context_question(draft, n) for n in range(chance.randint(0, 4))]
    draft.context = context
    parts = _tree(draft)
    draft.style = [_axis(draft, n) for n in range(chance.randint(0, 3))]
    return {
        "format": "sdgassess/questionnaire/1",
        "id": f"random-{seed}",
        "version": "1.0",
        "licence": "CC BY 4.0",
        "title": draft.text("Trial"),
        "limits": draft.text("Limits"),
        "languages": list(languages),
        **_naming(draft),
        **draft.optional(0.4, "sources", lambda: [_source(draft)]),
        **draft.optional(0.5, "scale", lambda: _scale(draft)),
        **draft.optional(0.3, "practice", lambda: _practice(draft)),
        "roles": [_role(draft, role) for role in roles],
        **draft.optional(0.6, "voices", lambda: _voices(draft)),
        **draft.optional(0.5, "backing", lambda: _backing(draft)),
        "roll_ups": list(draft.roll_ups),
        "parts": parts,
        "context": _placed(draft, context),
        "style": draft.style,
        "gates": _gates(draft),
        "patterns": [_pattern(draft, n) for n in range(chance.randint(0, 3))],
        **draft.optional(0.6, "priorities", lambda: _priorities(draft)),
        "contradictions": [_contradiction(draft, n) for n in range(chance.randint(0, 2))],
        "crosswalks": [_crosswalk(draft)] if draft.happens(0.3) else [],
        "retired": [],
    }


def file_text(tree: Tree) -> str:
    """What stands in a file: JSON is YAML too, and quotes every word."""
    return json.dumps(tree, ensure_ascii=False, indent=1)


def questions_of(tree: Tree) -> list[Tree]:
    """The questions of a questionnaire, in order."""
    return [question for part in parts_of(tree) for question in part.get("questions", [])]


def parts_of(tree: Tree) -> list[Tree]:
    """The parts below a questionnaire or a part, in order."""
    return [part for top in tree.get("parts", []) for part in (top, *parts_of(top))]


def next_version(tree: Tree, seed: int) -> Tree:
    """The version after: questions reworded, rescaled and added, and what each change is worth."""
    chance = Chance(seed)
    after = copy.deepcopy(tree)
    after["version"] = "1.1"
    for question in questions_of(after):
        if chance.random() < 0.3:
            _changed(question, chance)
    holders = [part for part in parts_of(after) if "questions" in part]
    question = copy.deepcopy(chance.choice(holders)["questions"][0])
    for key in ("ask_if", "first", "history", "next_steps"):
        question.pop(key, None)
    question["id"] = "NEW1"
    question["text"] = {key: f"New {words}" for key, words in question["text"].items()}
    question["history"] = [{"version": "1.1", "change": "added", "comparable": "none"}]
    chance.choice(holders)["questions"].append(question)
    return after


def _changed(question: Tree, chance: Chance) -> None:
    """Reword a question, and say what that does to older answers."""
    comparable = chance.choice(("exact", "approximate", "none"))
    kind = "rescaled" if comparable != "exact" and chance.random() < 0.3 else "reworded"
    question["history"] = [{"version": "1.1", "change": kind, "comparable": comparable}]
    if chance.random() < 0.8:
        text = question["text"]
        question["text"] = {key: f"{words} – again" for key, words in text.items()}
    option = chance.choice(question["levels"])
    option["text"] = {key: f"{words} – again" for key, words in option["text"].items()}


def _naming(draft: Draft) -> Tree:
    """What is assessed, what a part is called, what stands on the pages."""
    identity = draft.chance.choice(("municipality", "organisation", "team", "school"))

    def words() -> Tree:
        return {"one": draft.text(identity), "many": draft.text(identity + "s")}

    return {
        **draft.optional(
            0.7, "assesses", lambda: {"id": identity, **words(), "country": draft.happens(0.5)}
        ),
        **draft.optional(
            0.5,
            "part_word",
            lambda: {"one": draft.text("practice"), "many": draft.text("practices")},
        ),
        **draft.optional(
            0.4, "report", lambda: {"title": draft.text("Report"), "footer": draft.text("Foot")}
        ),
        **draft.optional(0.4, "strong_from", lambda: draft.chance.choice((1, 2, 3, "1/2"))),
    }


def _source(draft: Draft) -> Tree:
    """A document that quotes come from."""
    return {
        "id": "001",
        "title": draft.text("Document"),
        "dated": draft.chance.choice(("2019", "2013–2021", 2020)),
        "language": draft.chance.choice(draft.languages),
        "voice": draft.text("A voice"),
    }


def _scale(draft: Draft) -> list[Tree]:
    """Names of levels."""
    values = draft.chance.choice(_SCALES)
    return [{"value": value, "text": draft.text(f"Named {value}")} for value in values]


def _practice(draft: Draft) -> Tree:
    """A question that is tried first."""
    return {
        "id": "TRY",
        "text": draft.text("Try"),
        "levels": [_option(draft, "TRY", n, n) for n in range(3)],
    }


def _role(draft: Draft, role: str) -> Tree:
    """A kind of respondent; its letter is no key of ours by chance alone."""
    letters = {"role-a": "m", "role-b": "e", "role-c": "w", "role-d": "z"}
    return {"id": role, "letter": letters[role], "title": draft.text(role)}


def _voices(draft: Draft) -> Tree:
    """How several voices are read."""
    heard = [{"role": role} for role in draft.roles if draft.happens(0.5)]
    return {
        "disagreement": draft.chance.choice((1, 2, "1/2")),
        "last_word_voices": draft.chance.randint(0, 3),
        **({"heard": heard} if heard else {}),
        **draft.optional(0.5, "because", lambda: draft.text("Voices because")),
    }


def _backing(draft: Draft) -> Tree:
    """How far evidence carries."""
    low, middle, high = draft.chance.choice(((0, 1, 3), (2, 3, 4), (1, 1, 1), (0, "1/2", 20)))
    return {
        "carries": {"none": low, "oral": low, "document": middle, "in-use": high},
        "fresh_months": draft.chance.choice((0, 12, 24)),
        "roles_needed": [{"level": middle, "roles": 2}] if draft.happens(0.5) else [],
        "fewest_sources": draft.chance.randint(0, 2),
        **draft.optional(0.5, "because", lambda: draft.text("Backing because")),
    }


def _roll_up(draft: Draft, number: int) -> Tree:
    """A rule, with the numbers that it works with."""
    chance = draft.chance
    rules = ("lower-median", "minimum", "maximum", "mean", "sum", "ladder", "capped-lower-median")
    rule = chance.choice(rules)
    own: Tree = {}
    if rule == "capped-lower-median":
        own["above_lowest_core"] = chance.choice((0, 1, "0.5"))
    if rule == "ladder":
        own["passed_at"] = chance.choice((1, 2, "0.5"))
    if rule in {"mean", "sum"}:
        own |= draft.optional(0.4, "weighted", lambda: True)
    return {
        "id": f"r{number}",
        "rule": rule,
        **own,
        **draft.optional(0.3, "coverage", lambda: chance.choice((*_SHARES, 0))),
        **draft.optional(0.3, "applicable", lambda: chance.choice((*_SHARES, 0))),
        **draft.optional(0.2, "cap", lambda: chance.choice((1, 3, 10, "2.5"))),
        **draft.optional(0.4, "common", lambda: chance.choice((1, 2, "1/2", 0))),
        **draft.optional(0.3, "bands", lambda: _bands(draft)),
        **draft.optional(0.5, "because", lambda: draft.text("Rule because")),
    }


def _bands(draft: Draft) -> list[Tree]:
    """Named ranges of a level."""
    starts = draft.chance.choice(((0, 1), (0, "1/2", 1), (1, 2), (0,)))
    return [
        {
            "id": f"band{n}",
            "from": start,
            "title": draft.text(f"Band {n}"),
            **({"text": draft.text(f"Band text {n}")} if draft.happens(0.5) else {}),
        }
        for n, start in enumerate(starts)
    ]


def _tree(draft: Draft) -> list[Tree]:
    """The parts, to a depth between one and five."""
    depth = draft.chance.choice((1, 1, 2, 2, 3, 4, 5))
    scoring = draft.chance.choice(("all", "all", "lowest", "none", "some"))
    return [_part(draft, depth, scoring) for _ in range(draft.chance.randint(1, 3))]


def _part(draft: Draft, depth: int, scoring: str) -> Tree:
    """A part, with parts or questions below it."""
    number = next(draft.numbers)
    part: Tree = {"id": f"P{number}", "title": draft.text(f"Part {number}")}
    draft.parts.append(part["id"])
    if depth > 1 and draft.happens(0.85):
        below = [_part(draft, depth - 1, scoring) for _ in range(draft.chance.randint(1, 3))]
        part["parts"] = below
        may = scoring != "lowest" and all("roll_up" in child for child in below)
    else:
        many = draft.chance.randint(1, 4)
        part["questions"] = [_question(draft, f"Q{number}.{n}") for n in range(1, many + 1)]
        may = True
    wanted = scoring in {"all", "lowest"} or (scoring == "some" and draft.happens(0.6))
    if (may and wanted) or draft.happens(0.003):
        part["roll_up"] = draft.chance.choice(draft.roll_ups)["id"]
        draft.scored.append(part["id"])
        part |= draft.optional(0.2, "weight", lambda: draft.chance.choice((1, 2, 3, "0.5")))
    if draft.roles:
        part |= draft.optional(0.1, "outside_voice", lambda: draft.chance.choice(draft.roles))
    return part


def _question(draft: Draft, identity: str) -> Tree:
    """A question with any of the things that a question may have."""
    chance = draft.chance
    kind = "several" if draft.several and draft.happens(0.3) else "one"
    unordered = kind == "one" and draft.unordered and draft.happens(0.4)
    values = chance.choice(_UNORDERED if unordered else _SCALES)
    ids = kind == "several" or unordered
    levels = [
        _option(draft, identity, n, value) | ({"id": f"o{n}"} if ids else {})
        for n, value in enumerate(values)
    ]
    question: Tree = {
        "id": identity,
        "text": draft.text(f"Question {identity}"),
        "levels": levels,
        **({"kind": kind} if kind == "several" else {}),
        **({"cap": values[-1]} if kind == "several" and draft.happens(0.5) else {}),
        **draft.optional(0.3, "core", lambda: True),
        **draft.optional(0.2, "weight", lambda: chance.choice((1, 2, 3, "0.5"))),
        **draft.optional(
            0.4, "backed_by", lambda: chance.choice(("document", "perception", "either"))
        ),
        **draft.optional(0.4, "guidance", lambda: draft.text("Counts")),
        **draft.optional(0.3, "evidence_hint", lambda: draft.text("Hint")),
        **draft.optional(0.5, "next_steps", lambda: [_step(draft, values)]),
    }
    if draft.roles:
        roles = chance.sample(draft.roles, chance.randint(1, len(draft.roles)))
        question |= draft.optional(0.5, "roles", lambda: list(roles))
        question |= draft.optional(0.2, "last_word", lambda: chance.choice(roles))
    counts = [asked["id"] for asked in draft.context if asked["kind"] == "number"]
    if counts:
        question |= draft.optional(0.3, "of", lambda: chance.choice(counts))
    if draft.questions:
        question |= draft.optional(0.12, "ask_if", lambda: _about_question(draft))
        question |= draft.optional(0.12, "first", lambda: [_need(draft, values)])
    draft.questions.append(question)
    return question


def _option(draft: Draft, identity: str, number: int, value: int | str) -> Tree:
    """An answer; no two of a question have the same words."""
    return {"value": value, "text": draft.text(f"Answer {identity}/{number}")}


def _step(draft: Draft, values: tuple[int | str, ...]) -> Tree:
    """A next step."""
    return {
        **draft.optional(0.6, "to", lambda: [draft.chance.choice(values)]),
        "text": draft.text("Step"),
        "origin": draft.chance.choice(("documents", "tool")),
    }


def _need(draft: Draft, values: tuple[int | str, ...]) -> Tree:
    """What a step needs first."""
    earlier = draft.chance.choice(draft.questions)
    value = draft.chance.choice(earlier["levels"])["value"]
    return {
        "to": [draft.chance.choice(values)],
        "any": [{earlier["id"]: value}],
        **draft.optional(0.5, "raise", lambda: [earlier["id"]]),
        "because": draft.text("First"),
    }


def _context_question(draft: Draft, number: int) -> Tree:
    """An unscored question."""
    kind = draft.chance.choice(("choice", "number", "yes-no", "several"))
    options = [{"value": n, "text": draft.text(f"Option {number}/{n}")} for n in range(3)]
    return {
        "id": f"c{number}",
        "kind": kind,
        "text": draft.text(f"Context {number}"),
        **({"options": options} if kind in {"choice", "several"} else {}),
        **draft.optional(0.3, "quick", lambda: True),
        **draft.optional(0.3, "frame", lambda: True),
    }


def _placed(draft: Draft, context: list[Tree]) -> list[Tree]:
    """Context questions, some of which are asked before a part."""
    return [
        question | draft.optional(0.5, "before", lambda: draft.chance.choice(draft.parts))
        for question in context
    ]


def _axis(draft: Draft, number: int) -> Tree:
    """A typology."""
    kind = draft.chance.choice(("poles", "choice", "several"))
    axis: Tree = {
        "id": f"s{number}",
        "kind": kind,
        "title": draft.text(f"Style {number}"),
        "text": draft.text(f"Which style {number}"),
    }
    if kind != "poles":
        options = [{"id": f"x{n}", "title": draft.text(f"Choice {number}/{n}")} for n in range(3)]
        return axis | {"options": options}
    poles = {"low": draft.text("Low"), "high": draft.text("High")}
    items = [{"id": f"i{n}", "text": draft.text(f"Item {n}"), **poles} for n in range(2)]
    where = {"style": axis["id"], "item": "i0", "at_least": 1}
    position = {"id": "far", "title": draft.text("Far"), "when": where}
    return axis | {
        **draft.optional(0.7, "reach", lambda: draft.chance.randint(1, 3)),
        "items": items,
        **draft.optional(0.6, "positions", lambda: [position]),
    }


def _gates(draft: Draft) -> list[Tree]:
    """Caps on parts, by questions and by parts that come later; so none turns in a circle."""
    gates: list[Tree] = []
    for number in range(draft.chance.randint(0, 2)):
        if not draft.scored:
            break
        place = draft.chance.randrange(len(draft.scored))
        subjects = [{"question": draft.chance.choice(draft.questions)["id"]}]
        if place + 1 < len(draft.scored) and draft.happens(0.4):
            subjects.append({"factor": draft.chance.choice(draft.scored[place + 1 :])})
        gates.append(
            {
                "id": f"g{number}",
                "caps": draft.scored[place],
                "at_most": {
                    "lowest_of": subjects,
                    **draft.optional(0.5, "plus", lambda: draft.chance.choice((0, 1, "0.5"))),
                },
                "because": draft.text("Gate because"),
            }
        )
    return gates


def _pattern(draft: Draft, number: int) -> Tree:
    """A named risk."""
    triggers = [_about_question(draft) for _ in range(draft.chance.randint(1, 3))]
    pattern: Tree = {
        "id": f"p{number}",
        "title": draft.text(f"Pattern {number}"),
        "says": {
            "high": draft.text("High says"),
            "medium": draft.text("Medium says"),
            **draft.optional(0.4, "low", lambda: draft.text("Low says")),
        },
        **draft.optional(
            0.4, "clauses", lambda: [{"when": _condition(draft), "text": draft.text("Clause")}]
        ),
        **draft.optional(0.3, "quick", lambda: True),
        **draft.optional(0.3, "known", lambda: draft.chance.choice(("1/2", 1, 0))),
        **draft.optional(0.3, "not_exposed", lambda: _condition(draft)),
        "triggers": triggers,
        "high": draft.chance.choice(
            (
                _condition(draft),
                {"at_least": {"n": 1, "of": [{"triggered": triggers[0]["question"]}]}},
                {"at_least": {"share": "2/3", "of": [_condition(draft), _term(draft)]}},
            )
        ),
        "medium": _condition(draft),
        **draft.optional(0.5, "way_out", lambda: draft.text("Way out")),
    }
    draft.patterns.append(pattern["id"])
    return pattern


def _condition(draft: Draft) -> Tree:
    """A term, or several of them combined."""
    how = draft.chance.choice(("term", "term", "all", "any"))
    if how == "term":
        return _term(draft)
    return {how: [_term(draft) for _ in range(draft.chance.randint(1, 3))]}


def _term(draft: Draft) -> Tree:
    """A comparison of anything that may be compared."""
    makers = [_about_question, _about_question]
    makers += [_about_part] if draft.scored else []
    makers += [_about_context] if draft.context else []
    makers += [_about_style] if draft.style else []
    makers += [_about_pattern] if draft.patterns else []
    return draft.chance.choice(makers)(draft)


def _about_question(draft: Draft) -> Tree:
    """A question stands at, above or below one of its values."""
    question = draft.chance.choice(draft.questions)
    value = draft.chance.choice(question["levels"])["value"]
    return {"question": question["id"], draft.chance.choice(_OPERATORS): value}


def _about_part(draft: Draft) -> Tree:
    """A part's level against a number, or against another part's."""
    part = draft.chance.choice(draft.scored)
    if draft.happens(0.3):
        return {"factor": part, "above": {"factor": draft.chance.choice(draft.scored)}}
    return {"factor": part, draft.chance.choice(_OPERATORS[1:]): draft.chance.choice((1, 2, 3))}


def _about_context(draft: Draft) -> Tree:
    """A context answer."""
    question = draft.chance.choice(draft.context)
    if question["kind"] == "yes-no":
        return {"context": question["id"], "is": draft.happens(0.5)}
    return {"context": question["id"], "at_least": draft.chance.randint(0, 2)}


def _about_style(draft: Draft) -> Tree:
    """A style answer."""
    axis = draft.chance.choice(draft.style)
    if axis["kind"] == "poles":
        return {"style": axis["id"], "item": "i1", "at_most": draft.chance.randint(-1, 1)}
    return {"style": axis["id"], "is": draft.chance.choice(axis["options"])["id"]}


def _about_pattern(draft: Draft) -> Tree:
    """What an earlier pattern came to."""
    results = ("high", "medium", "low", "not-exposed", "cannot-be-assessed")
    return {"pattern": draft.chance.choice(draft.patterns), "is": draft.chance.choice(results)}


def _priorities(draft: Draft) -> Tree:
    """How candidates are found and how many are shown."""
    levels = {
        key: draft.chance.choice((1, 2, 3))
        for key in ("candidates_up_to", "lowest_target", "keep_from")
    }
    figures = {key: draft.chance.randint(0, most) for key, most in _FIGURES.items()}
    overloaded = {"picks_when_overloaded": 1, "overloaded": _condition(draft)}
    return {**levels, **figures, **(overloaded if draft.happens(0.3) else {})}


def _contradiction(draft: Draft, number: int) -> Tree:
    """Answers that can't both be true; now and then such that nobody could give both."""
    questions = draft.chance.sample(draft.questions, min(2, len(draft.questions)))
    both = [
        {"question": question["id"], "is": draft.chance.choice(question["levels"])["value"]}
        for question in questions
    ]
    both += [_about_question(draft)] if draft.happens(0.1) else []
    return {"id": f"k{number}", "when": {"all": both}, "ask": draft.text("Really?")}


def _crosswalk(draft: Draft) -> Tree:
    """Another framework."""
    ids = sorted({draft.chance.choice(draft.questions)["id"] for _ in range(3)})
    point = {"id": "7.6", "title": draft.text("Point"), "questions": ids}
    return {"id": "other", "title": draft.text("Other"), "points": [point]}
