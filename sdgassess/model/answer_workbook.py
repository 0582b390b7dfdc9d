"""The workbook that one person answers in: what its sheets, columns and rows are called.

Whoever writes such a workbook and whoever reads what comes back go by these names. Three sheets:
what the invitation was (`ABOUT_SHEET`, very hidden), what can be picked (`CHOICES_SHEET`, hidden,
nothing of it is read back), and the answers: the first sheet that is neither, whatever its tab
says. There a row belongs to the question whose id stands in its column `ID`; rows without an id,
such as heads, titles and hints, are for people. An answer begins with its mark: `3 – text`.
"""

from __future__ import annotations

from enum import IntEnum, StrEnum

WORKBOOK_FORMAT = "sdgassess/answer-workbook/1"
"""What such a workbook says under `format`."""

ABOUT_SHEET = "sdgassess_about"
"""Two columns, key and value, both text, from the first row on, in the order of `About`."""

CHOICES_SHEET = "sdgassess_choices"
"""What can be picked, each list in a column of its own."""


class About(StrEnum):
    """The keys of `ABOUT_SHEET`; what an assessment does not have has no row.

    `ID` is that of an answer file: `r-` and 32 hexadecimal digits. `DATE` is the profile's,
    `SCOPE` `full` or `quick`, `LANGUAGE` the one that marks and words are read in. `QUESTION`
    comes once for each row of the sheet, in the order from top to bottom: so rows that changed
    their places are noticed.
    """

    FORMAT = "format"
    ID = "id"
    QUESTIONNAIRE = "questionnaire"
    VERSION = "version"
    FINGERPRINT = "fingerprint"
    NAME = "name"
    COUNTRY = "country"
    CODE = "code"
    DATE = "date"
    GROUP = "group"
    SCOPE = "scope"
    SLOT = "slot"
    ROLE = "role"
    UNIT = "unit"
    LANGUAGE = "language"
    QUESTION = "question"


class AnswerColumn(IntEnum):
    """The columns of the sheet with the answers, counted from 0."""

    ID = 0
    QUESTION = 1
    ANSWER = 2
    REASON = 3
    COMMENT = 4
    EVIDENCE = 5
    DATE = 6


SHOW_BY_ROLE = "@by-role"
"""What stands in column `ID` of the row that asks whether answers may be shown by role."""

SHOW_COMMENTS = "@comments"
"""The same for whether comments may be shown; both are answered with `YES` or `NO`."""

YES = {"da": "ja", "sv": "ja", "en": "yes"}
NO = {"da": "nej", "sv": "nej", "en": "no"}

BETWEEN = " – "
"""What parts a mark from its words; marks are those of `Question.label`, and these two."""

UNKNOWN_MARK = "?"
NOT_APPLICABLE_MARK = "-"
