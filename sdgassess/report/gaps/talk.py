"""What to talk about or to find out first: disagreements, what nobody knew, missing evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdgassess.analysis.agenda import to_talk_about
from sdgassess.document.blocks import (
    Block,
    Bullets,
    Figure,
    Together,
    heading,
    paragraph,
)
from sdgassess.document.charts.voices import VoiceMark, VoiceRow, voices
from sdgassess.document.passage import HOLE, around
from sdgassess.document.runs import Run, Runs, plain_runs
from sdgassess.model.profile import State, Voice
from sdgassess.phrases import labels
from sdgassess.phrases.hearing import inside_view_words
from sdgassess.phrases.questions import answered_and_backed, role_name
from sdgassess.report.figures import figures
from sdgassess.report.gaps.edition import GapEdition
from sdgassess.report.scale import chart_scale
from sdgassess.scoring.disclosure import disclosure

_DRAWN = 8
"""How many disagreements are drawn, the widest; all of them are told with the answers."""
_ASKED = 6
"""How many questions are written out for one who would know; more stand by number."""
_SOUGHT = 4
"""How many answers without evidence are written out; more stand by number."""
_HEIGHT = 540
"""How high the rows of a figure may be together, in points: three quarters of a page of A4."""
_LINE = 11
_DOTS = 12
"""How high a line of names, or of dots, is in points."""
_ABREAST, _ROLE, _NAME = 3, 8, 26
"""How many dots, letters of a role and letters of a question have room in a line."""


def talk_part(edition: GapEdition) -> Iterator[Block]:
    """What to talk about or to find out; no head where there is nothing below it."""
    blocks = (
        *_disagreements(edition),
        *_unknowns(edition),
        *_unbacked(edition),
        *_inside_view(edition),
    )
    if blocks:
        yield heading(edition.words(labels.TALK_OR_FIND_OUT))
        yield from blocks


def _disagreements(edition: GapEdition) -> Iterator[Block]:
    """Disagreements, the widest drawn by factor; the words of all stand with the answers."""
    words, questions = edition.words, to_talk_about(edition.score)
    if questions:
        advice = words("A disagreement is neither a gap nor a priority: talk about it first.")
        head = heading(words("What is seen differently"), 3)
        rows = _rows(edition, questions[:_DRAWN])
        drawn = _figures(edition, list(rows.values()))
        yield Together((head, paragraph(advice), *drawn[:1]))
        yield from drawn[1:]
        rest = [question for question in questions if question not in rows]
        if rest:
            yield paragraph(_not_drawn(edition, rest))
    elif any(len(answer.voices) > 1 for answer in edition.profile.answers.values()):
        yield paragraph(
            words("Nothing is seen so differently that it must be talked about first.")
        )


def _not_drawn(edition: GapEdition, questions: Sequence[str]) -> str:
    """Disagreements that have no room in a figure, by number."""
    words, listed = edition.words, ", ".join(questions)
    singular = (
        "Seen differently on one more question: {ids}. What was said stands with its answer."
    )
    plural = (
        "Seen differently on {n} more questions: {ids}. What was said stands with the answers."
    )
    return words.plural(singular, plural, len(questions), ids=listed)


def _by_factor(edition: GapEdition, questions: Sequence[str]) -> dict[str, list[str]]:
    """Questions in their order, those of a factor together where its first one stands."""
    groups: dict[str, list[str]] = {}
    for question in questions:
        groups.setdefault(edition.score.questionnaire.factor_of[question].id, []).append(question)
    return groups


def _rows(edition: GapEdition, questions: Sequence[str]) -> dict[str, VoiceRow]:
    """The rows of a figure by question; one that is higher than a page is none."""
    ordered = [q for below in _by_factor(edition, questions).values() for q in below]
    rows = {question: _voice_row(edition, question) for question in ordered}
    return {q: row for q, row in rows.items() if row.voices and _height(row) <= _HEIGHT}


def _figures(edition: GapEdition, rows: Sequence[VoiceRow]) -> list[Figure]:
    """The voices as figures that each fit a page as they are."""
    words, scale = edition.words, chart_scale(edition, edition.score.questionnaire)
    charts = [voices(piece, scale, words) for piece in _pieces(rows)]
    return list(figures(charts, words))


def _pieces(rows: Sequence[VoiceRow]) -> Iterator[Sequence[VoiceRow]]:
    """The rows of each figure: as many as fit, so that none is set smaller to fit a page."""
    piece: list[VoiceRow] = []
    for row in rows:
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


def _voice_row(edition: GapEdition, question: str) -> VoiceRow:
    """The voices on a question, as far as they may be shown (model.md: Consent)."""
    score, result = edition.score, edition.score.questions[question]
    shown = disclosure(edition.profile, result)
    marks = [
        VoiceMark(voice.level, role_name(score, voice.role, edition.words), _applies(voice))
        for voice in shown.named
    ]
    marks += [VoiceMark(voice.level, applies=_applies(voice)) for voice in shown.unnamed]
    # By level, then by role: the order in which people spoke would tell who said what.
    marks.sort(key=lambda mark: (mark.place, mark.role))
    title = f"{question} {edition.question(question).text}"
    return VoiceRow(title, tuple(marks), result.answered, result.disagreement)


def _applies(voice: Voice) -> bool:
    """Whether a question applies to whoever answered it."""
    return voice.state is not State.NOT_APPLICABLE


def _unknowns(edition: GapEdition) -> Iterator[Block]:
    """What nobody knew, by who would know: a letter each."""
    results = edition.score.questions
    by_who: dict[Runs, list[str]] = {}
    for question, result in results.items():
        if result.state is State.UNKNOWN:
            by_who.setdefault(_knowing(edition, question), []).append(question)
    if by_who:
        yield heading(edition.words("What nobody knew"), 3)
        items = (_unknown(edition, who, questions) for who, questions in by_who.items())
        yield Bullets(tuple(items))


def _knowing(edition: GapEdition, question: str) -> Runs:
    """Who would know, in the file's own words; else the roles that are asked."""
    answer = edition.profile.answers.get(question)
    if answer is not None and answer.who_knows:
        who = edition.written(answer.who_knows, edition.profile)
        return around(edition.words("Ask {who}", who=HOLE), who._replace(strong=True))
    roles = edition.score.questionnaire.questions[question].roles
    if not roles:
        return (Run(edition.words("Nobody is named who would know"), strong=True),)
    names = ", ".join(role_name(edition.score, role, edition.words) for role in roles)
    return (Run(edition.words("Ask {who}", who=names), strong=True),)


