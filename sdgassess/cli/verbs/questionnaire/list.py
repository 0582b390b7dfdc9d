"""The verb that lists the questionnaires that ship."""

from __future__ import annotations

from typing import Any

from sdgassess.cli.language import spoken_language
from sdgassess.cli.opening import value_of
from sdgassess.cli.options import AsJson, Debug, Lang
from sdgassess.cli.terminal.streams import print_json, print_next, print_screen
from sdgassess.document.passage import passage_line
from sdgassess.document.screen import Row, Rows
from sdgassess.files.catalogue import shipped_questionnaires
from sdgassess.files.load import questionnaire_for
from sdgassess.language import Words
from sdgassess.model.questionnaire import Questionnaire


def run_questionnaire_list(
    *, lang: Lang = None, as_json: AsJson = False, debug: Debug = False
) -> None:
    """List the questionnaires that ship, with the languages they are whole in."""
    questionnaires = [value_of(questionnaire_for(ref)) for ref in shipped_questionnaires()]
    if as_json:
        rows = [_row(questionnaire) for questionnaire in questionnaires]
        print_json({"format": "sdgassess/questionnaires/1", "questionnaires": rows})
        return
    words = Words(spoken_language(lang))
    if questionnaires:
        listed = tuple(_listed(questionnaire, words) for questionnaire in questionnaires)
        print_screen((Rows(listed, stretch=1),))
        print_next(f"sdgassess questionnaire show {questionnaires[0].id}", words)


def _listed(questionnaire: Questionnaire, words: Words) -> Row:
    """A questionnaire on a line: its id and version, what it asks, in which languages."""
    summary = words(
        "{title}: {questions} questions, {core} of them core; complete in {languages}",
        title=passage_line(questionnaire.title, words.language),
        questions=len(questionnaire.questions),
        core=len(questionnaire.question_ids(quick=True)),
        languages=", ".join(questionnaire.complete_languages) or "–",
    )
    return Row((f"{questionnaire.id} {questionnaire.version}", summary))


def _row(questionnaire: Questionnaire) -> dict[str, Any]:
    """A questionnaire in a JSON list."""
    return {
        "id": questionnaire.id,
        "version": questionnaire.version,
        "title": dict(questionnaire.title.words),
        "questions": len(questionnaire.questions),
        "core": len(questionnaire.question_ids(quick=True)),
        "complete_languages": list(questionnaire.complete_languages),
    }
