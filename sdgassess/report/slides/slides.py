"""The slides of one assessment: the finding, where it stands, what holds back, what to choose."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.analysis.conclusion import too_little
from sdgassess.document.slides import Slide, Slides
from sdgassess.phrases.levels import assessed_name
from sdgassess.report.gaps.edition import GapEdition
from sdgassess.report.gaps.front import who_was_assessed
from sdgassess.report.headline import headline, unheard_beside
from sdgassess.report.slides.choice import agreed_slide, candidates_slide
from sdgassess.report.slides.elsewhere import elsewhere_slide, own_way_slide
from sdgassess.report.slides.open_questions import ask_slide, disagreement_slide, unknown_slide
from sdgassess.report.slides.standing import holding_slides, standing_slides


def gap_slides(edition: GapEdition) -> Slides:
    """What a room is shown before it decides.

    Args:
        edition: the assessment with references and priorities.

    Returns:
        The slides; what there is nothing to say about has none, and without any answer there is
        the first alone.
    """
    profile, words = edition.profile, edition.words
    title = headline(edition.score, words)
    return Slides(
        title=title,
        subtitle=" · ".join(_subtitle(edition, title)),
        notes=words(
            "Say first: this is how we answered ourselves. It tells how the work is governed, not "
            "how sustainable {the_subject} is, and nobody is ranked."
        ),
        language=words.language,
        date=profile.date,
        slides=tuple(_slides(edition)) if edition.score.has_levels else (),
    )


def _subtitle(edition: GapEdition, title: str) -> Iterator[str]:
    """Who was assessed and when; who is still to be heard, where the title does not say it."""
    score, words = edition.score, edition.words
    yield assessed_name(edition.profile)
    yield who_was_assessed(score, words)
    yield from unheard_beside(title, score, words)


def _slides(edition: GapEdition) -> Iterator[Slide]:
    """Everything behind the first slide, in the order in which a room can take it in."""
    yield from ask_slide(edition)
    if edition.any_part_known or not too_little(edition.score):
        yield from standing_slides(edition)
    yield from holding_slides(edition)
    yield from own_way_slide(edition)
    yield from disagreement_slide(edition)
    yield from unknown_slide(edition)
    yield from elsewhere_slide(edition)
    yield from candidates_slide(edition)
    yield agreed_slide(edition)
