"""Nothing asks for what is done: to talk about what is agreed, to pick what is picked.

A law over random rooms, in every language: what a room has settled is told as settled on every
screen and page. The sentences that ask are taken from the catalogue, so that a new wording counts.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

import pytest
from hypothesis import given

from sdgassess.document.blocks import Look
from sdgassess.document.passage import HOLE
from sdgassess.language import LANGUAGES, Words
from sdgassess.model.profile import Agreement, Answer, PickStatus, Priority, Profile, State, Voice
from sdgassess.phrases import labels
from sdgassess.phrases.terms import words_about
from sdgassess.report.edition import Edition
from sdgassess.report.explain.screen import explain_blocks
from sdgassess.report.gaps.report import gap_report_document
from sdgassess.report.gaps.targets import TargetReport, targets_blocks
from sdgassess.report.screens.explain import factor_blocks
from sdgassess.report.screens.gaps import gaps_blocks
from sdgassess.report.screens.score import score_blocks
from sdgassess.report.slides.slides import gap_slides
from tests.given.chance import seeded
from tests.given.documents import every_text
from tests.given.gap_reports import edition
from tests.given.profiles import assessed, heard
from tests.given.questionnaires import nordic
from tests.given.random_profiles import answered_throughout
from tests.given.screens import text_of_screen
from tests.given.slow import quickly_in

TO_TALK = (
    labels.FIRST_TALK_LINE,
    labels.NOT_AGREED_LINE,
    "The voices are far apart: talk about it first.",
    "The voices are far apart: talk about it.",
    "Voices go from {low} to {high}: talk about it first.",
    "Roles are {steps} apart, voices go from {low} to {high}: talk about it first.",
    "Roles come to the same level, voices go from {low} to {high}: talk about it first.",
    "A disagreement is neither a gap nor a priority: talk about it first.",
    "Talk about these first",
)
TO_PICK = (
    "Choose up to {n}",
    labels.CANDIDATES_IN_ORDER,
    "Where do you begin? Choose up to {n}",
    "That is more than can be carried at once: pick fewer.",
    "None of these can start {soon}: pick one that can.",
    "{id}: {by} was over before the assessment.",
    "Suggested to work on now, for the room to pick",
)
NUMBER = "\N{REPLACEMENT CHARACTER}"
SLOTS = {
    **dict.fromkeys(("n", "low", "high", "steps"), NUMBER),
    **dict.fromkeys(("questions", "id", "by", "soon"), HOLE),
}


def patterns(messages: tuple[str, ...], words: Words) -> dict[str, re.Pattern[str]]:
    """What each message looks like on a page, whatever numbers and names it holds."""
    texts = {message: re.escape(words(message, **SLOTS)) for message in messages}
    return {
        message: re.compile(text.replace(NUMBER, r"\d+").replace(HOLE, ".{1,80}?"), re.IGNORECASE)
        for message, text in texts.items()
    }


def settled(room: Profile) -> Profile:
    """The room after it agreed on everything it saw differently."""
    answers = {
        question: answer
        if not answer.voices
        else dataclasses.replace(answer, level=2, state=None, agreed=Agreement(("coordinator",)))
        for question, answer in room.answers.items()
    }
    return room._replace(answers=answers)


def pages(room: Profile, language: str) -> Iterator[str]:
    """Every screen and page on which a room is asked for something."""
    held = edition(nordic(), room, language)
    words, score = held.words, held.score
    screen = Edition(words, score)
    screens = [
        score_blocks(screen, None, "p.yaml"),
        gaps_blocks(Edition(words, held.subject), "p.yaml"),
        tuple(targets_blocks(Edition(words, TargetReport(score, held.priorities)))),
        explain_blocks(screen, None, "p.yaml"),
        *(factor_blocks(screen, factor, "p.yaml") for factor in score.factors),
        *(explain_blocks(screen, question, "p.yaml") for question in score.questions),
    ]
    yield from (" ".join(text_of_screen(each).split()) for each in screens)
    yield from every_text(gap_report_document(held, Look()))
    for slide in gap_slides(held).slides:
        yield slide.title


def asking(room: Profile, messages: tuple[str, ...], language: str) -> set[str]:
    """The messages that a room's screens and pages hold."""
    text = "\n".join(pages(room, language))
    looks = patterns(messages, words_about(nordic(), language))
    return {message for message, look in looks.items() if look.search(text)}


@pytest.mark.parametrize("language", quickly_in("da"))
@given(room=seeded(answered_throughout))
def test_nothing_asks_to_talk_about_what_is_agreed(language: str, room: Profile) -> None:
    assert not asking(settled(heard(room)), TO_TALK, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_before_that_it_is_asked(language: str) -> None:
    """The stems are those that pages hold, so that the law above can fail."""
    far_apart = tuple(Voice(role, level) for role, level in (("executive", 0), ("coordinator", 3)))
    room = assessed(2)
    answers = {**room.answers, "LED2": Answer(voices=far_apart)}
    asked_for = asking(room._replace(answers=answers), TO_TALK, language)
    assert len(asked_for) >= 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_to_be_talked_about_is_not_to_be_found_out_as_well(language: str) -> None:
    """The room noted that nobody knows, and those who answered alone stand far apart."""
    far_apart = tuple(Voice(role, level) for role, level in (("executive", 0), ("coordinator", 3)))
    room, words = assessed(2), words_about(nordic(), language)
    answers = {
        **room.answers,
        "LED2": Answer(state=State.UNKNOWN, voices=far_apart),
        "POL1": Answer(state=State.UNKNOWN),
    }
    held = edition(nordic(), room._replace(answers=answers), language)
    screen = " ".join(text_of_screen(gaps_blocks(Edition(words, held.subject), "p.yaml")).split())
    assert words(labels.FIRST_TALK_LINE, questions="LED2") in screen
    assert words(labels.FIRST_FIND_OUT_LINE, questions="POL1") in screen
    paragraphs = every_text(gap_report_document(held, Look()))
    named = {key: words.quoted(held.line(nordic().questions[key].text)) for key in answers}
    assert words(labels.FIRST_TALK_LINE, questions=named["LED2"]) in paragraphs
    assert words(labels.FIRST_FIND_OUT_LINE, questions=named["POL1"]) in paragraphs


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("status", [None, PickStatus.DONE, PickStatus.DROPPED])
def test_nothing_asks_to_pick_what_is_picked(language: str, status: PickStatus | None) -> None:
    picks = [
        Priority(question, 2, by="2020-01-01", status=status)
        for question in ("LED2", "CORE1", *(("BUD1", "POL1", "SAM1") if status else ()))
    ]
    room = assessed(1, picks)
    late = (TO_PICK[5],) if status is None else ()
    assert not asking(room, tuple(each for each in TO_PICK if each not in late), language)
    assert asking(assessed(1), TO_PICK, language)
