"""Voting cards: a card for each level of the scale, and one for not knowing."""

from __future__ import annotations

from sdgassess.document.cards import Card, Cards
from sdgassess.document.runs import Run
from sdgassess.language import Words
from sdgassess.model.profile import Profile
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.numbers import written_exact
from sdgassess.phrases.levels import answer_mark
from sdgassess.report.edition import Edition
from sdgassess.report.form.question import NOT_KNOWN

SETS = 2
"""So many sets are in a file: they fill whole sheets of four where there are six cards."""


def voting_cards(questionnaire: Questionnaire, profile: Profile, words: Words) -> Cards:
    """The cards of some sets, one set after the other.

    Args:
        questionnaire: whose scale is voted on; where it has none, the answers of its first
            question.
        profile: the assessment; its day stamps the file.
        words: the language.
    """
    edition = Edition(words, questionnaire)
    levels = [
        Card(written_exact(option.value, words), edition.say(option.text))
        for option in questionnaire.scale
    ]
    first = next(iter(questionnaire.questions.values()), None)
    if not levels and first is not None:
        levels = [Card(answer_mark(first, option, words), Run("")) for option in first.options]
    one_set = (*levels, Card("?", Run(words(NOT_KNOWN[True]))))
    return Cards(
        title=words("Voting cards"),
        language=words.language,
        date=profile.date,
        cards=one_set * SETS,
    )
