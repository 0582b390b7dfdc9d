"""Limits, method, and every answer: what the report rests on, so that it can be explained."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sdgassess import __version__
from sdgassess.document.blocks import (
    Block,
    Bullets,
    Cell,
    Heading,
    Paragraph,
    Run,
    Runs,
    Table,
    Together,
    plain_runs,
)
from sdgassess.document.figures import written_date, written_level, written_number
from sdgassess.phrases.levels import (
    BASES,
    SCOPES,
    legend,
    respondents,
)
from sdgassess.report.gaps.edition import Assessed, labelled, paragraph
from sdgassess.scoring.hearing import roles_heard
from sdgassess.text import one_line


def answers_part(told: Assessed) -> Iterator[Block]:
    """Every question in scope with its levels and what the level means."""
    words = told.words
    head: tuple[Block, ...] = (
        Heading(2, plain_runs(words("All answers"))),
        paragraph(legend(words), small=True),
    )
    for factor, found in told.score.factors.items():
        rows = tuple(_answer(told, question) for question in found.levels)
        table = Table(
            caption=plain_runs(f"{told.title(factor)} ({factor})"),
            head=tuple(
                plain_runs(head)
                for head in (
                    words("No."),
                    words("Question"),
                    words("Level"),
                    words("Backed"),
                    words("What the level means"),
                )
            ),
            rows=rows,
            shares=(1.25, 4.1, 1.22, 1.9, 4.6),
            dense=True,
        )
        yield Together((*head, table))
        head = ()


def _answer(told: Assessed, question: str) -> tuple[Cell, ...]:
    """One question's row."""
    found = told.score.questions[question]
    anchor = told.anchor(question, told.score.level(question))
    meaning: Runs = (anchor,) if anchor is not None else plain_runs("–")
    answer = told.score.profile.answers.get(question)
    if anchor is None and answer is not None and answer.reason:
        meaning = (Run(told.words("Reason") + ": "), told.written(answer.reason))
    return (
        Cell(plain_runs(question)),
        Cell((told.question(question),)),
        Cell(plain_runs(told.mark_of(question)), numeric=True),
        Cell(plain_runs(written_level(found.backed, told.words)), numeric=True),
        Cell(meaning),
    )


def limits_part(told: Assessed) -> Iterator[Block]:
    """What the assessment is and is not, who took part, and by which rules it was scored."""
    words, score = told.words, told.score
    rules, profile = score.questionnaire, score.profile
    yield Heading(2, plain_runs(words("Limits and method")))
    yield Paragraph((told.say(rules.limits),))
    yield from _who(told)
    if rules.scale:
        named = "; ".join(
            f"{written_number(one.value, words)} {told.spoken(one.text)}" for one in rules.scale
        )
        yield labelled(words("The scale"), Run(named))
    basis = words(BASES[score.basis])
    lines = (
        words("Questionnaire: {id} {version}", id=one_line(rules.id), version=rules.version),
        words("Scope: {scope}", scope=words(SCOPES[profile.scope])),
        words("Basis: {basis}", basis=basis),
        words("Profile: {file}, {date}", file=told.file, date=written_date(profile.date, words)),
        words("Fingerprint of the profile: {mark}", mark=told.mark[:16]),
        words("Made with sdgassess {version}", version=__version__),
        words("Questionnaire and reference texts: {licence}", licence=one_line(rules.licence)),
    )
    yield Bullets(tuple(plain_runs(line) for line in lines))


def _who(told: Assessed) -> Iterator[Block]:
    """How many took part; their roles only with a yes to showing them (domain model §3.5)."""
    words, profile = told.words, told.score.profile
    people = respondents(profile)
    one, many = "One person took part.", "{n} people took part."
    if people:
        yield paragraph(words.plural(one, many, people))
    if not profile.consent:
        yield paragraph(words("No role is shown: nobody agreed to it, or nobody was asked."))
        return
    names = {role.id: told.spoken(role.title) for role in told.score.questionnaire.roles}
    counts = Counter(person.role for person in profile.participants)
    heard = [
        f"{names.get(role, one_line(role))}\N{NO-BREAK SPACE}({n})" for role, n in counts.items()
    ]
    heard = heard or [names.get(role, one_line(role)) for role in roles_heard(profile)]
    if heard:
        yield labelled(words("Who took part"), Run(", ".join(heard)))
    missing = [names.get(one.role, one_line(one.role)) for one in told.score.not_heard]
    if missing:
        said = words("Not heard yet, for a valid assessment: {who}", who=", ".join(missing))
        yield paragraph(said)
