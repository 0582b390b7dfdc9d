"""The verb that lists the references that ship."""

from __future__ import annotations

from typing import Any

from sdgassess.cli.language import spoken_language
from sdgassess.cli.opening import value_of
from sdgassess.cli.options import AsJson, Debug, Lang
from sdgassess.cli.terminal.streams import print_json, print_next, print_screen
from sdgassess.files.catalogue import shipped_references
from sdgassess.files.load import load_reference
from sdgassess.language import Words
from sdgassess.model.reference import Reference
from sdgassess.report.questionnaires.references import reference_list_blocks


def run_reference_list(
    *, lang: Lang = None, as_json: AsJson = False, debug: Debug = False
) -> None:
    """List the references that ship."""
    references = [value_of(load_reference(name)) for name in shipped_references()]
    if as_json:
        rows = [_row(reference) for reference in references]
        print_json({"format": "sdgassess/references/1", "references": rows})
        return
    words = Words(spoken_language(lang))
    print_screen(reference_list_blocks(references, words))
    if references:
        print_next(f"sdgassess reference show {references[0].id}", words)


def _row(reference: Reference) -> dict[str, Any]:
    """A reference in a JSON list."""
    return {
        "id": reference.id,
        "kind": reference.kind.value,
        "name": dict(reference.name.words),
        "dated": reference.dated,
        "points": len(reference.points),
    }
