"""Limits, method, and every answer: what the report rests on, so that it can be explained."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sdgassess import __version__
from sdgassess.document.blocks import (
    Block,
    Cell,
    Paragraph,
    Table,
    Together,
    bullets,
    heading,
    labelled,
    mark_cell,
    paragraph,
    table_head,
    words_cell,
)
from sdgassess.document.runs import Run, Runs, plain_runs
from sdgassess.language import N_
from sdgassess.numbers import written_date, written_level, written_number
from sdgassess.phrases.levels import (
    BASES,
    SCOPES,
    legend,
    respondents,
)
from sdgassess.report.gaps.edition import GapEdition
from sdgassess.report.scale import scale_line
from sdgassess.scoring.hearing import roles_heard
from sdgassess.text import one_line


def answers_part(edition: GapEdition) -> Iterator[Block]:
    """Every question in scope with its levels and what the level means."""
    words = edition.words
    head: tuple[Block, ...] = (
        heading(words("All answers")),
        paragraph(legend(words), small=True),
    )
    heads, shares = [words("No."), words("Question"), words("Level")], [1.25, 4.1, 1.22]
    if edition.score.questionnaire.backing is not None:
        heads.append(words("Backed"))
        shares.append(1.9)
    heads.append(words("What the level means"))
    shares.append(4.6)
    for node in edition.score.questionnaire.nodes.values():
        scope = [q.id for q in node.asked if q.id in edition.score.questions]
        if not scope:
            continue
        table = Table(
            caption=plain_runs(f"{edition.title(node.id)} ({node.id})"),
            head=table_head(*heads),
            rows=tuple(_answer_row(edition, question) for question in scope),
            shares=tuple(shares),
            dense=True,
        )
        yield Together((*head, table))
        head = ()  # only the first table is kept together with the head of the part


def out_of_scope(edition: GapEdition) -> Iterator[Block]:
    """Answers that count for nothing, named: outside a quick scan, or ruled out by others."""
    words, score = edition.words, edition.score
    levels = {
        question: f"{question} {written_number(answer.level, words)}"
        for question, answer in edition.profile.answers.items()
        if question in score.questionnaire.questions and answer.level is not None
    }
    outside = [level for question, level in levels.items() if question not in score.questions]
    ruled_out = [
        level
        for question, level in levels.items()
        if question in score.questions and score.level(question) is None
    ]
    if outside:
        listed = ", ".join(outside)
        yield paragraph(words("Answered too, outside the quick scan: {answers}.", answers=listed))
    if ruled_out:
        yield paragraph(
            words(
                "Answered too, though other answers rule the question out: {answers}.",
                answers=", ".join(ruled_out),
            )
        )


def _answer_row(edition: GapEdition, question: str) -> tuple[Cell, ...]:
    """One question's row."""
    result = edition.score.questions[question]
    anchor = edition.anchor(question, edition.score.level(question))
    meaning: Runs = (anchor,) if anchor is not None else plain_runs("–")
    answer = edition.profile.answers.get(question)
    if anchor is None and answer is not None and answer.reason:
        reason = edition.passage(answer.reason, edition.profile)
        meaning = (Run(edition.words("Reason") + ": "), reason)
    cells = [
        words_cell(question),
        words_cell((edition.question(question),)),
        mark_cell(edition.mark_of(question)),
    ]
    if edition.score.questionnaire.backing is not None:
        cells.append(mark_cell(written_level(result.backed, edition.words)))
    return (*cells, words_cell(meaning))


def limits_part(edition: GapEdition) -> Iterator[Block]:
    """What the assessment is and is not, who took part, and by which rules it was scored."""
    words, score = edition.words, edition.score
    rules, profile = score.questionnaire, score.profile
    yield heading(words("Limits and method"))
    yield Paragraph((edition.say(rules.limits),))
    yield from _participants(edition)
    if rules.scale:
        yield labelled(words("The scale"), Run(scale_line(edition, rules)))
    day = written_date(profile.date, words)
    licence = N_("Questionnaire texts: {licence}")
    if edition.against:
        licence = N_("Questionnaire and reference texts: {licence}")
    lines = (
        words("Questionnaire: {id} {version}", id=one_line(rules.id), version=rules.version),
        words("Scope: {scope}", scope=words(SCOPES[profile.scope])),
        words("Basis: {basis}", basis=words(BASES[score.basis])),
        words("Profile: {file}, {date}", file=edition.file, date=day),
        words("Fingerprint of the profile: {mark}", mark=edition.digest[:16]),
        words("Made with sdgassess {version}", version=__version__),
        words(licence, licence=one_line(rules.licence)),
    )
    yield bullets(lines)


def _participants(edition: GapEdition) -> Iterator[Block]:
    """How many took part; their roles only with a yes to showing them (domain model §3.5)."""
    words, profile = edition.words, edition.profile
    people = respondents(profile)
    singular, plural = "One person took part.", "{n} people took part."
    if people:
        yield paragraph(words.plural(singular, plural, people))
    if not profile.consent:
        yield paragraph(words("No role is shown: nobody agreed to it, or nobody was asked."))
        return
    titles = {role.id: edition.line(role.title) for role in edition.score.questionnaire.roles}
    counts = Counter(person.role for person in profile.participants)
    roles = [
        f"{titles.get(role, one_line(role))}\N{NO-BREAK SPACE}({n})" for role, n in counts.items()
    ]
    roles = roles or [titles.get(role, one_line(role)) for role in roles_heard(profile)]
    if roles:
        yield labelled(words("Who took part"), Run(", ".join(roles)))
    missing = [
        titles.get(voices.role, one_line(voices.role)) for voices in edition.score.not_heard
    ]
    if missing:
        yield paragraph(
            words("Not heard yet, for a valid assessment: {who}", who=", ".join(missing))
        )
