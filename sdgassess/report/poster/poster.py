"""The workshop poster, composed: before the workshop a question, after it what was found.

Before it no conclusion is printed, and by default not even a level: people mark for themselves
where the municipality stands and where it should be. After it the finding is the headline, the
chosen questions come first, and what was agreed stands beside them (model.md: Priorities).
"""

from __future__ import annotations

from sdgassess import __version__
from sdgassess.analysis.conclusion import is_inconclusive, too_little
from sdgassess.analysis.picks import is_past
from sdgassess.document.margins import LOGO
from sdgassess.document.passage import line_of
from sdgassess.document.poster import Headline, Poster, PosterLabels
from sdgassess.language import N_
from sdgassess.model.profile import PickStatus
from sdgassess.numbers import small_number, written_date
from sdgassess.phrases import labels
from sdgassess.phrases.candidates import STAND_ALIKE
from sdgassess.phrases.levels import BASES, SCOPES, assessed_name, respondents
from sdgassess.phrases.references import way_in_short
from sdgassess.phrases.terms import footer_of
from sdgassess.report.finding import reservation
from sdgassess.report.headline import headline
from sdgassess.report.poster.agreements import agreements
from sdgassess.report.poster.edition import PosterEdition, cut
from sdgassess.report.poster.rows import key, pages, rows
from sdgassess.report.poster.scale import ladder_scale
from sdgassess.text import one_line

_MUNICIPALITY = 60
_FACTOR = 60
_FILE = 60
_RESERVED = 140
"""How long a headline may be, in characters, so that it stands on two lines."""
_LINE = 24
"""How long a line to write a name or a day on is, in characters."""

_BY_HAND = (
    N_("Mark where we are today, each on your own first. Then where we want to be."),
    N_("Put at most {few_dots} each in the boxes: what matters most to those we are here for?"),
    N_("Agree on {few_things} at most. One of them should start {soon}."),
)
_PICK = (
    N_(
        "These are suggestions that follow from the answers. Pick {some_picks} at most, or others."
    ),
    N_("Put at most {few_dots} each in the boxes, then write down who does what by when."),
)
_FOLLOW_UP = (
    N_("Hang it where you meet. Write down who, by when and the first move where they are open."),
    N_("Take it out again {later_on}: has the first move been made?"),
)
_MARKED = (
    N_("Read where we stand today. Do you recognise it? Mark where we want to be."),
    *_BY_HAND[1:],
)


def poster(edition: PosterEdition, *, file: str = "", version: str = __version__) -> Poster:
    """Compose a poster.

    Args:
        edition: the score, what was chosen, and how much of it is shown.
        file: the name of the profile's file, without its folder.
        version: the version of the tool.

    Returns:
        Everything on it; the writer adds no word.
    """
    words, scale = edition.words, ladder_scale(edition)
    ladder = rows(edition, scale)
    advised = small_number(edition.priorities.agreements, words)  # fewer where much is under way
    return Poster(
        language=words.language,
        date=edition.score.profile.date,
        headline=_headline(edition),
        subtitle=_subtitle(edition),
        scale=scale,
        pages=pages(edition.score, ladder, edition.most_rows),
        votes=not edition.chosen.picked,
        agreements=agreements(edition),
        how_to=tuple(words(advice, some_picks=advised) for advice in _how_to(edition)),
        key=key(edition, ladder),
        footer=_footer(edition, file, version),
        labels=_labels(edition),
        own_way=_own_way(edition),
    )


