"""The verb that explains a level."""

from __future__ import annotations

from sdgassess.cli.opening import Asked, scored
from sdgassess.cli.terminal.streams import columns, print_json, print_page
from sdgassess.problem import (
    Fact,
    Problem,
    UsageRefused,
    Where,
)
from sdgassess.report.explain.screen import explain_screen, explainable
from sdgassess.report.results.scores import explain_result
from sdgassess.scoring.score import Score


def run_explain(asked: Asked, about: str | None) -> None:
    """Explain a factor, question or pattern of a profile; everything where none is named.

    Raises:
        UsageRefused: the id is none of the questionnaire's; the nearest ones are named.
    """
    opened, result = scored(asked)
    about = known_id(result, about)
    if asked.as_json:
        print_json(explain_result(result, opened.file, about))
        return
    print_page(explain_screen(result, opened.words, columns(), about))


def known_id(result: Score, about: str | None) -> str | None:
    """What somebody typed as an id: in any case, or a title in any language."""
    if about is None:
        return None
    names = explainable(result)
    found = names.get(about.lower())
    if found is None:
        from difflib import get_close_matches

        near = [names[name] for name in get_close_matches(about.lower(), names, 4)]
        rules = result.questionnaire
        others = [*rules.factors, *(p.id for p in rules.patterns), *(a.id for a in rules.style)]
        facts: dict[str, Fact] = {"id": about, "near": tuple(dict.fromkeys(near or others))}
        raise UsageRefused(Problem("P506", Where(), facts))
    return found
