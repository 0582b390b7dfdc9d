"""Random profiles of a random questionnaire, and what somebody might type when it is asked."""

from __future__ import annotations

from typing import Any

from tests.given.chance import Chance
from tests.given.random_questionnaires import Tree, questions_of

_UNITS = ("Roads", "Schools")
_STATES = ("unknown", "later", "not-asked", "not-applicable")
_PERIODS = ("2024", 2025, "2025-11", "2026-01-15", "2031-05")
_KEYS = (
    "0",
    "1",
    "2",
    "3",
    "4",
    "?",
    "-",
    "n",
    "y",
    "",
    "b",
    "m 2",
    "e 1",
    "high",
    "1,2",
    "later",
)


def random_profile(tree: Tree, seed: int, *, name: str = "Aby", date: str = "2026-03-12") -> Tree:
    """A profile of a questionnaire; the same one for the same seed."""
    chance = Chance(seed)
    subject = "subject" if tree.get("assesses", {}).get("id") != "municipality" else "municipality"
    roles = [role["id"] for role in tree["roles"]]
    people = [
        {"id": f"p{n}", "role": role, "unit": chance.choice(_UNITS)}
        for n, role in enumerate(roles)
    ]
    answers, parked = {}, {}
    for question in questions_of(tree):
        if chance.random() < 0.8:
            answers[question["id"]] = _answer(chance, question, roles)
        elif "ask_if" in question and chance.random() < 0.5:
            because = question["ask_if"]["question"]
            parked[question["id"]] = {**_level(chance, question), "because": because}
    return {
        "format": "sdgassess/profile/1",
        subject: _place(chance, name, municipality=subject == "municipality"),
        "date": date,
        "questionnaire": {"id": tree["id"], "version": tree["version"]},
        **_around(chance),
        "participants": people,
        "context": _context(chance, tree),
        "style": _style(chance, tree),
        "answers": answers,
        "judgement": _judgement(chance, tree),
        "priorities": _priorities(chance, tree),
        "parked": parked,
    }


def random_lines(seed: int, many: int = 60) -> str:
    """Lines that somebody might type in an interview, and a way out at the end."""
    chance = Chance(seed)
    return "\n".join([*chance.choices(_KEYS, k=many), "q", "q", "y", ""])


def reference_of(tree: Tree, seed: int, *, kind: str) -> Tree:
    """A reference with points on some questions."""
    chance = Chance(seed)
    questions = questions_of(tree)
    points = {}
    for question in chance.sample(questions, min(3, len(questions))):
        value = chance.choice(question["levels"])["value"]
        points[question["id"]] = {"at_least": value, "reason": _words(tree, "Reason")}
    return {
        "format": "sdgassess/reference/1",
        "id": f"{kind}-{seed}",
        "kind": kind,
        "name": _words(tree, "Reference"),
        "questionnaire": {"id": tree["id"], "version": tree["version"]},
        "scope": _words(tree, "Scope"),
        "dated": "2020",
        "points": points,
    }


def _words(tree: Tree, words: str) -> Tree:
    """A text in every language of the questionnaire."""
    return dict.fromkeys(tree["languages"], words)


def _place(chance: Chance, name: str, *, municipality: bool) -> Tree:
    """Who was assessed."""
    place: Tree = {"name": name}
    if municipality:
        place |= {"country": "DK", "inhabitants": chance.randint(0, 90000)}
        if chance.random() < 0.3:
            place |= {"code": "0999", "formerly": ["Oldby"]}
    return place


def _around(chance: Chance) -> Tree:
    """What is said of the assessment as one."""
    around: Tree = {
        "scope": chance.choice(("full", "full", "quick")),
        "language": chance.choice(("da", "sv", "en")),
        "status": chance.choice(("in-progress", "complete", "amended")),
    }
    if chance.random() < 0.4:
        around["consent"] = {"by-role": chance.random() < 0.7, "network": True}
    if chance.random() < 0.2:
        around["group"] = "administration"
    if chance.random() < 0.2:
        around["units-covered"] = list(_UNITS[: chance.randint(1, 2)])
    return around


