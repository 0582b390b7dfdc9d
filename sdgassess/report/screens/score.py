"""The score on one screen: the finding, the parts at a glance, what to settle, what is next."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sdgassess.analysis.agenda import to_find_out, to_talk_about
from sdgassess.analysis.conclusion import too_little
from sdgassess.analysis.own_way import OwnWay, still_to_watch
from sdgassess.document.screen import (
    MORE,
    SUPPOSED,
    Block,
    Command,
    Commands,
    Gap,
    Head,
    Key,
    Prose,
    Row,
    Rows,
    Screen,
    Strip,
    Title,
)
from sdgassess.language import Words
from sdgassess.model.profile import State
from sdgassess.numbers import written_date, written_number
from sdgassess.phrases import labels
from sdgassess.phrases.hearing import (
    EVERY_ROLE_HEARD,
    inside_view_words,
    sealed_words,
)
from sdgassess.phrases.levels import (
    BASES,
    SCOPES,
    STATES,
    assessed_name,
    legend,
    level_mark,
    nothing_rolled_up,
    respondents,
)
from sdgassess.phrases.patterns import pattern_of, position_name, present_patterns, risk_words
from sdgassess.phrases.questions import answered_words, distance_words
from sdgassess.phrases.references import own_way_words
from sdgassess.phrases.rows import some
from sdgassess.report.edition import Edition
from sdgassess.report.finding import finding
from sdgassess.report.screens.ladder import held_by, ladder
from sdgassess.scoring.disclosure import FEWEST_UNNAMED
from sdgassess.scoring.firmness import rests_on
from sdgassess.scoring.patterns import Risk
from sdgassess.scoring.score import Score, unbacked
from sdgassess.text import before_picture, one_line

_PATTERNS = 2
_QUESTIONS = 3
_UNKNOWN = 2
_WATCHED = 3
_PARTS, _LINES = 16, 2
"""How many groups of answers are shown, and on how many lines each."""
_KNOWING = 20
"""How many characters of who would know are shown."""


def score_blocks(edition: Edition[Score], way: OwnWay | None, file: str) -> Screen:
    """The whole screen.

    Args:
        edition: the score, and the language it is told in.
        way: the way of working that the answered style names.
        file: how the next command names the profile.
    """
    score, words = edition.subject, edition.words
    upcoming = Commands((Command(words(labels.NEXT), first_levels_command(score, file)),))
    if score.has_levels:
        upcoming = _next(score, words, file)
    parts = [(*part, Gap()) for part in score_parts(edition, way)]
    return (*(block for part in parts for block in part), upcoming)


def first_levels_command(score: Score, file: str) -> str:
    """What is typed where nothing has a level yet.

    Args:
        score: the score, without a level.
        file: how the command names the profile.
    """
    if not score.sealed:
        return f"sdgassess assess {file}"
    # what is sealed is opened first: whoever answers before that answers beside it
    opens = score.sealed >= FEWEST_UNNAMED
    return f"sdgassess merge {file} --open" if opens else f"sdgassess assess --agree {file}"


def score_parts(edition: Edition[Score], way: OwnWay | None) -> tuple[Screen, ...]:
    """The result in parts that each stand alone: the finding, the parts at a glance, the rest.

    Args:
        edition: the score, and the language it is told in.
        way: the way of working that the answered style names.
    """
    parts = [_finding(edition)]
    if edition.subject.has_levels:
        parts += [_parts(edition), _way_and_doubts(edition, way)]
    return tuple(filter(None, map(tuple, parts)))


def _finding(edition: Edition[Score]) -> Iterator[Block]:
    """Who and when, how much is known, and what it comes to."""
    score, words = edition.subject, edition.words
    yield Title(tuple(head_parts(score, words)))
    yield Strip(tuple(_basis(score, words)))
    yield from _hearings(score, words)
    yield Gap()
    yield Prose(" ".join(finding(score, words)), strong=True)


def _way_and_doubts(edition: Edition[Score], way: OwnWay | None) -> Iterator[Block]:
    """One's own way of working, and what to settle before relying on the result."""
    if way is not None:
        yield Prose(own_way_words(way, edition.words))
    else:
        yield from _way_of_working(edition)
    yield from _before_relying(edition)


def head_parts(score: Score, words: Words) -> Iterator[str]:
    """Who, when, which kind of assessment where it is one yet, and on which levels it rests."""
    yield assessed_name(score.profile)
    yield written_date(score.profile.date, words)
    if not too_little(score):
        yield words(SCOPES[score.profile.scope])
    yield words(BASES[score.basis])


def _basis(score: Score, words: Words) -> Iterator[str]:
    """How much is known, how many people answered, and whether every role was heard."""
    yield from answered_words(score, words)
    people = respondents(score.profile)
    if score.has_levels and not people:
        yield words("who took part is not noted")
    elif score.has_levels:
        yield words.plural("one person's picture", "{n} people", people)
        voices = score.questionnaire.voices
        if voices is not None and voices.heard and not score.not_heard:
            yield words(EVERY_ROLE_HEARD)


def _hearings(score: Score, words: Words) -> Iterator[Prose]:
    """Whose answers are still sealed."""
    if score.sealed:
        yield Prose(sealed_words(score.sealed, words))


def _parts(edition: Edition[Score]) -> Iterator[Block]:
    """Each part at a glance, or the answers of a questionnaire that rolls nothing up."""
    score, words = edition.subject, edition.words
    if not score.scored:
        yield Prose(nothing_rolled_up(words))
        yield from _answers(edition, _PARTS, _LINES)
        return
    firm = [part for part, answers in rests_on(score).items() if not answers]
    yield from ladder(edition, firm)


