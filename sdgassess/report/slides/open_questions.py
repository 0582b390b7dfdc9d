"""Slides of what to talk about and what to find out before anything is chosen."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.analysis.agenda import to_talk_about
from sdgassess.analysis.conclusion import too_little
from sdgassess.document.passage import HOLE, around
from sdgassess.document.runs import Run, Runs
from sdgassess.document.slides import Points, Slide, SlideTable
from sdgassess.language import N_, Words
from sdgassess.model.profile import State
from sdgassess.phrases import labels
from sdgassess.phrases.questions import voices_between
from sdgassess.report.gaps.edition import GapEdition
from sdgassess.report.gaps.first_answers import people_to_ask

NOT_KNOWN_NOTE = N_("Not known is a finding too. Ask: who asks whom, and by when?")


_MOST = 5
"""So many questions a room can talk about in one sitting."""


def counted_title(title: str, every: int, shown: int, words: Words) -> str:
    """A title that counts more than its slide shows says how many are on it."""
    if shown == every:
        return title
    return words("{finding}, here {n} of them", finding=title, n=shown)


def disagreement_slide(edition: GapEdition) -> Iterator[Slide]:
    """The questions that roles see most differently; nothing where they agree."""
    words, score = edition.words, edition.score
    apart = [score.questions[question] for question in to_talk_about(score)]
    if not apart:
        return
    shown = apart[:_MOST]
    rows = tuple(
        ((edition.question(result.id),), (Run(voices_between(score, result.id, words)),))
        for result in shown
    )
    singular = "First talk about it: one question is seen differently"
    plural = "First talk about it: {n} questions are seen differently"
    yield Slide(
        counted_title(words.plural(singular, plural, len(apart)), len(apart), len(shown), words),
        SlideTable((words(labels.QUESTION), words(labels.LEVELS)), rows, (5, 1)),
        words(
            "Let the lowest and the highest say what they see; do not look for the middle. Ask "
            "for an example, and only then for a level."
        ),
    )


def ask_slide(edition: GapEdition) -> Iterator[Slide]:
    """Whom to ask next, where too little is known for anything else; nothing where enough is."""
    words = edition.words
    people = tuple(people_to_ask(edition)) if too_little(edition.score) else ()
    if people:
        yield Slide(words(labels.WHOM_TO_ASK_NEXT), Points(people), words(NOT_KNOWN_NOTE))


def unknown_slide(edition: GapEdition) -> Iterator[Slide]:
    """What nobody in the room knew, and who would know; nothing where all was known."""
    words, results = edition.words, edition.score.questions.values()
    unknown = [result for result in results if result.state is State.UNKNOWN]
    if not unknown:
        return
    singular = "First find out: nobody knew the answer to one question"
    plural = "First find out: nobody knew the answer to {n} questions"
    shown = unknown[:_MOST]
    title = words.plural(singular, plural, len(unknown))
    yield Slide(
        counted_title(title, len(unknown), len(shown), words),
        Points(tuple(_unknown(edition, result.id) for result in shown)),
        words(NOT_KNOWN_NOTE),
    )


def _unknown(edition: GapEdition, question: str) -> Runs:
    """A question, and who would know."""
    answer = edition.profile.answers.get(question)
    runs: Runs = (edition.question(question),)
    if answer is None or not answer.who_knows:
        return runs
    sentence = edition.words(labels.WHO_WOULD_KNOW_LINE, text=HOLE)
    return (*runs, Run(" "), *around(sentence, edition.written(answer.who_knows, edition.profile)))
