"""Words on a poster: cut to what can be read from some distance, levels with their figures."""

from __future__ import annotations

from sdgassess.language import Words
from sdgassess.model.question import Level, Text
from sdgassess.report.document import Run
from sdgassess.report.passage import passage
from sdgassess.report.poster_sheet import Rung
from sdgassess.report.written import written_number


def short_passage(text: Text, words: Words, longest: int) -> Run:
    """A questionnaire's text on one line, of at most so many characters."""
    run = passage(text, words)
    return run._replace(text=cut(run.text, longest))


def cut(text: str, longest: int) -> str:
    """A text of at most so many characters; a longer one ends after a whole word, with dots."""
    if len(text) <= longest:
        return text
    kept = text[: longest - 1]
    whole = kept.rsplit(" ", 1)[0] if " " in kept[longest // 2 :] else kept
    return whole.rstrip(" ,;:–-") + "…"


def rung(value: Level, words: Words) -> Rung:
    """A level with its figure."""
    return Rung(value, written_number(value, words))
