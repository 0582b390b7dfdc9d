"""The workshop poster, composed: before the workshop a question, after it what was found.

Before it no conclusion is printed, and by default not even a level: people mark for themselves
where the municipality stands and where it should be. After it the finding is the headline, the
chosen questions come first, and what was agreed stands beside them (domain model §3.13, 3.15).
"""

from __future__ import annotations

from sdgassess import __version__
from sdgassess.analysis.priorities import Priorities
from sdgassess.document.figures import written_date
from sdgassess.document.passage import line_of
from sdgassess.document.poster import (
    Headline,
    Poster,
    PosterAgreement,
    PosterLabels,
)
from sdgassess.language import N_, Words
from sdgassess.phrases.levels import BASES, SCOPES, respondents
from sdgassess.report.poster.agreements import (
    Chosen,
    agreements,
    aims,
    chosen,
)
from sdgassess.report.poster.rows import cut, key, ladder_scale, pages, rows, short_passage
from sdgassess.scoring.score import Score
from sdgassess.text import one_line

MOST_AGREEMENTS = 3
"""More is not agreed on in one workshop (domain model §3.13, 4)."""

_MUNICIPALITY = 60
_FACTOR = 60
_FILE = 60

_BY_HAND = (
    N_("Mark where we are today, each on your own first. Then where we want to be."),
    N_("Put at most three dots each in the boxes: what matters most to those we are here for?"),
    N_("Agree on three things at most. One of them should start within three months."),
)
_PICK = (
    N_("These are suggestions that follow from the answers. Pick three at most, or others."),
    N_("Put at most three dots each in the boxes, then write down who does what by when."),
)
_FOLLOW_UP = (
    N_("Hang it where you meet. Write down who, by when and the first move where they are open."),
    N_("Take it out again in three months: is the first move made?"),
)
_MARKED = (
    N_("Read where we stand today. Do you recognise it? Mark where we want to be."),
    *_BY_HAND[1:],
)


def poster(  # noqa: PLR0913 - what a command line asks for, each with its name
    score: Score,
    priorities: Priorities,
    words: Words,
    headline: Headline = Headline.QUESTION,
    *,
    file: str = "",
    version: str = __version__,
) -> Poster:
    """Compose a poster.

    Args:
        score: the result.
        priorities: what follows from it, and what the room picked.
        words: the language.
        headline: the question that a workshop begins with, with or without today's levels, or
            what it found.
        file: the name of the profile's file, without its folder.
        version: the version of the tool.

    Returns:
        Everything on it; the writer adds no word.
    """
    shown = headline is not Headline.QUESTION
    found = chosen(score, priorities) if headline is Headline.FINDING else Chosen()
    scale = ladder_scale(score, words)
    every = rows(score, scale, aims(score, found, words), words, shown=shown)
    empty = (PosterAgreement(),) * MOST_AGREEMENTS
    return Poster(
        language=words.language,
        date=score.profile.date,
        headline=_headline(score, found, words, headline),
        subtitle=_subtitle(score, words),
        scale=scale,
        pages=pages(score, every),
        votes=not found.picked,
        agreements=agreements(score, found, words)[:MOST_AGREEMENTS] or empty,
        how_to=tuple(words(said) for said in _how_to(headline, found)),
        key=key(every, words, drawn=found.picked, shown=shown),
        footer=_footer(score, words, file, version, shown=shown),
        labels=_labels(found, words),
    )


def _headline(score: Score, found: Chosen, words: Words, headline: Headline) -> str:
    """The question, or a true sentence out of the result."""
    if headline is not Headline.FINDING:
        return words("Where do we begin?")
    if not found.candidates:
        if any(result.answered is not None for result in score.questions.values()):
            return words("The answers point to no next step")
        return words("Not assessed: no question has a level yet.").rstrip(".")
    names = " · ".join(_factors(score, found, words))
    if found.picked:
        return words("Here we begin: {factors}", factors=names)
    return words("Suggestions for where to begin: {factors}", factors=names)


def _factors(score: Score, found: Chosen, words: Words) -> tuple[str, ...]:
    """The factors of what was chosen, each once; what follows a dash in a name is left out."""
    factors = [score.questionnaire.factor_of[one.question] for one in found.candidates]
    full = [line_of(short_passage(factor.title, words, _FACTOR)) for factor in factors]
    return tuple(dict.fromkeys(name.split(" – ")[0] for name in full))


def _subtitle(score: Score, words: Words) -> str:
    """The municipality, the day, how many took part, how much was asked."""
    profile = score.profile
    one, many = "one participant", "{n} participants"
    there = respondents(profile)
    parts = (
        cut(one_line(profile.municipality.name), _MUNICIPALITY),
        written_date(profile.date, words),
        words.plural(one, many, there) if there else words("participants not noted"),
        words(SCOPES[profile.scope]),
    )
    return " · ".join(parts)


def _footer(score: Score, words: Words, file: str, version: str, *, shown: bool) -> str:
    """Which questionnaire, on which levels, which file, which tool."""
    ref = score.profile.questionnaire
    parts = (
        f"{one_line(ref.id)} {one_line(ref.version)}",
        words(BASES[score.basis]) if shown else "",
        cut(one_line(file), _FILE),
        f"sdgassess {version}",
    )
    return " · ".join(part for part in parts if part)


def _how_to(headline: Headline, found: Chosen) -> tuple[str, ...]:
    """What to do with the poster, in order."""
    if headline is Headline.MARKED:
        return _MARKED
    if not found.candidates:
        return _BY_HAND
    return _FOLLOW_UP if found.picked else _PICK


def _labels(found: Chosen, words: Words) -> PosterLabels:
    """The fixed words; what stands above the agreements says whose they are."""
    head = N_("What we agree on today")
    if found.candidates:
        head = N_("What we agreed on") if found.picked else N_("Suggestions: you pick")
    return PosterLabels(
        votes=words("Our votes"),
        steps=words("Steps"),
        agreements=words(head),
        we_will=words("We will"),
        who=words("Who"),
        by=words("By when"),
        first_move=words("First move"),
        how_to=words("How to do it"),
        logo=words("The municipality’s logo"),
    )
