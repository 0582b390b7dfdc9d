"""The verb that explains a level."""

from __future__ import annotations

from sdgassess.cli.opening import Opened
from sdgassess.cli.scored import Asked, scored
from sdgassess.cli.streams import columns, print_json, print_page
from sdgassess.problem import Fact, Problem, UsageRefused, Where
from sdgassess.report.explain_screen import explain_screen
from sdgassess.report.results import explain_result


def run_explain(asked: Asked, about: str | None) -> None:
    """Explain a factor, question or pattern of a profile; everything where none is named.

    Raises:
        UsageRefused: the id is none of the questionnaire's; the nearest ones are named.
    """
    opened, result = scored(asked)
    about = known_id(opened, about)
    if asked.as_json:
        print_json(explain_result(result, opened.file, about))
        return
    print_page(explain_screen(result, opened.words, columns(), about))


def known_id(opened: Opened, about: str | None) -> str | None:
    """An id of the questionnaire, in whatever case it was typed."""
    if about is None:
        return None
    rules = opened.questionnaire
    known = [*rules.nodes, *rules.questions, *(pattern.id for pattern in rules.patterns)]
    found = next((name for name in known if name.lower() == about.lower()), None)
    if found is None:
        from difflib import get_close_matches  # noqa: PLC0415 - only for a slip of the finger

        near = get_close_matches(about.upper(), known, 3) or get_close_matches(about, known, 3)
        facts: dict[str, Fact] = {"id": about, "near": tuple(near or list(rules.factors))}
        raise UsageRefused(Problem("P506", Where(), facts))
    return found