def _answer(chance: Chance, question: Tree, roles: list[str]) -> Tree:
    """One answer of any shape that a file may hold."""
    shape = chance.choice(("level", "level", "level", "state", "voices", "agreed"))
    if shape == "state":
        return _state(chance)
    answer: Tree = {}
    if shape != "voices" or not roles:
        answer |= _level(chance, question)
    if roles and shape in {"voices", "agreed"}:
        answer["voices"] = [_voice(chance, question, roles) for _ in range(chance.randint(1, 4))]
    if roles and shape == "agreed":
        some = chance.sample(roles, chance.randint(1, len(roles)))
        answer["agreed"] = {"by": some, "reason": "We spoke of it.", "dissent": None}
    if chance.random() < 0.4:
        answer["evidence"] = [_evidence(chance) for _ in range(chance.randint(1, 2))]
    if "of" in question and chance.random() < 0.7:
        answer["count"] = {"n": 2, "of": 3}
    if chance.random() < 0.2:
        answer |= {"comment": "A remark.", "unsure": True}
    if chance.random() < 0.15:
        answer["was"] = {**_level(chance, question), "date": "2025-01-01", "change": "changed"}
    return answer


def _level(chance: Chance, question: Tree) -> Tree:
    """A level, or the options that were chosen where levels don't say which."""
    levels = question["levels"]
    if question.get("kind") == "several":
        options = chance.sample(levels, chance.randint(1, len(levels)))
        return {"options": [option["id"] for option in options]}
    option = chance.choice(levels)
    values = [other["value"] for other in levels]
    if values.count(option["value"]) > 1:
        return {"options": [option["id"]]}
    return {"level": option["value"]}


def _state(chance: Chance) -> Tree:
    """An answer that is no level."""
    state = chance.choice(_STATES)
    reason = {"reason": "There is none."} if state == "not-applicable" else {}
    knows = {"who-knows": "The treasurer"} if state == "unknown" else {}
    return {"state": state, **reason, **knows}


def _voice(chance: Chance, question: Tree, roles: list[str]) -> Tree:
    """One voice."""
    number = chance.randrange(len(roles))
    voice: Tree = {"role": roles[number], "by": f"p{number}"}
    voice |= {"state": "unknown"} if chance.random() < 0.15 else _level(chance, question)
    if chance.random() < 0.1:
        voice["sealed"] = True
    if chance.random() < 0.2:
        voice |= {"comment": "As I see it.", "evidence": [_evidence(chance)]}
    return voice


def _evidence(chance: Chance) -> Tree:
    """What backs an answer."""
    evidence: Tree = {"kind": chance.choice(("oral", "document", "in-use")), "title": "Minutes"}
    return evidence | ({"date": chance.choice(_PERIODS)} if chance.random() < 0.7 else {})


def _context(chance: Chance, tree: Tree) -> Tree:
    """Answers to the unscored questions."""
    values: dict[str, Any] = {}
    for question in tree["context"]:
        some = {
            "number": chance.randint(0, 20),
            "choice": chance.randint(0, 2),
            "yes-no": chance.random() < 0.5,
            "several": chance.sample(range(3), chance.randint(0, 3)),
        }
        if chance.random() < 0.8:
            known = some[question["kind"]]
            values[question["id"]] = "unknown" if chance.random() < 0.2 else known
    return values


def _style(chance: Chance, tree: Tree) -> Tree:
    """Answers on the axes."""
    values: dict[str, Any] = {}
    for axis in tree["style"]:
        options = [option["id"] for option in axis.get("options", [])]
        if chance.random() < 0.3:
            continue
        if axis["kind"] == "poles":
            values[axis["id"]] = {"i0": chance.choice((-1, 0, 1)), "i1": "neither-yet"}
        elif axis["kind"] == "choice":
            values[axis["id"]] = chance.choice(options)
        else:
            values[axis["id"]] = chance.sample(options, chance.randint(0, 3))
    return values


def _judgement(chance: Chance, tree: Tree) -> Tree:
    """How the room sees a question."""
    if chance.random() < 0.6:
        return {}
    question = chance.choice(questions_of(tree))["id"]
    return {question: {"stake": "high", "influence": "low", "can-start": chance.random() < 0.5}}


def _priorities(chance: Chance, tree: Tree) -> list[Tree]:
    """What was picked, and what became of it."""
    questions = [question["id"] for question in questions_of(tree)]
    most = min(len(questions), tree.get("priorities", {}).get("picks", 0))
    fates: tuple[Tree, ...] = (
        {},
        {"status": "open"},
        {"status": "done", "on": "2026-04-01"},
        {"status": "dropped", "on": "2026-04-01", "because": "Money"},
    )
    return [
        {"question": question, "who": "The treasurer", "by": "2026-10-01", **chance.choice(fates)}
        for question in chance.sample(questions, chance.randint(0, most))
    ]
