"""The page that one person answers in: one HTML file that works from a mail attachment, offline.

The only script is our own; the page's policy names it by its checksum, and lets nothing be fetched
or sent. Texts of a questionnaire or a profile come into the page as text, and what people write
goes from field to file as text: nothing of it is ever read as markup.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sdgassess.document.answer_page import (
    COMMENT_IF_ANY,
    EVIDENCE_DATE,
    EVIDENCE_TITLE,
    HOW_ALONE,
    WHY_NOT,
    AnswerPage,
)
from sdgassess.language import Words
from sdgassess.media.html.drafts import FORGET, FORGET_REALLY, FORGOTTEN, TAKEN_UP
from sdgassess.media.html.page import environment
from sdgassess.media.html.script import checksum, own_script, script_data

if TYPE_CHECKING:
    from markupsafe import Markup

MOST_LETTERS = 4_000
"""The longest comment or reason: a page of text."""

SHORTEST_LETTERS = 300
"""The longest title of what shows something."""

_SCRIPTS = ("answers/keeping.js", "answers/answers.js")
_STYLES = ("report.css", "answers/answers.css")


def answer_page_html(page: AnswerPage, words: Words) -> str:
    """The page as one HTML file.

    Args:
        page: what is asked of whom.
        words: the fixed words, in the page's language.

    Returns:
        The file's text, to be written as UTF-8. The same page gives the same text.
    """
    from markupsafe import Markup  # noqa: PLC0415 - comes with jinja2, which is heavy

    style = "\n".join(environment().get_template(name).render() for name in _STYLES)
    script = own_script(_SCRIPTS)
    template = environment().get_template("answers/answers.html.jinja")
    text = template.render(
        page=page,
        fixed=_fixed_words(words),
        data=_data(page, words),
        style=Markup(style),  # noqa: S704 - files of ours
        script=Markup(script),  # noqa: S704 - files of ours
        style_hash=checksum(style),
        script_hash=checksum(script),
        most=MOST_LETTERS,
        shortest=SHORTEST_LETTERS,
    )
    return f"{text}\n"


def _data(page: AnswerPage, words: Words) -> Markup:
    """What the script is told: the head of the file, and its sentences."""
    content = {
        "head": page.head,
        "key": f"sdgassess {_in_one_order(page.head)}",
        "file": page.file,
        "words": _spoken_words(words),
    }
    return script_data(content)


def _in_one_order(head: object) -> str:
    """The head as the key of a draft: the same for the same invitation."""
    return json.dumps(head, sort_keys=True, separators=(",", ":"))


def _fixed_words(words: Words) -> dict[str, str]:
    """What stands on every page."""
    return {
        "skip": words("Skip to the questions"),
        "needs_script": words(
            "This page must be opened in a browser. If it came with a mail, save it first and "
            "open the saved file in Edge, Firefox, Chrome or Safari; a preview keeps no answers."
        ),
        "not_kept": words(
            "This browser keeps nothing for this page. Before you close it, save your answers or "
            "a draft as a file, at the end of the page."
        ),
        "how": words(HOW_ALONE),
        "reason": words(WHY_NOT),
        "comment": words(COMMENT_IF_ANY),
        "add_evidence": words("Add what shows it"),
        "evidence_title": words(EVIDENCE_TITLE),
        "evidence_kind": words("What it is"),
        "evidence_date": words(EVIDENCE_DATE),
        "evidence_ref": words("Where it is found"),
        "remove_evidence": words("Remove it"),
        "take_back": words("Take the answer back"),
        "sending": words("Hand back"),
        "sending_note": words(
            "Your answers are saved as a small file, where your browser puts what it downloads. "
            "Send that file to whoever invited you. The page itself sends nothing."
        ),
        "problems": words("Before the file can be saved:"),
        "save": words("Save my answers as a file"),
        "going_on": words("Go on later, or on another computer"),
        "going_on_note": words(
            "What you fill in is kept in this browser, on this computer, until you delete it. To "
            "go on elsewhere, save a draft and open it there in this same page."
        ),
        "save_draft": words("Save a draft as a file"),
        "open_draft": words("Open a draft"),
        "forget": words(FORGET),
        "next": words("Next open one"),
    }


def _spoken_words(words: Words) -> dict[str, str]:
    """What the script says; `{name}` is filled in by it."""
    return {
        "progress": words("{n} of {all} answered", n="{n}", all="{all}"),
        "draft_kept": words("Kept in this browser, not sent yet."),
        "not_kept": words("Not kept: this browser keeps nothing for this page. Save a draft."),
        "taken_up": words(TAKEN_UP),
        "opened": words("Opened: {file}", file="{file}"),
        "draft_saved": words("Draft saved as {file}, where downloads go.", file="{file}"),
        "handed_over": words(
            "Saved as {file}, where downloads go. Send it to whoever invited you.", file="{file}"
        ),
        "still_open": words("Open questions: {n}. That is fine.", n="{n}"),
        "too_large": words("The answers have become too long for one file. Shorten the comments."),
        "not_a_file": words("This is no file with answers, so nothing was opened."),
        "other_page": words(
            "These answers belong to another invitation or assessment, so nothing was opened."
        ),
        "replace": words("Put what is in the file in the place of what stands on this page?"),
        "forget": words(FORGET_REALLY),
        "forgotten": words(FORGOTTEN),
        "bad_date": words("{id}: the date must be a year, a month or a day.", id="{id}"),
        "no_reason": words("{id}: say why it does not apply.", id="{id}"),
        "no_answer": words(
            "{id}: you wrote something and chose no answer. “I don’t know” is one.", id="{id}"
        ),
        "nothing_answered": words(
            "Nothing is answered yet, so there is nothing to send. “I don’t know” is an answer "
            "too."
        ),
    }
