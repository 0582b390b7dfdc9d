"""What to talk about or to find out first: disagreements, unknowns, views from inside only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdgassess.document.blocks import (
    Block,
    Bullets,
    Cell,
    Figure,
    Table,
    Together,
    heading,
    paragraph,
    table_head,
    words_cell,
)
from sdgassess.document.charts.voices import VoiceMark, VoiceRow, voices
from sdgassess.document.passage import HOLE, around
from sdgassess.document.runs import Run, Runs, plain_runs
from sdgassess.model.profile import State
from sdgassess.model.question import Level
from sdgassess.phrases.questions import role_name, voices_words
from sdgassess.report.figures import figures
from sdgassess.report.gaps.edition import GapEdition
from sdgassess.report.scale import chart_scale
from sdgassess.scoring.disclosure import disclosure

_DRAWN = 8
"""How many disagreements are drawn, the widest; all of them are told in words."""
_HEIGHT = 540
"""How high the rows of a figure may be together, in points: three quarters of a page of A4."""
_LINE = 11
_DOTS = 12
"""How high a line of names, or of dots, is in points."""
_ABREAST, _ROLE, _NAME = 3, 8, 26
"""How many dots, letters of a role and letters of a question have room in a line."""


def voices_part(edition: GapEdition) -> Iterator[Block]:
    """What to talk about or to find out; no head where there is nothing below it."""
    blocks = (*_disagreements(edition), *_unknowns(edition), *_inside_view(edition))
    if blocks:
        yield heading(edition.words("Talk about or find out first"))
        yield from blocks


def _disagreements(edition: GapEdition) -> Iterator[Block]:
    """Disagreements by factor, the widest first: the first of them drawn, all of them in words."""
    words, results = edition.words, edition.score.questions
    questions = [question for question, result in results.items() if result.disagreement]
    questions.sort(key=lambda question: results[question].distance, reverse=True)
    if questions:
        advice = words("A disagreement is neither a gap nor a priority: talk about it first.")
        head = heading(words("What is seen differently"), 3)
        drawn = _figures(edition, questions[:_DRAWN])
        yield Together((head, paragraph(advice), *drawn[:1]))
        yield from drawn[1:]
        for factor, below in _by_factor(edition, questions).items():
            yield _table(edition, factor, below)
    elif any(answer.voices for answer in edition.profile.answers.values()):
        yield paragraph(
            words("Nothing is seen so differently that it must be talked about first.")
        )


def _by_factor(edition: GapEdition, questions: Sequence[str]) -> dict[str, list[str]]:
    """Questions in their order, those of a factor together where its first one stands."""
    groups: dict[str, list[str]] = {}
    for question in questions:
        groups.setdefault(edition.score.questionnaire.factor_of[question].id, []).append(question)
    return groups


def _figures(edition: GapEdition, questions: Sequence[str]) -> list[Figure]:
    """The voices as figures that each fit a page as they are; what is higher is told in words."""
    words, scale = edition.words, chart_scale(edition, edition.score.questionnaire)
    ordered = [q for below in _by_factor(edition, questions).values() for q in below]
    rows = [row for question in ordered if (row := _voice_row(edition, question)).voices]
    charts = [voices(piece, scale, words) for piece in _pieces(rows)]
    return list(figures(charts, words))


def _pieces(rows: Sequence[VoiceRow]) -> Iterator[Sequence[VoiceRow]]:
    """The rows of each figure: as many as fit, so that none is set smaller to fit a page."""
    piece: list[VoiceRow] = []
    for row in rows:
        if _height(row) > _HEIGHT:
            continue
        if piece and sum(map(_height, (*piece, row))) > _HEIGHT:
            yield piece
            piece = []
        piece.append(row)
    if piece:
        yield piece


def _height(row: VoiceRow) -> int:
    """About how high a row is drawn, in points, rather too high: dots with roles below them."""
    deepest = 0
    for level in {mark.level for mark in row.voices}:
        marks = [mark for mark in row.voices if mark.level == level]
        roles = {mark.role for mark in marks if mark.role}
        lines = sum(-(-len(role) // _ROLE) + 1 for role in roles)
        deepest = max(deepest, _DOTS * -(-len(marks) // _ABREAST) + _LINE * lines)
    return max(deepest + _LINE, _LINE * (-(-len(row.title) // _NAME) + 1))


def _table(edition: GapEdition, factor: str, questions: Sequence[str]) -> Table:
    """What was said on the questions of a factor."""
    return Table(
        plain_runs(edition.title(factor)),
        table_head(edition.words("Question"), edition.words("Voices")),
        tuple(_disagreement(edition, question) for question in questions),
        (1, 1),
        dense=True,
    )


def _disagreement(edition: GapEdition, question: str) -> tuple[Cell, ...]:
    """A disagreement in words; roles only with consent."""
    phrases = voices_words(edition.score, edition.score.questions[question], edition.words)
    sentences = (
        phrase if phrase.endswith((".", "!", "?")) else f"{phrase}." for phrase in phrases
    )
    lead = Run(f"{question}: ", strong=True)
    return words_cell((lead, edition.question(question))), words_cell(" ".join(sentences))


def _voice_row(edition: GapEdition, question: str) -> VoiceRow:
    """The voices on a question, as far as they may be shown (domain model §3.5)."""
    score, result = edition.score, edition.score.questions[question]
    shown = disclosure(edition.profile, result)
    marks = [
        VoiceMark(voice.level, role_name(score, voice.role, edition.words))
        for voice in shown.named
    ]
    marks += [VoiceMark(voice.level) for voice in shown.unnamed]
    # By level, then by role: the order in which people spoke would tell who said what.
    marks.sort(key=lambda mark: (mark.level is None, mark.level or Level(0), mark.role))
    title = f"{question} {edition.question(question).text}"
    return VoiceRow(title, tuple(marks), result.answered, result.disagreement)


def _unknowns(edition: GapEdition) -> Iterator[Block]:
    """What nobody knew, and who would know."""
    results = edition.score.questions
    unknown = [question for question, result in results.items() if result.state is State.UNKNOWN]
    if unknown:
        yield heading(edition.words("What nobody knew"), 3)
        yield Bullets(tuple(_unknown(edition, question) for question in unknown))


def _unknown(edition: GapEdition, question: str) -> Runs:
    """A question that nobody could answer, and who would know, in the file's own words."""
    answer = edition.profile.answers.get(question)
    runs: Runs = (Run(f"{question}: ", strong=True), edition.question(question))
    if answer is None or not answer.who_knows:
        return runs
    sentence = edition.words("Who would know: {text}", text=HOLE)
    who = edition.written(answer.who_knows, edition.profile)
    return (*runs, Run(" "), *around(sentence, who))


def _inside_view(edition: GapEdition) -> Iterator[Block]:
    """The factors on which nobody from outside was heard."""
    inside = [key for key in edition.score.questionnaire.nodes if key in edition.score.inside_view]
    if inside:
        names = ", ".join(edition.title(key) for key in inside)
        singular = "{factors} is {the_subject}'s own view only: nobody from outside was heard."
        plural = "{factors} are {the_subject}'s own view only: nobody from outside was heard."
        yield paragraph(edition.words.plural(singular, plural, len(inside), factors=names))
