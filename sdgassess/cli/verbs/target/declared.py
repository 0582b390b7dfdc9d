"""The declaration of `target`: its arguments, its options and their help."""

from __future__ import annotations

from typing import Annotated

import typer

from sdgassess.cli.help import SpokenCommand
from sdgassess.cli.options import (
    CONTEXT,
    AsJson,
    Debug,
    Lang,
    ProfileFile,
    QuestionnaireFile,
)
from sdgassess.language import N_

_WEIGHT = "high|medium|low"

QuestionId = Annotated[
    str | None,
    typer.Argument(metavar="[ID]", help=N_("The question to pick; without it, all are listed.")),
]
Target = Annotated[
    str | None,
    typer.Option(
        "--to",
        metavar="LEVEL",
        help=N_("The level to reach; without it, the next one worth having."),
    ),
]
Who = Annotated[
    str | None,
    typer.Option("--who", metavar="TEXT", help=N_("Who sees to it: a function, not a name.")),
]
ByWhen = Annotated[
    str | None, typer.Option("--by", metavar="TEXT", help=N_("By when: a date or words."))
]
FirstMove = Annotated[
    str | None, typer.Option("--first-move", metavar="TEXT", help=N_("What is done first."))
]
Stake = Annotated[
    str | None, typer.Option("--stake", metavar=_WEIGHT, help=N_("How much is at stake."))
]
Influence = Annotated[
    str | None,
    typer.Option("--influence", metavar=_WEIGHT, help=N_("How far you can influence it.")),
]
CanStart = Annotated[
    bool | None,
    typer.Option(
        "--can-start/--cannot-start",
        help=N_("Whether it can start within three months with the mandate in the room."),
    ),
]
Clear = Annotated[
    bool, typer.Option("--clear", help=N_("Take the pick out; without an ID, all of them."))
]
ClearJudgement = Annotated[
    bool,
    typer.Option(
        "--clear-judgement", help=N_("Take the judgement out; without an ID, all of them.")
    ),
]


def declare_target(app: typer.Typer) -> None:
    """Add the verb to the program."""
    app.command(
        cls=SpokenCommand,
        context_settings=CONTEXT,
        help=N_(
            "What the room picked to work on: list it, set it, clear it.\n\n"
            "With only a FILE it lists the picks and the candidates. With an ID as well it picks "
            "that question, or changes its pick; three at most, in the questionnaire that "
            "ships:\n\n"
            "`sdgassess target 2026.yaml BUD2 --to 3 --by 2026-10-01`\n\n"
            "How the room sees a question is recorded too; given alone, that picks nothing:\n\n"
            "`sdgassess target 2026.yaml BUD2 --stake high --influence medium`\n\n"
            'An empty text, such as --who "", takes away what was said. Answers are never touched.'
        ),
    )(target)


def target(
    file: ProfileFile,
    question: QuestionId = None,
    to: Target = None,
    who: Who = None,
    by: ByWhen = None,
    first_move: FirstMove = None,
    stake: Stake = None,
    influence: Influence = None,
    can_start: CanStart = None,
    clear: Clear = False,
    clear_judgement: ClearJudgement = False,
    questionnaire: QuestionnaireFile = None,
    lang: Lang = None,
    as_json: AsJson = False,
    debug: Debug = False,
) -> None:
    """Record or show what the room picked."""
    from sdgassess.cli.verbs.target.asked import Asked
    from sdgassess.cli.verbs.target.run import run_target

    said = Asked(file, question, to, who, by, first_move, stake, influence, can_start)
    run_target(
        said._replace(
            clear=clear,
            clear_judgement=clear_judgement,
            questionnaire=questionnaire,
            lang=lang,
            as_json=as_json,
        )
    )
