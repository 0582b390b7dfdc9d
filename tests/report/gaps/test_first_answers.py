"""Of few answers: who is asked what, in which order, and how many answers are shown."""

from __future__ import annotations

import pytest

from sdgassess.document.blocks import Bullets, Paragraph, Table
from sdgassess.document.runs import text_of
from sdgassess.model.profile import Answer, Profile, State
from sdgassess.model.question import Question
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.report.gaps.first_answers import first_answers_part
from sdgassess.scoring.score import score, unanswered
from tests.given.documents import blocks_of
from tests.given.gap_reports import edition
from tests.given.profiles import heard, profile
from tests.given.questionnaires import nordic, with_changed

QUESTIONS = list(nordic().questions)


def known(count: int, **more: object) -> Profile:
    """A profile of so many answers of which each level is the next, by nobody in particular."""
    levels: dict[str, object] = {key: place % 5 for place, key in enumerate(QUESTIONS[:count])}
    return profile({**levels, **more})


def asked(rules: Questionnaire, assessed: Profile) -> list[str]:
    """Who is to be asked, with how much of it is open and what is written out."""
    blocks = blocks_of(tuple(first_answers_part(edition(rules, assessed, "en"))))
    return [
        text_of(item) for block in blocks if isinstance(block, Bullets) for item in block.items
    ]


def answer_table(rules: Questionnaire, assessed: Profile) -> tuple[Table, str]:
    """The answers as a table, and the words above it."""
    blocks = list(blocks_of(tuple(first_answers_part(edition(rules, assessed, "en")))))
    (table,) = (block for block in blocks if isinstance(block, Table))
    return table, " ".join(text_of(b.runs) for b in blocks if isinstance(b, Paragraph))


@pytest.mark.parametrize(("count", "rows"), [(1, 1), (8, 8), (9, 9), (12, 12), (13, 8), (20, 8)])
def test_all_answers_are_shown_or_it_is_said_how_many_there_are(count: int, rows: int) -> None:
    table, words = answer_table(nordic(), known(count))
    assert len(table.rows) == rows
    cut = f"The 4 highest and the 4 lowest of {count} answers."
    assert words.startswith(cut) if rows < count else not words
    levels = [cell.steps.reached for row in table.rows for cell in row if cell.steps]
    every = sorted((place % 5 for place in range(count)), reverse=True)
    assert levels == ([*every[:4], *every[-4:]] if rows < count else every)


@pytest.mark.parametrize(
    ("levels", "alike"),
    [
        ([4, 4, 4, 4, 3, 2, 2, 2, 1, 0, 0, 0, 0], ""),
        ([4, 4, 4, 4, 3, 2, 2, 2, 0, 0, 0, 0, 0], " One more stands as high or as low as these."),
        ([4] * 6 + [2] + [0] * 6, " 4 more stand as high or as low as these."),
        # In whatever order they were asked.
        ([0, 4] * 6 + [2], " 4 more stand as high or as low as these."),
        ([2, 0, 4, 1, 4, 0, 2, 4, 0, 3, 4, 0, 2], ""),
    ],
)
def test_of_answers_that_are_left_out_it_is_said_how_many_stand_alike(
    levels: list[int], alike: str
) -> None:
    assessed = profile(dict(zip(QUESTIONS, levels, strict=False)))
    _, words = answer_table(nordic(), assessed)
    assert words == f"The 4 highest and the 4 lowest of 13 answers.{alike}"


def test_what_does_not_apply_is_not_open_and_core_questions_come_first() -> None:
    assessed = known(3, **{QUESTIONS[5]: "-", QUESTIONS[6]: "?"})
    questions = unanswered(score(nordic(), assessed))
    assert set(questions) == {*QUESTIONS[3:5], *QUESTIONS[6:]}
    core = [nordic().questions[key].core for key in questions]
    assert core == sorted(core, reverse=True)
    assert True in core
    assert False in core


@pytest.mark.parametrize(("left", "dots"), [(1, False), (2, False), (3, True)])
def test_two_questions_are_written_out_and_dots_say_that_there_are_more(
    left: int, dots: bool
) -> None:
    answers = {**dict.fromkeys(QUESTIONS, "-"), **dict.fromkeys(QUESTIONS[:left], "?")}
    line = asked(nordic(), profile(answers))[0]
    assert nordic().questions[QUESTIONS[0]].text.words["en"] in line
    assert ("one open question" if left == 1 else f"{left} open questions") in line
    assert line.endswith("\xa0…") is dots


def test_a_role_is_asked_first_what_few_others_can_answer() -> None:
    rules = nordic()
    (line,) = (each for each in asked(rules, known(3)) if each.startswith("Line manager"))
    first = min(
        (key for key in unanswered(score(rules, known(3))) if _asks(rules, key)),
        key=lambda key: len(rules.questions[key].roles),
    )
    assert line.split(": ", 1)[1].startswith(rules.questions[first].text.words["en"])


def test_what_is_put_to_no_role_is_put_to_everybody_and_comes_last() -> None:
    core = nordic().questions["POL1"]
    rules = with_changed(nordic(), core._replace(roles=()))
    before, after = (
        {line.split(" – ")[0]: line for line in asked(each, profile({"LED1": 2}))}
        for each in (with_changed(nordic(), core._replace(roles=("politician",))), rules)
    )
    assert before.keys() == after.keys()
    for role, line in after.items():
        more = int(role != "Politician")
        assert int(line.split(" – ")[1].split()[0]) == more + int(
            before[role].split(" – ")[1].split()[0]
        )
    assert "Politician" in after
    first = core.text.words["en"]
    assert first in before["Politician"]
    assert first not in after["Politician"]


def _asks(rules: Questionnaire, question: str) -> bool:
    """Whether a question is put to line managers."""
    return "line-manager" in rules.questions[question].roles


def test_where_all_are_heard_whoever_knows_is_asked_and_no_role_else_every_role() -> None:
    everybody = heard(known(3))
    roles = asked(nordic(), everybody)
    assert len(roles) == 4, "as many as have a line"
    knows = Answer(state=State.UNKNOWN, who_knows="The head of finance")
    named = everybody._replace(answers={**everybody.answers, "BUD1": knows})
    assert [line.split(" – ")[0] for line in asked(nordic(), named)] == ["The head of finance"]


@pytest.mark.parametrize("every", [True, False])
def test_boxes_stand_where_all_answers_shown_have_as_many(every: bool) -> None:
    """One question of nine options and more has no boxes, so that none of the rows has any."""
    rules = nordic()
    question = rules.questions[QUESTIONS[0]]
    options = tuple(question.options[0]._replace(value=value) for value in range(12))
    long: Question = question._replace(options=options)
    table, _ = answer_table(rules if every else with_changed(rules, long), known(5))
    assert {cell.steps is not None for row in table.rows for cell in row[1:]} == {every}
    (head,) = map(text_of, table.head[1:])
    assert head == ("Level, of four steps" if every else "Level")
