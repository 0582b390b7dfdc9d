"""What a questionnaire calls things, bound to the fixed words: a scored part, what is assessed.

Sentences of ours name neither: they hold placeholders (`sdgassess.language.NEUTRAL_TERMS`) and
take the questionnaire's words in the reader's language, or neutral ones of that language where the
questionnaire has none.
"""

from __future__ import annotations

from sdgassess.language import Words
from sdgassess.model.question import Text
from sdgassess.model.questionnaire import Noun, Questionnaire
from sdgassess.model.rules import PriorityRules
from sdgassess.numbers import LEVEL_IN_WORDS, small_number, written_number
from sdgassess.text import one_line


def words_about(questionnaire: Questionnaire, language: str) -> Words:
    """The fixed words in a language, with what a questionnaire calls things."""
    words = Words(language)
    terms: dict[str, str] = {}
    if questionnaire.part_word:
        terms |= _forms("part", questionnaire.part_word, language)
    if questionnaire.assesses:
        terms |= _forms("subject", questionnaire.assesses.noun, language)
    if questionnaire.priorities:
        terms |= _picking(questionnaire.priorities, words)
    if questionnaire.questions:
        lowest = min(low for low, _ in questionnaire.ends.values())
        terms["lowest_level"] = words(LEVEL_IN_WORDS, level=written_number(lowest, words))
    return Words(language, terms)


def _forms(name: str, noun: Noun, language: str) -> dict[str, str]:
    """A noun's forms in one language; none at all where it is not said in that language.

    Where a form for what is known already is not declared, English takes the article; other
    languages, which bend the word, keep their neutral noun.
    """
    one, many = _in(noun.one, language), _in(noun.many, language)
    if not one or not many:
        return {}
    english = language == "en"
    forms = {
        f"one_{name}": one,
        f"many_{name}s": many,
        f"the_{name}": _in(noun.the_one, language) or (f"the {one}" if english else ""),
        f"the_{name}s": _in(noun.the_many, language) or (f"the {many}" if english else ""),
    }
    return {form: word for form, word in forms.items() if word}


def _in(text: Text | None, language: str) -> str:
    """A word in a language, or nothing: another language's word is no help in a sentence."""
    return one_line(text.words.get(language, "")) if text else ""


def footer_of(text: str, questionnaire: Questionnaire, words: Words) -> str:
    """What stands at the foot of every page: what it is, and the footer that is declared."""
    footer = questionnaire.report_footer
    if footer is None:
        return text
    return f"{text} · {one_line(footer.in_language(words.language)[0])}"


def _picking(rules: PriorityRules, words: Words) -> dict[str, str]:
    """How many steps may be picked, how soon one should start, and when to look again."""
    picks = small_number(rules.picks, words)
    terms = {
        "few_things": words.plural("one thing", "{picks} things", rules.picks, picks=picks),
        "some_picks": picks,
        "few_dots": words.plural("one dot", "{picks} dots", rules.picks, picks=picks),
    }
    if rules.start_months is None:
        return terms
    months, span = rules.start_months, small_number(rules.start_months, words)
    return {
        **terms,
        "soon": words.plural("within one month", "within {span} months", months, span=span),
        "later_on": words.plural("in one month", "in {span} months", months, span=span),
    }
