"""Trees of parts for tests: of any depth, each part rolled up from questions or from parts."""

from __future__ import annotations

from dataclasses import dataclass

from sdgassess.model.condition import Subject, SubjectKind
from sdgassess.model.node import Node, RollUp, RollUpRule
from sdgassess.model.profile import Profile, QuestionnaireRef
from sdgassess.model.question import Option, Question, Text
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.rules import Gate
from tests.given.profiles import profile

MEAN = RollUp("m", RollUpRule.MEAN)
SUM = RollUp("s", RollUpRule.SUM)
REF = QuestionnaireRef("tree", "1.0")


@dataclass(frozen=True)
class Tree:
    """A questionnaire with what it takes to answer it."""

    rules: Questionnaire

    def answered(self, level: object = 1, **levels: object) -> Profile:
        """A profile with one level everywhere, but for some questions."""
        every: dict[str, object] = dict.fromkeys(self.rules.questions, level)
        return profile(every | levels, ref=REF)


def in_english(words: str) -> Text:
    """A text in one language."""
    return Text({"en": words})


def part(name: str, below: int | list[Node], roll_up: RollUp | None = MEAN) -> Node:
    """A part of other parts, or of so many questions that are answered 0, 1 or 2."""
    title = in_english(f"Part {name}")
    if isinstance(below, list):
        return Node(name, title, roll_up, parts=tuple(below))
    options = tuple(Option(value, in_english(f"Answer {value}")) for value in range(3))
    questions = tuple(
        Question(f"{name}{letter}", in_english(f"Question {name}{letter}"), options)
        for letter in "abcdefgh"[:below]
    )
    return Node(name, title, roll_up, questions=questions)


def gate(caps: str, by: str, plus: int = 0) -> Gate:
    """A gate that holds a part at another one."""
    subject = Subject(SubjectKind.FACTOR, by)
    return Gate(f"{caps}-{by}", caps, (subject,), plus, in_english("One carries the other."))


def tree(*parts: Node, gates: tuple[Gate, ...] = ()) -> Tree:
    """A questionnaire of some parts."""
    return Tree(
        Questionnaire(
            id="tree",
            version="1.0",
            title=in_english("A tree"),
            limits=in_english("Made up."),
            licence="none",
            languages=("en",),
            parts=parts,
            gates=gates,
        )
    )
