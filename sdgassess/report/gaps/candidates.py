"""What a room chooses from: candidates with their reasons, and the lists beside them."""

from __future__ import annotations

from itertools import islice

from sdgassess.analysis.candidates import Candidate
from sdgassess.analysis.gap_report import GapReport
from sdgassess.analysis.picks import none_can_start, pick_of
from sdgassess.analysis.priorities import Priorities
from sdgassess.document.page import Page
from sdgassess.language import Words
from sdgassess.model.profile import State
from sdgassess.model.question import Level
from sdgassess.numbers import written_number
from sdgassess.phrases.candidates import (
    built_on_words,
    equal_words,
    move_words,
    reason_words,
    why_none,
)
from sdgassess.phrases.conditions import condition_words
from sdgassess.phrases.levels import level_mark
from sdgassess.phrases.questions import distance_words
from sdgassess.scoring.score import Score
from sdgassess.text import one_line

_EXAMPLES = 2
"""How many references speak beside a candidate."""


def write_candidates(page: Page, report: GapReport) -> None:
    """The six candidates with reasons, and which of them are picked or suggested."""
    words, priorities = page.words, report.priorities
    chosen = [candidate.question for candidate in priorities.chosen]
    if not priorities.candidates and not chosen and not priorities.equal:
        page.heading(words("Candidates"))
        page.item(
            why_none(
                report.score,
                words,
                words("None: no question with a level stands where a next step is due."),
            )
        )
        return
    if priorities.picked:
        page.heading(words("What the room picked"))
        for candidate in priorities.chosen:
            write_candidate(page, report, candidate)
            write_agreed(page, report.score, candidate.question)
        write_late_start(page, report.score, priorities)
    page.heading(words("Candidates, in order: pick up to {n}", n=priorities.picks))
    write_overloaded(page, priorities)
    for place, candidate in enumerate(priorities.candidates, 1):
        suggested = candidate.question in chosen and not priorities.picked
        mark = words("suggested") if suggested else ""
        write_candidate(page, report, candidate, f"{place}. ", mark)
    write_equal(page, report.score, priorities)


def write_candidate(
    page: Page, report: GapReport, candidate: Candidate, marker: str = "- ", mark: str = ""
) -> None:
    """One candidate: where it stands, the next level's text, why, the step, who shows it.

    Args:
        page: what to write on.
        report: the score that it comes from, and references that may be ahead.
        candidate: the candidate.
        marker: what its first line begins with.
        mark: a word behind it, such as *suggested*.
    """
    score = report.score
    write_standing(page, score, candidate, marker, mark)
    write_level(page, score, candidate.question, candidate.target)
    for reason in candidate.reasons:
        page.item(reason_words(score, reason, page.words), "· ", 5)
    if candidate.reasons:
        _step(page, report, candidate)
    _examples(page, report, candidate)


def write_standing(
    page: Page, score: Score, candidate: Candidate, marker: str, mark: str = ""
) -> None:
    """Where a question stands and where it is to go, and what it asks."""
    head = f"{candidate.question}  {from_to(score, candidate, page.words)}"
    head += f"  [{mark}]" if mark else ""
    page.text(head, "  " + marker, strong=True)
    page.text(page.say(score.questionnaire.questions[candidate.question].text), "     ")


def write_level(
    page: Page, score: Score, question: str, level: Level | None, indent: str = "     "
) -> None:
    """What a level of a question means; nothing where there is no such level."""
    option = None
    if level is not None:
        option = score.questionnaire.questions[question].option(level)
    if option is not None:
        reached, text = written_number(option.value, page.words), page.say(option.text)
        page.text(page.words("Level {level}: {text}", level=reached, text=text), indent)


def from_to(score: Score, candidate: Candidate, words: Words) -> str:
    """From where to where, or that a pick has reached its target."""
    result = score.questions.get(candidate.question)
    mark = level_mark(candidate.level, result.state if result else None, words)
    return move_words(mark, candidate, words)


def _step(page: Page, report: GapReport, candidate: Candidate) -> None:
    """The advice, with whose it is and the documents' own words; none where nobody gives any."""
    step, words = candidate.step, page.words
    if step is None:
        questions = report.score.questionnaire.questions.values()
        if any(question.next_steps for question in questions):
            page.text(words("No step in the documents."), "     ")
        return
    origin = (
        words("from the documents") if step.origin == "documents" else words("the tool's advice")
    )
    page.text(words("Step ({origin}): {text}", origin=origin, text=page.say(step.text)), "     ")
    for quote in step.quotes:
        page.text(f"{words.quoted(one_line(quote.quote))} [{quote.source}]", "     ")