def _headline(edition: PosterEdition) -> str:
    """The question, or a true sentence out of the result; as firm as what is known allows."""
    words = edition.words
    if edition.headline is not Headline.FINDING:
        return words("Where do we begin?")
    reserved = reservation(edition.score, words)
    if reserved is None and is_inconclusive(edition.score):
        reserved = headline(edition.score, words)
    has_rules = edition.score.questionnaire.priorities is not None
    if reserved is not None and has_rules and not edition.chosen.picked:
        return cut(reserved, _RESERVED)
    if not edition.chosen.candidates:
        if alike := edition.priorities.first_alike:
            return words(STAND_ALIKE, n=len(alike)).rstrip(".")
        if not has_rules or edition.priorities.candidates:
            return words("Where do we begin?")
        return words("The answers point to no next step")
    names = " · ".join(_factors(edition))
    message = N_("Suggestions for where to begin: {factors}")
    if edition.chosen.picked:
        picks = edition.score.profile.priorities
        dropped = any(pick.status is PickStatus.DROPPED for pick in picks)
        nothing = N_("Nothing we agreed on is open")
        nothing = nothing if dropped else N_("What we agreed on is reached")
        message = N_("Here we begin: {factors}") if names else nothing
    return words(message, factors=names)


def _own_way(edition: PosterEdition) -> str:
    """One's own way of working and how many of its conditions are there, after the workshop."""
    way = edition.own_way
    if way is None or edition.headline is not Headline.FINDING:
        return ""
    return way_in_short(way, edition.words)


def _factors(edition: PosterEdition) -> tuple[str, ...]:
    """The factors of what is still ahead, each once; what follows a dash in a name is left out."""
    factor_of = edition.score.questionnaire.factor_of
    past = {pick.question for pick in edition.score.profile.priorities if is_past(pick)}
    ahead = (
        chosen
        for chosen in edition.chosen.candidates
        if not chosen.is_reached and chosen.question not in past
    )
    factors = [factor_of[candidate.question] for candidate in ahead]
    names = [line_of(edition.short(factor.title, _FACTOR)) for factor in factors]
    return tuple(dict.fromkeys(name.split(" – ")[0] for name in names))


def _subtitle(edition: PosterEdition) -> str:
    """The municipality, the day, how many took part, how much was asked."""
    words, profile = edition.words, edition.score.profile
    if not profile.municipality.name:
        return words("{One_subject}: {line}   Date: {line}", line="_" * _LINE)
    people = respondents(profile)
    singular, plural = "one participant", "{n} participants"
    parts = (
        cut(assessed_name(profile), _MUNICIPALITY),
        written_date(profile.date, words),
        words.plural(singular, plural, people) if people else words("participants not noted"),
        *(() if too_little(edition.score) else (words(SCOPES[profile.scope]),)),
    )
    return " · ".join(parts)


def _footer(edition: PosterEdition, file: str, version: str) -> str:
    """Which questionnaire, on which levels, which file, which tool."""
    ref = edition.score.profile.questionnaire
    parts = (
        f"{one_line(ref.id)} {one_line(ref.version)}",
        edition.words(BASES[edition.score.basis]) if edition.with_levels else "",
        cut(one_line(file), _FILE),
        f"sdgassess {version}",
    )
    text = " · ".join(part for part in parts if part)
    return footer_of(text, edition.score.questionnaire, edition.words)


def _how_to(edition: PosterEdition) -> tuple[str, ...]:
    """What to do with the poster, in order."""
    if edition.headline is Headline.MARKED:
        return _MARKED
    if not edition.chosen.candidates:
        return _MARKED if edition.with_levels and edition.score.has_levels else _BY_HAND
    return _FOLLOW_UP if edition.chosen.picked else _PICK


def _labels(edition: PosterEdition) -> PosterLabels:
    """The fixed words; what stands above the agreements says whose they are."""
    words, chosen = edition.words, edition.chosen
    head = N_("What we agree on today")
    if chosen.candidates:
        head = N_("What we agreed on") if chosen.picked else N_("Suggestions: you pick")
    return PosterLabels(
        votes=words("Our votes"),
        steps=words("Steps"),
        agreements=words(head),
        we_will=words(labels.WE_WILL),
        who=words(labels.WHO),
        by=words(labels.BY_WHEN),
        first_move=words(labels.FIRST_MOVE),
        how_to=words("How to do it"),
        logo=words(LOGO),
    )
