"""What `?` shows at a question: what counts, what shows it, the usual keys; `??` every key."""

from __future__ import annotations

from sdgassess.interview.state.phases import AtQuestion
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.question import allowed, voices_example
from sdgassess.language import N_
from sdgassess.model.question import Question
from sdgassess.phrases import labels
from sdgassess.phrases.choosing import IN_ORDER, choosing_rule, passed_in_order
from sdgassess.text import one_line

_KEYS = (
    ("u", N_("nobody here knows; then: who would know?")),
    ("-", N_("does not apply; then: why? Something that is missing is {lowest_level}, not this")),
    ("s", N_("later: the question comes again at the end")),
    ("f", N_("marks the answer as unsure, for a second look; once more takes the mark away")),
    ("c", N_("a comment, on the same line or the next; added to what is there")),
    ("e", N_("evidence: o oral, d document, i document in use; title; date as 2026-03-12")),
    (
        "c {id}",
        N_("and words: a comment on another question, such as the one before; e {id}: evidence"),
    ),
    (
        "2 …",
        N_(
            "words behind an answer are kept with it: a comment, why not, who would know; "
            "or f, c, e"
        ),
    ),
    ("{id} 2", N_("answers that question from here, as if you had gone to it")),
    ("b", N_("one question back; > one forward; nothing is changed")),
    ("g", N_("and an id: go to that question or part; g ! goes to the first open question")),
    ("o", N_("every question with its answer; o and a part: its questions in words")),
    ("r", N_("show the question again")),
    ("x", N_("clear this answer, as if the question had not been touched")),
    ("z", N_("take back the last change")),
    (
        "w",
        N_(
            "who is here; w and an id: who answers; w + and a letter adds somebody, "
            "w - and an id takes somebody away"
        ),
    ),
    ("l", N_("and da, sv or en: another language")),
    ("h", N_("hides the line of keys below each screen, or shows it again")),
    ("q", N_("save and stop; q, b and ? alone work in free text too, also as :q, :b and :?")),
    ("Enter", N_("keep the answer; without one, skip the question for now. Never {lowest_level}")),
)

_LAST_YEAR = (
    ("v", N_("last year's answer, once this year's is given; where they differ, then: why?")),
    ("k", N_("keep last year's evidence and comment with this year's answer")),
)
"""The keys that are there only where a profile began from last year's."""


_ROOM_KEYS = (
    (
        "{voices}",
        N_("voices in one line: role letter and level, several with commas; u unknown, - n/a"),
    ),
    ("a", N_("each one who is here answers in turn, unseen; then all voices are laid out")),
)


def help_at_question(sitting: Sitting, question: Question) -> Sitting:
    """The sitting with guidance, evidence hint, the rule and the usual keys said."""
    words, setting = sitting.setting.words, sitting.setting
    if question.guidance:
        counts = setting.spoken(question.guidance)
        sitting = sitting.saying(words(labels.WHAT_COUNTS_LINE, text=counts))
    if question.evidence_hint:
        hint = setting.spoken(question.evidence_hint)
        sitting = sitting.saying(words("What would show it: {text}", text=hint))
    sitting = sitting.saying(words(choosing_rule(question)))
    for part in setting.questionnaire.parts_around(question.id):
        if passed_in_order(part):
            title = one_line(setting.spoken(part.title))
            sitting = sitting.saying(words(IN_ORDER, part=title))
    answer = sitting.assessed.answers.get(question.id)
    return sitting.staying().allowing(allowed(sitting, question, answer, helped=True))


def keys_at_question(sitting: Sitting, question: Question) -> Sitting:
    """The sitting with every key said."""
    words, setting = sitting.setting.words, sitting.setting
    example = _other(sitting, question)
    several = len(sitting.assessed.participants) > 1
    room, before = _ROOM_KEYS if several else (), _LAST_YEAR if setting.last_year else ()
    for key, meaning in (*_KEYS, *before, *room):
        if key == "w" and not setting.questionnaire.roles:
            continue  # nobody can be named as present
        label = key.format(id=example, voices=voices_example(sitting, question))
        sitting = sitting.saying(words(meaning, id=example), f"{label}  ")
    return sitting.staying()


def _other(sitting: Sitting, question: Question) -> str:
    """The question before this one on the way; at the first one its own id serves."""
    ids = [stop.id for stop in sitting.stops if isinstance(stop, AtQuestion)]
    place = ids.index(question.id) if question.id in ids else 0
    return ids[place - 1] if place else question.id