def every_answer(edition: Edition[Score]) -> Screen:
    """The level of every question, part by part."""
    rows = tuple(_answers(edition, len(edition.subject.questionnaire.nodes), 0))
    if not rows:
        return ()
    return Gap(), Head(edition.words(labels.EVERY_QUESTION)), *rows, Key(legend(edition.words))


def _answers(edition: Edition[Score], most: int, lines: int) -> Iterator[Rows]:
    """The answers, a row for each of the first groups of questions, on so many lines at most."""
    score = edition.subject
    rows = []
    for node in score.questionnaire.nodes.values():
        scope = [question.id for question in node.asked if question.id in score.questions]
        marks = [
            f"{q} {level_mark(score.level(q), score.questions[q].state, edition.words)}"
            + (SUPPOSED if q in score.supposed else "")
            for q in scope
        ]
        if marks:
            rows.append(Row((node.id, "  ".join(marks))))
    if rows:
        yield Rows(tuple(rows[:most]), stretch=1, most=lines)


def _way_of_working(edition: Edition[Score]) -> Iterator[Block]:
    """The way of working that was answered, and what to keep an eye on for it."""
    score, words = edition.subject, edition.words
    axes = {axis.id: axis for axis in score.questionnaire.style}
    for result in score.style:
        if not result.position or not result.watch:
            continue
        axis = axes[result.axis]
        names = ", ".join(position_name(axis, place, words) for place in result.position)
        watched = still_to_watch(score, result)
        levels = sorted(watched, key=lambda question: score.level(question) or 99)
        marks = [_watched_words(score, question, words) for question in levels]
        line = f"{edition.line(axis.title)}: {names}."
        if marks:
            listed = some(marks, _WATCHED, words)
            line += " " + words(labels.KEEP_AN_EYE_ON_LINE, questions=listed)
        yield Prose(line)


def _watched_words(score: Score, question: str, words: Words) -> str:
    """A question to keep an eye on with its level, or the word for why it has none."""
    level, state = score.level(question), score.questions[question].state
    if level is not None:
        return f"{question} {written_number(level, words)}"
    return f"{question} ({words(STATES[state or State.NOT_ASKED])})"


def _before_relying(edition: Edition[Score]) -> Iterator[Prose]:
    """Risks, what is not agreed, what is not known, what stands higher than it is backed."""
    score, words = edition.subject, edition.words
    yield from _risks(edition)
    yield from disagreements(score, score.questions, words)
    if unknown := to_find_out(score):
        listed = some([unknown_words(score, q, words) for q in unknown], _UNKNOWN, words)
        yield Prose(words(labels.NOT_KNOWN_LINE, questions=listed))
    weak = unbacked(score)
    if weak:
        listed = some(weak, _WATCHED, words)
        yield Prose(words(labels.OVERSTATED_LINE, questions=listed))
    inside = [key for key in score.questionnaire.nodes if key in score.inside_view]
    if inside:
        yield Prose(inside_view_words(inside, words))


def _risks(edition: Edition[Score]) -> Iterator[Prose]:
    """The gravest patterns that are present, and how many cannot be judged."""
    score, words = edition.subject, edition.words
    present = present_patterns(score)
    named = [
        f"{edition.line(pattern_of(score, result).title)} ({risk_words(result, words)})"
        for result in present
    ]
    if named:
        yield Prose(words(labels.PATTERNS_LINE, patterns=some(named, _PATTERNS, words)))
    cannot = sum(result.result is Risk.CANNOT_BE_ASSESSED for result in score.patterns)
    if cannot and not named:
        singular = "One pattern cannot be assessed: too little is known."
        plural = "{n} patterns cannot be assessed: too little is known."
        yield Prose(words.plural(singular, plural, cannot))


def disagreements(score: Score, questions: Collection[str], words: Words) -> Iterator[Prose]:
    """Which of some questions are seen differently, the widest first, and how far apart."""
    disputed = [question for question in to_talk_about(score) if question in questions]
    if disputed:
        named = [f"{question} {distance_words(score, question, words)}" for question in disputed]
        listed = some(named, _QUESTIONS, words)
        yield Prose(words(labels.NOT_AGREED_LINE, questions=listed))


def unknown_words(score: Score, question: str, words: Words) -> str:
    """A question that nobody knew, and who could be asked."""
    answer = score.profile.answers.get(question)
    if answer is None or not answer.who_knows:
        return question
    who = one_line(answer.who_knows)
    if len(who) > _KNOWING:
        who = who[: before_picture(who, _KNOWING)].rsplit(" ", 1)[0].rstrip(" ,;") + " …"
    return f"{question} " + words(labels.ASK_WHOM, who=who)


def _next(score: Score, words: Words, file: str) -> Commands:
    """What can be typed next."""
    about = next((name for name, part in score.scored.items() if held_by(part)), None)
    if about is None:
        levels = score.factor_levels
        about = min(levels, key=levels.__getitem__, default=None)
    verb = "assess" if too_little(score) else "gaps"
    commands = [
        Command(words(labels.NEXT), f"sdgassess {verb} {file}"),
        Command(words(labels.MORE), MORE),
    ]
    if about is not None:
        commands.append(Command(words(labels.WHY), f"sdgassess explain {file} {about}"))
    return Commands(tuple(commands))
