"""Limits and method: what the report rests on, so that it can be explained."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sdgassess import __version__
from sdgassess.document.blocks import (
    Block,
    Paragraph,
    heading,
    labelled,
    paragraph,
)
from sdgassess.document.runs import Run
from sdgassess.language import N_
from sdgassess.numbers import written_date
from sdgassess.phrases import labels
from sdgassess.phrases.levels import (
    BASES,
    SCOPES,
)
from sdgassess.report.gaps.edition import GapEdition
from sdgassess.report.scale import scale_line
from sdgassess.scoring.hearing import people_present, roles_heard
from sdgassess.text import one_line


def limits_part(edition: GapEdition) -> Iterator[Block]:
    """What the assessment is and is not, who took part, and by which rules it was scored."""
    words, score = edition.words, edition.score
    rules, profile = score.questionnaire, score.profile
    yield heading(words(labels.LIMITS))
    yield Paragraph((edition.say(rules.limits),))
    yield from participants_part(edition)
    if rules.scale:
        yield labelled(words(labels.SCALE), Run(scale_line(edition, rules)))
    day = written_date(profile.date, words)
    licence = labels.LICENCE_LINE
    if edition.against:
        licence = N_("Questionnaire and reference texts: {licence}")
    lines = (
        words(labels.QUESTIONNAIRE_LINE, id=one_line(rules.id), version=rules.version),
        words("Scope: {scope}", scope=words(SCOPES[profile.scope])),
        words(labels.BASIS_LINE, basis=words(BASES[score.basis])),
        words(labels.PROFILE_LINE, file=edition.file, date=day),
        words("Fingerprint of the profile: {mark}", mark=edition.digest[:16]),
        words(labels.MADE_WITH_LINE, version=__version__),
        words(licence, licence=one_line(rules.licence)),
    )
    yield paragraph(" · ".join(lines), small=True)


def participants_part(edition: GapEdition) -> Iterator[Block]:
    """Which roles took part, only with a yes to showing them (model.md: Consent)."""
    words, profile = edition.words, edition.profile
    if not profile.consent:
        yield paragraph(words("No role is shown: nobody agreed to it, or nobody was asked."))
        return
    titles = {role.id: edition.line(role.title) for role in edition.score.questionnaire.roles}
    counts = Counter(person.role for person in people_present(profile))
    roles = [
        f"{titles.get(role, one_line(role))}\N{NO-BREAK SPACE}({n})" for role, n in counts.items()
    ]
    roles = roles or [titles.get(role, one_line(role)) for role in roles_heard(profile)]
    if roles:
        yield labelled(words("Who took part"), Run(", ".join(roles)))
