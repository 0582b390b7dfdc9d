"""The program: its verbs, where each stands, and what its help says.

A verb's own file holds its options and what it does; it is loaded when the verb is asked for.
Help texts are marked here and translated in `sdgassess.cli.commands`, once the language is known.
"""

from __future__ import annotations

from typing import Annotated

import typer

from sdgassess import __version__
from sdgassess.cli.commands import Group, Verb
from sdgassess.cli.options import Debug, Lang
from sdgassess.language import N_


def _show_version(wanted: bool) -> None:
    """Print the version and stop."""
    if wanted:
        typer.echo(f"sdgassess {__version__}")
        raise typer.Exit


def _program_options(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help=N_("Show the version.")
        ),
    ] = False,
    lang: Lang = None,
    debug: Debug = False,
) -> None:
    """Hold the options that every verb shares."""


def _group_options(*, lang: Lang = None) -> None:
    """Hold the language where it is named before the inner verb."""


_QUESTIONNAIRE = Group(
    N_("List questionnaires, show one whole, compare two versions, or begin your own."),
    _group_options,
    {
        "list": Verb(
            "sdgassess.cli.verbs.questionnaire.list:run_questionnaire_list",
            N_("The questionnaires that ship."),
        ),
        "show": Verb(
            "sdgassess.cli.verbs.questionnaire.show:run_questionnaire_show",
            N_("One questionnaire whole: questions, anchors, rules and their reasons."),
        ),
        "diff": Verb(
            "sdgassess.cli.verbs.questionnaire.diff:run_questionnaire_diff",
            N_("What changed between two versions, and what that does to profiles."),
        ),
        "new": Verb(
            "sdgassess.cli.verbs.questionnaire.new:run_questionnaire_new",
            N_("Begin a questionnaire of your own: a small commented file that passes the check."),
        ),
    },
)

_REFERENCE = Group(
    N_("List references, or show one with every point and its source."),
    _group_options,
    {
        "list": Verb(
            "sdgassess.cli.verbs.reference.list:run_reference_list",
            N_("The references that ship."),
        ),
        "show": Verb(
            "sdgassess.cli.verbs.reference.show:run_reference_show",
            N_("One reference: every point with its bounds, confidence, date, quote and source."),
        ),
    },
)

PROGRAM = Group(
    N_(
        "Assess how a municipality governs its work with the SDGs / Agenda 2030.\n\n"
        "Start with `sdgassess demo`, or with `sdgassess assess` for your own municipality."
    ),
    _program_options,
    {
        "assess": Verb(
            "sdgassess.cli.verbs.assess:run_assess",
            N_(
                "The interview: start a profile, or go on where it stopped.\n\n"
                "Every answer is saved before the next question appears."
            ),
        ),
        "score": Verb(
            "sdgassess.cli.verbs.score:run_score",
            N_("Where you stand, on one screen, with what holds levels back."),
        ),
        "explain": Verb(
            "sdgassess.cli.verbs.explain:run_explain",
            N_("How a level came about, answer by answer, and the cheapest steps to raise it."),
        ),
        "gaps": Verb(
            "sdgassess.cli.verbs.gaps:run_gaps",
            N_("Hold a profile against references, point by point, and see what to work on."),
        ),
        "compare": Verb(
            "sdgassess.cli.verbs.compare:run_compare",
            N_("What moved from year to year, on what was asked alike; or profiles side by side."),
        ),
        "check": Verb(
            "sdgassess.cli.verbs.check:run_check",
            N_("Check profiles, questionnaires and references: every problem with its place."),
        ),
        "migrate": Verb(
            "sdgassess.cli.verbs.migrate:run_migrate",
            N_(
                "Take a profile over to a newer version of its questionnaire; nothing is "
                "dropped.\n\n"
                "Without --apply it is only said what would become of each answer."
            ),
        ),
        "schema": Verb(
            "sdgassess.cli.verbs.schema:run_schema",
            N_(
                "The JSON Schema of a format, or of the profiles of one questionnaire, for "
                "editors."
            ),
        ),
        "demo": Verb(
            "sdgassess.cli.verbs.demo:run_demo",
            N_("The whole tour on a made-up example, with the results kept in a folder."),
        ),
        "report": Verb(
            "sdgassess.cli.verbs.report.run:run_report",
            N_(
                "Print a gap report, a workshop poster, or years held against each other.\n\n"
                "The name after -o says the format: .pdf, .html, .docx or .md; .pptx makes "
                "slides, .ics a calendar of what was agreed; .xlsx and .csv hold the answers and "
                "figures as tables, .json what gaps or compare tell a program."
            ),
        ),
        "form": Verb(
            "sdgassess.cli.verbs.form:run_form",
            N_(
                "The questionnaire to fill in by hand: empty, or filled from a profile.\n\n"
                "Without -o it is a PDF in this folder."
            ),
        ),
        "target": Verb(
            "sdgassess.cli.verbs.target.run:run_target",
            N_(
                "What the room picked to work on: list it, set it, clear it.\n\n"
                "With only a FILE it lists the picks and the candidates. With an ID as well it "
                "picks that question, or changes its pick; three at most, in the questionnaire "
                "that ships:\n\n"
                "`sdgassess target 2026.yaml BUD2 --to 3 --by 2026-10-01`\n\n"
                "How the room sees a question is recorded too; given alone, that picks "
                "nothing:\n\n"
                "`sdgassess target 2026.yaml BUD2 --stake high --influence medium`\n\n"
                'An empty text, such as --who "", takes away what was said. Answers are never '
                "touched."
            ),
        ),
        "kit": Verb(
            "sdgassess.cli.verbs.kit:run_kit",
            N_(
                "Everything for a workshop in one folder: agenda, what to say, anchor sheets, "
                "voting cards, poster, slides, action sheet.\n\n"
                "For two hours, or with --half-day for half a day."
            ),
        ),
        "set": Verb(
            "sdgassess.cli.verbs.set.run:run_set",
            N_(
                "Record one answer, or name, date and people, without a sitting.\n\n"
                '`sdgassess set 2026.yaml POL3 3 --evidence "Minutes" --date 2026-01-15`\n\n'
                '`sdgassess set 2026.yaml --add "l School" --remove l2`\n\n'
                "With --undo the last change is taken back, to the byte."
            ),
        ),
        "invite": Verb(
            "sdgassess.cli.verbs.invite:run_invite",
            N_(
                "Write what people answer in alone, before a workshop: a page, a workbook or a "
                "form on paper each.\n\n"
                "`sdgassess invite 2026.yaml --to invitations --role l --each 3`\n\n"
                "Everybody who is invited becomes a participant of FILE, by a number such as l1."
            ),
        ),
        "merge": Verb(
            "sdgassess.cli.verbs.merge:run_merge",
            N_(
                "Take in what people answered alone, in any order, twice without harm.\n\n"
                "`sdgassess merge 2026.yaml returned/`\n\n"
                "Answers come in sealed: neither shown nor counted until --open, or the room, "
                "opens them all at once. Later ones wait until there are three more.\n\n"
                "What is doubtful is listed with its cell or line and left out."
            ),
        ),
        "questionnaire": _QUESTIONNAIRE,
        "reference": _REFERENCE,
    },
    {
        N_("Every year"): ("assess", "check", "score", "explain", "gaps", "target", "compare"),
        N_("Workshop and paper"): ("invite", "merge", "kit", "form", "set", "report", "demo"),
        N_("Authors and networks"): ("questionnaire", "reference", "migrate", "schema"),
    },
)
