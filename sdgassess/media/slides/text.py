"""Words on a slide: in their language, in the letters of their place."""

from __future__ import annotations

from collections.abc import Iterable

from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.text.text import TextFrame, _Paragraph

from sdgassess.document.runs import Run, Runs
from sdgassess.text import visible

_LANGUAGES = {
    "da": MSO_LANGUAGE_ID.DANISH,
    "sv": MSO_LANGUAGE_ID.SWEDISH,
    "en": MSO_LANGUAGE_ID.ENGLISH_UK,
}


def write_words(frame: TextFrame, text: str, language: str) -> None:
    """Write one line into a place for words; a long one is set smaller where it would not fit."""
    write_lines(frame, [(Run(text),)], language)
    frame.auto_size = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE


def write_lines(frame: TextFrame, lines: Iterable[Runs], language: str) -> None:
    """Write lines into a place for words, a paragraph each."""
    for number, runs in enumerate(lines):
        paragraph = frame.add_paragraph() if number else frame.paragraphs[0]
        _write_runs(paragraph, runs, language)


def _write_runs(paragraph: _Paragraph, runs: Runs, language: str) -> None:
    """Words that may change language or weight; a line that people broke stays broken."""
    for run in runs:
        for number, line in enumerate(run.text.split("\n")):
            if number:
                paragraph.add_line_break()
            written = paragraph.add_run()
            written.text = visible(line)
            written.font.language_id = _LANGUAGES[run.language or language]
            if run.strong:
                written.font.bold = True
