"""The verbs that show what ships, or a file like it: questionnaires, references, schemas."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from sdgassess.cli.opening import named_questionnaire, value_of
from sdgassess.cli.terminal.streams import columns, print_json, print_page
from sdgassess.document.page import Page
from sdgassess.files.catalogue import shipped_questionnaires, shipped_references
from sdgassess.files.load import LoadedFile, load_reference, questionnaire_for
from sdgassess.files.read.schema import schema_of
from sdgassess.language import Words, choose
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.reference import Reference
from sdgassess.problem import (
    Fact,
    Problem,
    UsageRefused,
    Where,
)
from sdgassess.report.questionnaires.editor_schema import profile_schema_for
from sdgassess.report.questionnaires.references import reference_list_screen, reference_screen
from sdgassess.report.questionnaires.whole import questionnaire_screen

T = TypeVar("T")


def run_questionnaire_list(lang: str | None, as_json: bool) -> None:
    """List the questionnaires that ship, with the languages they are whole in."""
    found = [questionnaire_for(ref).value for ref in shipped_questionnaires()]
    listed = [one for one in found if one is not None]
    if as_json:
        rows = [_row(questionnaire) for questionnaire in listed]
        print_json({"format": "sdgassess/questionnaires/1", "questionnaires": rows})
        return
    page = Page(Words(choose(lang)), columns())
    for one in listed:
        title = page.say(one.title)
        questions, core = len(one.questions), len(one.question_ids(quick=True))
        said = page.words(
            "{title}: {questions} questions, {core} of them core; complete in {languages}",
            title=title,
            questions=questions,
            core=core,
            languages=", ".join(one.complete_languages) or "–",
        )
        page.pair(f"{one.id} {one.version}", said, 0, 0)
    print_page(page.lines)


def run_questionnaire_show(
    what: str | None, part: str | None, lang: str | None, as_json: bool
) -> None:
    """Show a questionnaire whole, or one part of it.

    Raises:
        InputRefused: there is no such questionnaire, or its file is broken.
        UsageRefused: it has no such part.
    """
    loaded = named_questionnaire(what)
    questionnaire = value_of(loaded)
    words = Words(choose(lang, None, None, questionnaire.complete_languages))
    part = _known_part(questionnaire, part)
    if as_json:
        print_json(_as_it_stands(loaded))
        return
    print_page(questionnaire_screen(questionnaire, words, columns(), part))


def run_reference_list(lang: str | None, as_json: bool) -> None:
    """List the references that ship."""
    references = [value_of(load_reference(name)) for name in shipped_references()]
    if as_json:
        rows = [_reference_row(reference) for reference in references]
        print_json({"format": "sdgassess/references/1", "references": rows})
        return
    print_page(reference_list_screen(references, Words(choose(lang)), columns()))


def run_reference_show(what: str, lang: str | None, as_json: bool) -> None:
    """Show one reference with every point and its source.

    Raises:
        InputRefused: there is no such reference, or its file is broken.
    """
    path = Path(what)
    by_path = path.suffix in (".yaml", ".yml") or path.is_file()
    loaded = load_reference(path if by_path else what)
    reference = value_of(loaded)
    questionnaire = value_of(questionnaire_for(reference.questionnaire, path.parent))
    words = Words(choose(lang, None, None, questionnaire.complete_languages))
    if as_json:
        print_json(_as_it_stands(loaded))
        return
    print_page(reference_screen(reference, questionnaire, words, columns()))


def run_schema(kind: str, of: str | None, lang: str | None) -> None:
    """Print a JSON Schema.

    Raises:
        InputRefused: there is no such questionnaire.
    """
    schema = schema_of(kind)
    if of is not None:
        questionnaire = value_of(named_questionnaire(of))
        language = choose(lang, None, None, questionnaire.complete_languages)
        schema = profile_schema_for(schema_of("profile"), questionnaire, language)
    print_json(schema)


def _as_it_stands(loaded: LoadedFile[T]) -> Any:
    """A file's own content, which is a JSON document as much as a YAML one."""
    assert loaded.source is not None, "only asked of files that were read"
    return loaded.source.data


def _row(questionnaire: Questionnaire) -> dict[str, Any]:
    """A questionnaire in a list."""
    return {
        "id": questionnaire.id,
        "version": questionnaire.version,
        "title": dict(questionnaire.title.words),
        "questions": len(questionnaire.questions),
        "core": len(questionnaire.question_ids(quick=True)),
        "complete_languages": list(questionnaire.complete_languages),
    }


def _reference_row(reference: Reference) -> dict[str, Any]:
    """A reference in a list."""
    return {
        "id": reference.id,
        "kind": reference.kind.value,
        "name": dict(reference.name.words),
        "dated": reference.dated,
        "points": len(reference.points),
    }


def _known_part(questionnaire: Questionnaire, part: str | None) -> str | None:
    """A node or question in whatever case it was typed."""
    if part is None:
        return None
    known = [*questionnaire.nodes, *questionnaire.questions]
    found = next((name for name in known if name.lower() == part.lower()), None)
    if found is None:
        facts: dict[str, Fact] = {"id": part, "near": tuple(questionnaire.factors)}
        raise UsageRefused(Problem("P506", Where(), facts))
    return found