def _unknown(edition: GapEdition, who: Runs, questions: Sequence[str]) -> Runs:
    """The questions for somebody; of very many the first."""
    runs: Runs = (*who, Run(": "))
    for place, question in enumerate(questions[:_ASKED]):
        runs += (*([Run(" ")] if place else []), edition.question(question))
    rest = questions[_ASKED:]
    if rest:
        runs += (Run(f" {_more(edition, rest)}"),)
    return runs


def _unbacked(edition: GapEdition) -> Iterator[Block]:
    """What is answered higher than it is backed, and which documents would show it."""
    questions = edition.priorities.find_evidence
    if questions:
        words = edition.words
        yield heading(
            words("Find the evidence: answered higher than evidence or agreement backs"), 3
        )
        items = [_to_back(edition, question) for question in questions[:_SOUGHT]]
        if rest := questions[_SOUGHT:]:
            items.append(plain_runs(_more(edition, rest)))
        yield Bullets(tuple(items))


def _more(edition: GapEdition, questions: Sequence[str]) -> str:
    """Questions that are not written out, by number."""
    singular, plural = "And one more: {ids}.", "And {n} more: {ids}."
    listed = ", ".join(questions)
    return edition.words.plural(singular, plural, len(questions), ids=listed)


def _to_back(edition: GapEdition, question: str) -> Runs:
    """How far an answer is carried, and which documents would show it."""
    words, result = edition.words, edition.score.questions[question]
    levels = answered_and_backed(result, words)
    hint = edition.score.questionnaire.questions[question].evidence_hint
    asked = (edition.question(question), Run(f" ({levels})"))
    if hint is None:
        return asked
    return (
        *asked,
        Run(" "),
        *around(words("Would show it: {documents}", documents=HOLE), edition.say(hint)),
    )


def _inside_view(edition: GapEdition) -> Iterator[Block]:
    """The factors on which nobody from outside was heard."""
    inside = [key for key in edition.score.questionnaire.nodes if key in edition.score.inside_view]
    if inside:
        yield paragraph(inside_view_words([*map(edition.title, inside)], edition.words))
