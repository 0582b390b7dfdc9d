"""The first page of an assessment that has hardly begun: whom to ask next, what is answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from sdgassess.document.blocks import (
    Block,
    Bullets,
    Cell,
    Table,
    heading,
    paragraph,
    table_head,
    words_cell,
)
from sdgassess.document.runs import Run, Runs, plain_runs
from sdgassess.language import Words
from sdgassess.model.question import Level
from sdgassess.phrases import labels
from sdgassess.phrases.hearing import missing_role_by_id
from sdgassess.phrases.questions import role_name
from sdgassess.report.gaps.edition import GapEdition
from sdgassess.report.gaps.standing import level_head
from sdgassess.report.glance import question_steps
from sdgassess.scoring.score import unanswered

_WHO = 4
"""How many are named who can be asked."""
_OPEN = 2
"""How many of their questions are written out."""
_AT_AN_END = 4
"""How many answers are shown that stand highest, and how many that stand lowest."""
_UNCUT = 12
"""So many answers are all shown: between the ends would lie too few to leave out."""


def first_answers_part(edition: GapEdition) -> Iterator[Block]:
    """Whom to ask next, and what was answered so far; nothing where nothing is open."""
    if people := tuple(people_to_ask(edition)):
        yield heading(edition.words(labels.WHOM_TO_ASK_NEXT), 3)
        yield Bullets(people)
    yield from _answers(edition)


def people_to_ask(edition: GapEdition) -> Iterator[Runs]:
    """The first who can answer what is open, each with the first of their questions."""
    for who, questions in islice(_by_who(edition), _WHO):
        yield _questions(edition, who, questions)


def _by_who(edition: GapEdition) -> Iterator[tuple[Run, list[str]]]:
    """Who is named in the file as knowing, then each role that is not heard, else every role."""
    score = edition.score
    open_ones = unanswered(score)
    named: dict[str, list[str]] = {}
    for question in open_ones:
        answer = edition.profile.answers.get(question)
        if answer is not None and answer.who_knows:
            named.setdefault(answer.who_knows, []).append(question)
    for who, questions in named.items():
        yield edition.written(who, edition.profile), questions
    unheard = missing_role_by_id(score, edition.words)
    rules = score.questionnaire
    roles = unheard or {role.id: role_name(score, role.id, edition.words) for role in rules.roles}
    everybody = tuple(role.id for role in rules.roles)
    put_to = {question: rules.questions[question].roles or everybody for question in open_ones}
    for role, name in roles.items():
        questions = [question for question in open_ones if role in put_to[question]]
        if questions and (unheard or not named):
            yield Run(name), sorted(questions, key=lambda question: len(put_to[question]))


def _questions(edition: GapEdition, who: Run, questions: Sequence[str]) -> Runs:
    """Somebody who can be asked, how much is open for them, and the first of it."""
    singular, plural = "one open question", "{n} open questions"
    count = edition.words.plural(singular, plural, len(questions))
    runs: Runs = (who._replace(strong=True), Run(f" – {count}:"))
    for question in questions[:_OPEN]:
        runs += (Run(" "), edition.question(question))
    if len(questions) > _OPEN:
        runs += (Run("\xa0…"),)
    return runs


def _answers(edition: GapEdition) -> Iterator[Block]:
    """What was answered: all of it, or what stands highest and lowest, with what that means."""
    words, score, rules = edition.words, edition.score, edition.score.questionnaire
    levels = {q: level for q in score.questions if (level := score.level(q)) is not None}
    order = sorted(levels, key=lambda question: levels[question], reverse=True)
    is_cut = len(order) > _UNCUT
    listed = [*order[:_AT_AN_END], *order[-_AT_AN_END:]] if is_cut else order
    boxes = {
        question: question_steps(rules.questions[question], levels[question])
        for question in listed
    }
    sizes = {steps.of for steps in boxes.values() if steps is not None}
    size = sizes.pop() if len(sizes) == 1 and None not in boxes.values() else None
    yield heading(words("What was answered so far"), 3)
    if is_cut:
        yield paragraph(_cut_words([levels[question] for question in order], words), small=True)
    rows = tuple(
        (
            words_cell((edition.question(question),)),
            _meaning(edition, question, levels[question])._replace(steps=steps if size else None),
        )
        for question, steps in boxes.items()
    )
    head = table_head(words(labels.QUESTION), level_head(size, words))
    yield Table((), head, rows, (3.6, 5), dense=True)


def _cut_words(levels: Sequence[Level], words: Words) -> str:
    """That not every answer is shown, which are, and that others stand as they do.

    Args:
        levels: of every answer, the highest first.
        words: the language.
    """
    shown = (*levels[:_AT_AN_END], *levels[-_AT_AN_END:])
    alike = sum(level in shown for level in levels[_AT_AN_END:-_AT_AN_END])
    sentence = words(
        "The {most} highest and the {most} lowest of {all} answers.",
        most=_AT_AN_END,
        all=len(levels),
    )
    if not alike:
        return sentence
    singular = "One more stands as high or as low as these."
    plural = "{n} more stand as high or as low as these."
    return f"{sentence} {words.plural(singular, plural, alike)}"


def _meaning(edition: GapEdition, question: str, level: Level) -> Cell:
    """What a level means, in the questionnaire's words."""
    anchor = edition.anchor(question, level)
    lead = Run(f"{edition.mark_of(question)}: ", strong=True)
    return Cell((lead, anchor)) if anchor is not None else Cell(plain_runs(lead.text.rstrip(": ")))
