"""What things are called on pages and screens: columns, headings, what stands before a text."""

from __future__ import annotations

from sdgassess.language import N_

NOBODY_KNOWS = N_("Nobody knows.")
I_DO_NOT_KNOW = N_("I don’t know")
"""What stands before the parts of an answer."""


DISSENT_LINE = N_("Seen differently: {text}")
"""What stands before the parts of an answer."""

OVERSTATED_LINE = N_("Answered higher than it is backed: {questions}")
"""What stands before questions or patterns in a row."""


ANSWER = N_("Answer")
BEFORE = N_("Before")
BLOCK = N_("Block")
COMMENT = N_("Comment")
DATE = N_("Date")
DOCUMENTS = N_("Documents")
EVIDENCE = N_("Evidence")
GAPS = N_("Gaps")
VERDICT = N_("Verdict")
HERE_AT_HOME = N_("Here")
ID = N_("Id")
KIND = N_("Kind")
LEVEL = N_("Level")
LIST = N_("List")
NUMBER = N_("No.")
QUESTION = N_("Question")
QUOTE = N_("Quote")
RANGE = N_("Range")
REASON = N_("Reason")
REFERENCE = N_("Reference")
STATUS = N_("Status")
TARGET = N_("Target")
TEXT = N_("Text")
VOTES = N_("Votes")
WHAT = N_("What")
WHY = N_("Why")
YEARS = N_("Years")
PARTS = N_("{Many_parts}")
SUBJECTS = N_("{Many_subjects}")
PART = N_("{One_part}")
SUBJECT = N_("{One_subject}")
CANDIDATES = N_("Candidates")
ANSWERED_LEVEL = N_("Answered level")
BACKED_LEVEL = N_("Backed level")
INSTEAD_OF_A_LEVEL = N_("Instead of a level")
LEVEL_BEFORE_THE_CAP = N_("Level before the cap")
ONLY_BETTER_BACKED = N_("Only better backed")
QUESTIONS_WITH_A_LEVEL = N_("Questions with a level")
STEPS_BETWEEN_ROLES = N_("Steps between roles")
VOICES = N_("Voices")
LOWEST_VOICE = N_("Lowest voice")
HIGHEST_VOICE = N_("Highest voice")
STRONG_QUESTIONS = N_("Strong questions")
WHAT_THE_LEVEL_SAYS = N_("What the level says")
WHAT_THE_TARGET_SAYS = N_("What the target says")
WHY_NOT_COMPARABLE = N_("Why not comparable")
NUMBER_ON_THE_LIST = N_("Number on the list")
AS_ANSWERED = N_("As answered")
AGAINST_YEAR = N_("Against {year}")
"""Heads of columns, and of what is written beside each other."""

WE_WILL = N_("We will")
WHO = N_("Who")
WHO_BY_FUNCTION = N_("Who (a function)")
BY_WHEN = N_("By when")
FIRST_MOVE = N_("First move")
FIRST_MOVE_SOON = N_("First move, {soon}")
HOW_WE_WILL_KNOW = N_("How we will know")
WHO_LINE = N_("Who: {text}")
BY_WHEN_LINE = N_("By when: {text}")
FIRST_MOVE_LINE = N_("First move: {text}")
KNOWN_BY_LINE = N_("Known to be done when: {text}")
NOBODY_YET = N_("nobody yet")
TO_LEVEL = N_("To level {level}:")
AT_LEVEL = N_("Level {level}:")
REACHED_LEVEL = N_("Reached, level {level}:")
FROM_LEVEL_TO_LEVEL = N_("From level {here} to {there}:")
ID_TO_TARGET = N_("{id} to {target}")
QUESTION_TO_TARGET = N_("{question} from {level} to {target}")
PICKED_LINE = N_("Picked: {picks}.")
NO_LONGER_PICKED_LINE = N_("No longer picked: {id}")
JUDGED_LINE = N_("Judged: {id}")
CANDIDATES_IN_ORDER = N_("Candidates, in order: pick up to {n}")
PICKED = N_("picked")
SUGGESTED = N_("suggested")
"""What is agreed on a step: what, who, by when, how it begins and how it will be known."""

AGREED_BY_LINE = N_("Agreed by: {roles}.")
ANSWER_LINE = N_("Answer now: {answer}")
COMMENT_LINE = N_("Comment: {text}")
EVIDENCE_LINE = N_("Evidence: {titles}")
REASON_LINE = N_("Reason: {text}")
VOICES_LINE = N_("Voices: {voices}")
WHO_WOULD_KNOW_LINE = N_("Who would know: {text}")
WHAT_COUNTS_LINE = N_("What counts: {text}")
MARKED_AS_UNSURE = N_("Marked as unsure.")
ASK_WHOM = N_("(ask: {who})")
CORE = N_("(core question)")
"""What stands before the parts of an answer."""

FIRST_FIND_OUT_LINE = N_("First find out {questions}.")
FIRST_TALK_LINE = N_("First talk about {questions}.")
KEEP_AN_EYE_ON_LINE = N_("Keep an eye on {questions}.")
NOT_AGREED_LINE = N_("Not agreed: {questions}")
NOT_KNOWN_LINE = N_("Not known: {questions}")
PATTERNS_LINE = N_("Risk patterns: {patterns}")
UNKNOWN_IN_A_RULE_LINE = N_("Not known: {ids}.")
"""What stands before questions or patterns in a row."""

CANDIDATES_PICKED = N_("What the room picked")
EVERY_QUESTION = N_("Every question")
HOW_THE_LEVEL_COMES_ABOUT = N_("How the level comes about")
LEVELS_OF_QUESTIONS = N_("Levels of the questions")
LIMITS = N_("Limits and method")
NOT_KNOWN_ANY_MORE = N_("Not known any more")
ON_ONE_PAGE = N_("What matters most, on one page")
RISK_PATTERNS = N_("Risk patterns")
SCALE = N_("The scale")
STYLE = N_("Style (never good or bad)")
TALK_OR_FIND_OUT = N_("Talk about or find out first")
WHAT_WAS_AGREED = N_("{name}: what was agreed")
WHAT_WOULD_RAISE_IT = N_("What would raise it")
WHERE_IT_STANDS = N_("Where it stands")
"""Headings."""

BASIS_LINE = N_("Basis: {basis}")
LICENCE_LINE = N_("Questionnaire texts: {licence}")
MADE_WITH_LINE = N_("Made with sdgassess {version}")
PROFILE_LINE = N_("Profile: {file}, {date}")
QUESTIONNAIRE_LINE = N_("Questionnaire: {id} {version}")
"""What a result rests on, a line each."""

CONTEXT_QUESTION = N_("context question")
STYLE_AXIS = N_("style axis")
NOT_SCORED = N_("About the setting; not scored.")
"""Kinds of questions that carry no level."""

MORE_ROWS = N_("{n} more: --all")
MORE = N_("More")
NEXT = N_("Next")
"""Commands, by what they are for."""
