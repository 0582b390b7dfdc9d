"""The text that asks people to answer, to be pasted into a mail.

It says what a person must know before they answer: why they are asked, what to do, by when, who
reads it, when it is deleted, and that a mailed file may be asked for by others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sdgassess.language import N_, Words
from sdgassess.model.profile import Profile
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.phrases.levels import assessed_name
from sdgassess.report.form.front import PURPOSE
from sdgassess.report.invite.slots import has_units
from sdgassess.text import one_line

ROOM = "________"
"""What the sender fills in."""

_TO_ANSWER_IN = {
    "html": N_(
        "Attached is a page that ends in .html. Save it, open the saved file in a browser (Edge, "
        "Firefox, Chrome, Safari), and answer what you can. You can stop and go on later. At the "
        "end it saves a small file: send that one back. Nothing is installed, and the page itself "
        "sends nothing."
    ),
    "xlsx": N_(
        "Attached is a workbook that ends in .xlsx. Choose an answer in each row, save it under "
        "the same name, and send it back."
    ),
    "pdf": N_(
        "Attached is a form that ends in .pdf. Print it, put one cross at each question, and hand "
        "it in."
    ),
}
"""What to do with what is attached, by kind."""
_EITHER = N_("You need only one of these:")
_KEEP_ONE = N_(
    "[For you who send this: keep the paragraph about what you attach; delete the others and this "
    "line.]"
)


_SEND = N_("Send it back no later than {day}, to {address}.")
_HAND_IN = N_("Hand it in no later than {day}, to {address}.")
_EITHER_WAY = N_("Send it back, or hand it in, no later than {day}, to {address}.")


def letter(
    questionnaire: Questionnaire, profile: Profile, kinds: Collection[str], words: Words
) -> str:
    """The text, paragraph by paragraph, with room for what only the sender knows.

    Args:
        questionnaire: what is asked.
        profile: the assessment.
        kinds: what is attached: `html`, `xlsx`, `pdf`; none where only the sender knows.
        words: the language.
    """
    return "\n\n".join(_paragraphs(questionnaire, profile, kinds, words)) + "\n"


def _paragraphs(
    questionnaire: Questionnaire, profile: Profile, kinds: Collection[str], words: Words
) -> Iterator[str]:
    """What the text says, in the order in which people ask."""
    title = one_line(questionnaire.title.in_language(words.language)[0])
    yield words(
        "Subject: {name}: your answers to “{title}”", name=assessed_name(profile), title=title
    )
    yield words("Hello,")
    yield words(PURPOSE)
    if not kinds:
        yield words(_KEEP_ONE)
    if len(kinds) > 1:
        yield words(_EITHER)
    for kind, message in _TO_ANSWER_IN.items():
        if kind in kinds or not kinds:
            yield words(message)
    yield words(_way_back(kinds), day=ROOM, address=ROOM)
    yield words(
        "Choose the highest text that is wholly true as far as you know. “I don’t know” is an "
        "answer too. Write functions and units, never the names of people."
    )
    yield words(
        "Who reads it: {reader}. In the result nothing stands under your name; where few take "
        "part, others may still work out what you answered. What your role answered is shown only "
        "if everybody in it says yes to that.",
        reader=ROOM,
    )
    # It depends on no one who is invited: whoever invites more people gets the same text.
    if any(has_units(questionnaire, role) for role in questionnaire.roles):
        yield words(
            "Units are called A, B, C and so on; only the coordinator knows which is which."
        )
    yield words(
        "What you send is deleted when the result has been agreed, and no later than {day}.",
        day=ROOM,
    )
    yield words(
        "A file that is mailed is plain text. Others may ask to see it under the rules of access "
        "to documents."
    )
    yield words("Questions: {address}", address=ROOM)


def _way_back(kinds: Collection[str]) -> str:
    """How it comes back: a file is sent, paper is handed in."""
    if not kinds or ("pdf" in kinds and len(kinds) > 1):
        return _EITHER_WAY
    return _HAND_IN if "pdf" in kinds else _SEND
