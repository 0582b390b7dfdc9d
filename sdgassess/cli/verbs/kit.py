"""The verb that writes everything for a workshop into a folder. Either all is written, or nothing.

Codes: P602 what it is written with is not installed.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from sdgassess.analysis.agenda import Why
from sdgassess.analysis.agenda import agenda as to_agree_on
from sdgassess.analysis.merge.opening import people_sealed
from sdgassess.analysis.picks import is_past
from sdgassess.cli.opening import OpenProfile, open_scored
from sdgassess.cli.options import (
    AsJson,
    Debug,
    IntoFolder,
    Lang,
    Overwrite,
    ProfilePath,
    QuestionnairePath,
)
from sdgassess.cli.output import refuse_existing, writer_for
from sdgassess.cli.printing import actions_bytes, anchors_bytes, gaps_bytes, poster_bytes
from sdgassess.cli.references import gap_report
from sdgassess.cli.shell import quoted
from sdgassess.cli.terminal.streams import print_json, print_next, print_text
from sdgassess.document.blocks import Look
from sdgassess.files.write.rights import rights_of
from sdgassess.files.write.writer import Content, write_into
from sdgassess.language import N_
from sdgassess.media.slides.file import SLIDE_PACKAGES
from sdgassess.model.profile import Profile, Status
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.package import install_command
from sdgassess.phrases.saving import SAVED
from sdgassess.problem import Fact, Problem, UsageRefused, Where
from sdgassess.report.edition import Edition
from sdgassess.report.results.kit import KitFile, kit_result
from sdgassess.scoring.score import Score

_NEEDS = {"typst": "typst", **SLIDE_PACKAGES}
"""What a kit is written with: the name that is imported, and the one that is installed."""

_TITLES = {
    "invitation": N_("the text for a mail"),
    "agenda": N_("the agenda, for everybody"),
    "facilitator": N_("what you say and do, for whoever leads"),
    "anchors": N_("a sheet of each {one_part} for the tables, A3"),
    "cards": N_("voting cards, two sets, to be cut"),
    "posters": N_("the poster, A3; a wall needs A1: {command}"),
    "tally": N_("the sheet to count on, without a computer"),
    "slides": N_("the slides, with what to say"),
    "actions": N_("what is agreed: who, by when, what first"),
}
"""What each kind of file is, in the order in which it is needed."""


def run_kit(
    *,
    file: ProfilePath,
    to: IntoFolder,
    half_day: Annotated[
        bool, typer.Option("--half-day", help=N_("For half a day; else for two hours."))
    ] = False,
    questionnaire: QuestionnairePath = None,
    force: Overwrite = False,
    lang: Lang = None,
    as_json: AsJson = False,
    debug: Debug = False,
) -> None:
    """Write everything for a workshop, and say what is what.

    Raises:
        InputRefused: the profile is broken or invalid.
        UsageRefused: what it is written with is not installed.
        WriteRefused: a file is there already, or something cannot be written.
    """
    opened, score = open_scored(file, "answered", questionnaire, lang)
    _refuse_without_packages()
    entries = _entries(opened, score, half_day=half_day)
    for name in entries if not force else ():
        refuse_existing(to / name, force=False)
    contents = {name: entry.content for name, entry in entries.items()}
    write_into(to, contents, rights_of([file]), force=force)
    language = opened.words.language
    if as_json:
        print_json(
            kit_result(
                [KitFile(str(to / name), entry.kind, language) for name, entry in entries.items()]
            )
        )
        return
    _say(opened, entries, to)
    print_next(_next(opened), opened.words)


class _Entry(NamedTuple):
    """A file to be written: what it is, and what it holds."""

    kind: str
    content: bytes


def _refuse_without_packages() -> None:
    """Refuse at once where something is missing that a part of the kit is written with (P602).

    Raises:
        UsageRefused: with all that is missing.
    """
    missing = [package for module, package in _NEEDS.items() if find_spec(module) is None]
    if missing:
        suffixes = sorted({".pdf" if package == "typst" else ".pptx" for package in missing})
        facts: dict[str, Fact] = {"suffix": ", ".join(suffixes), "package": ", ".join(missing)}
        facts["command"] = install_command(missing)
        raise UsageRefused(Problem("P602", Where(), facts))


def _entries(opened: OpenProfile, score: Score, *, half_day: bool) -> Mapping[str, _Entry]:
    """Every file by its name, in the order in which it is needed."""
    from sdgassess.media.pdf.cards import cards_pdf
    from sdgassess.report.form.form import FormWish
    from sdgassess.report.form.tables import SheetKind, sheet
    from sdgassess.report.invite.letter import letter
    from sdgassess.report.kit.agenda import agenda
    from sdgassess.report.kit.cards import voting_cards
    from sdgassess.report.kit.facilitator import facilitator_sheet

    rules, profile, words = opened.questionnaire, opened.profile, opened.words
    report, look = gap_report(score, opened, ()), Look()
    wish = FormWish(quick=profile.quick, profile=profile)
    headline = "finding" if profile.priorities else "question"
    pdf = writer_for(".pdf")
    edition = Edition(words, score)
    lead = facilitator_sheet(edition, half_day=half_day)
    asks = letter(rules, profile, (), words)
    return {
        "invitation.txt": _Entry("invitation", asks.encode()),
        "agenda.pdf": _Entry("agenda", pdf(agenda(edition, half_day=half_day), words)),
        "facilitator.pdf": _Entry("facilitator", pdf(lead, words)),
        "anchors.pdf": _Entry("anchors", anchors_bytes(rules, words, wish)),
        "cards.pdf": _Entry("cards", cards_pdf(voting_cards(rules, profile, words))),
        "poster.pdf": _Entry(
            "posters", _whole(poster_bytes(opened, report, ".pdf", look, headline=headline))
        ),
        "tally.pdf": _Entry("tally", pdf(sheet(rules, words, wish, SheetKind.TALLY), words)),
        "slides.pptx": _Entry("slides", _whole(gaps_bytes(opened, report, ".pptx", look))),
        "actions.pdf": _Entry("actions", _whole(actions_bytes(opened, report, ".pdf", look))),
    }


def _whole(content: Content) -> bytes:
    """A file that is made in one piece."""
    assert isinstance(content, bytes), "neither documents nor slides come in pieces"
    return content


def _next(opened: OpenProfile) -> str:
    """What comes next: to invite, to agree, to choose, or to print what was agreed."""
    rules, profile = opened.questionnaire, opened.profile
    if not profile.participants and rules.roles:
        return f"sdgassess invite {opened.typed} --to FOLDER"
    if _is_to_be_agreed_on(rules, profile):
        return f"sdgassess assess --agree {opened.typed}"
    if all(map(is_past, profile.priorities)):
        return f"sdgassess gaps {opened.typed}"
    return f"sdgassess report {opened.typed} --layout actions"


def _is_to_be_agreed_on(rules: Questionnaire, profile: Profile) -> bool:
    """Whether the room has work left: nothing recorded, answers sealed, or something disputed.

    What nobody knows, or few answered, may stay so once the room calls the assessment complete.
    """
    if people_sealed(profile):
        return True
    left = [why for _, why in to_agree_on(rules, profile, rules.question_ids(profile.quick))]
    if profile.status is Status.COMPLETE:
        return Why.DISPUTED in left
    return bool(left) or all(answer.level is None for answer in profile.answers.values())


def _say(opened: OpenProfile, entries: Mapping[str, _Entry], to: Path) -> None:
    """What each file is, and where they are."""
    words = opened.words
    larger = f"sdgassess report {opened.typed} --layout poster --paper a1"
    column = max(map(len, entries))
    for name, entry in entries.items():
        print_text(f"{name:<{column}}  {words(_TITLES[entry.kind], command=larger)}")
    print_text(words(SAVED, file=quoted(to)))