def _examples(page: Page, report: GapReport, candidate: Candidate) -> None:
    """What references that are ahead show on the question, in their own words."""
    for reference, point in islice(report.examples(candidate), _EXAMPLES):
        quote = f"{page.words.quoted(one_line(point.quote or ''))} [{point.source}]"
        page.text(f"{page.say(reference.name)}: {quote}", "     ")


def write_agreed(page: Page, score: Score, question: str) -> None:
    """Who does it, by when, and the first move, as far as the room said."""
    words = page.words
    pick = pick_of(score.profile, question)
    assert pick is not None, "only asked of what was picked"
    agreed = (
        (words("Who"), pick.who),
        (words("By when"), pick.by),
        (words("First move"), pick.first_move),
    )
    for label, text in agreed:
        if text:
            page.text(f"{label}: {one_line(text)}", "     ")


def write_overloaded(page: Page, priorities: Priorities) -> None:
    """That fewer than usual may be picked, and why; nothing where that is not so."""
    if not priorities.overloaded:
        return
    words = page.words
    why = "; ".join(condition_words(term, words) for term in priorities.overloaded)
    page.text(
        words("There may be too much under way already, so fewer than usual: {why}.", why=why),
        "  ",
    )


def write_equal(page: Page, score: Score, priorities: Priorities) -> None:
    """What stands alike across a cut, group by group; nothing where nothing does."""
    for sentence in built_on_words(priorities, page.words):
        page.text(sentence, "  ")
    for sentence in equal_words(score, priorities, page.words):
        page.text(sentence, "  ")


def write_late_start(page: Page, score: Score, priorities: Priorities) -> None:
    """What speaks against the picks: none can start soon, or they are too many (§3.13)."""
    if none_can_start(score.profile):
        page.text(page.words("None of these can start {soon}: pick one that can."), "  ")
    if len(score.profile.priorities) > priorities.picks:
        page.text(page.words("That is more than can be carried at once: pick fewer."), "  ")


def write_strong(page: Page, score: Score, priorities: Priorities) -> None:
    """What stands strong, with the text that was reached; nothing where nothing does."""
    if priorities.keep:
        page.heading(page.words("What stands strong"))
    for question in priorities.keep:
        page.item(f"{question}  {page.say(score.questionnaire.questions[question].text)}")
        write_level(page, score, question, score.level(question), "    ")
        if question in priorities.find_evidence:
            backed = score.questions[question].backed
            assert backed is not None, "only said of what is backed at a lower level"
            level = written_number(backed, page.words)
            page.text(
                page.words("So it was answered; backed is level {level}.", level=level), "    "
            )


def write_lists(page: Page, report: GapReport) -> None:
    """Not now, keep, talk about first, find the evidence."""
    words, priorities = page.words, report.priorities
    later = words("Not now (leaving them is a decision)")
    if not priorities.picked:
        later = words("Not now, if the suggestions are followed (leaving them is a decision)")
    rows = (
        (later, priorities.not_now),
        (words("Keep: this stands strong"), priorities.keep),
        (words("Talk about or find out first"), priorities.discuss),
    )
    for title, questions in rows:
        if questions:
            page.heading(title)
        for question in questions:
            level = report.score.level(question)
            mark = level_mark(level, report.score.questions[question].state, words)
            text = page.say(report.score.questionnaire.questions[question].text)
            page.item(f"{question} {mark}  {text}{_unsettled(report.score, question, words)}")
    if priorities.find_evidence:
        page.heading(words("Find the evidence: answered higher than it is backed"))
        page.text(", ".join(priorities.find_evidence), "  ")


def _unsettled(score: Score, question: str, words: Words) -> str:
    """Why a question is talked about first: how far apart the roles are, or who would know."""
    result = score.questions[question]
    if result.disagreement:
        return f" {distance_words(score, question, words)}"
    answer = score.profile.answers.get(question)
    if result.state is State.UNKNOWN and answer is not None and answer.who_knows:
        return " " + words("(would know: {who})", who=one_line(answer.who_knows))
    return ""
