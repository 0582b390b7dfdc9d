"""What to talk about or to find out first: disagreements, unknowns, views from inside only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdgassess.document.blocks import Block, Bullets, Figure, Together, heading, paragraph
from sdgassess.document.charts.voices import VoiceMark, VoiceRow, voices
from sdgassess.document.passage import HOLE, around
from sdgassess.document.runs import Run, Runs
from sdgassess.model.profile import State
from sdgassess.model.question import Level
from sdgassess.phrases.questions import role_name, voices_words
from sdgassess.report.gaps.edition import GapEdition
from sdgassess.report.scale import chart_scale
from sdgassess.scoring.disclosure import disclosure

_MOST_VOICES = 300
"""Voices in one chart: five questions of a room of sixty."""


def voices_part(edition: GapEdition) -> Iterator[Block]:
    """What to talk about or to find out; no head where there is nothing below it."""
    blocks = (*_disagreements(edition), *_unknowns(edition), *_inside_view(edition))
    if blocks:
        yield heading(edition.words("Talk about or find out first"))
        yield from blocks


def _disagreements(edition: GapEdition) -> Iterator[Block]:
    """Disagreements with their voices, widest first."""
    words, results = edition.words, edition.score.questions
    questions = [question for question, result in results.items() if result.disagreement]
    questions.sort(key=lambda question: -(results[question].spread or 0))
    if questions:
        advice = words("A disagreement is neither a gap nor a priority: talk about it first.")
        head = heading(words("Where roles see it differently"), 3)
        rows = [row for question in questions if (row := _voice_row(edition, question)).voices]
        chart = voices(rows, chart_scale(edition, edition.score.questionnaire), words)
        yield Together((head, paragraph(advice), *((Figure(chart),) if rows else ())))
        yield Bullets(tuple(_disagreement(edition, question) for question in questions))
    elif any(answer.voices for answer in edition.profile.answers.values()):
        yield paragraph(words("No roles are two levels or more apart."))


def _parts(rows: Sequence[VoiceRow]) -> Iterator[Sequence[VoiceRow]]:
    """The rows of as many charts as they need, so that a chart of a large room fits a page."""
    part: list[VoiceRow] = []
    for row in rows:
        if part and sum(len(other.voices) for other in (*part, row)) > _MOST_VOICES:
            yield part
            part = []
        part.append(row)
    yield part


def _disagreement(edition: GapEdition, question: str) -> Runs:
    """A disagreement in words; roles only with consent."""
    phrases = voices_words(edition.score, edition.score.questions[question], edition.words)
    sentences = (
        phrase if phrase.endswith((".", "!", "?")) else f"{phrase}." for phrase in phrases
    )
    lead = Run(f"{question}: ", strong=True)
    return lead, edition.question(question), Run(" " + " ".join(sentences))


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
