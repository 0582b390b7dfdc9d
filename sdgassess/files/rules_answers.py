"""Rules about single answers: ids, levels, states, voices, evidence, and words gone stale."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sdgassess.files.entry import Entry
from sdgassess.files.names import fits_id, near_fact
from sdgassess.files.values import level_on, scale_words
from sdgassess.model.questionnaire import BackedBy, Question, Questionnaire, Text
from sdgassess.problem import Problem

_SCORED = ("answers", "parked")
_KEPT = ("unmapped",)


def answers(profile: Entry) -> Iterator[tuple[str, str, Entry]]:
    """Every answer of a profile, wherever it is kept: section, id, entry."""
    for section in (*_SCORED, *_KEPT):
        for key, entry in profile[section].entries():
            yield section, key, entry


def _of_questions(
    profile: Entry, questionnaire: Questionnaire
) -> Iterator[tuple[Question, Entry]]:
    """The answers whose question this questionnaire has."""
    for section in _SCORED:
        for key, entry in profile[section].entries():
            question = questionnaire.questions.get(key)
            if question is not None and isinstance(entry.value, dict):
                yield question, entry


def check_question_id(
    entry: Entry, word: str, questionnaire: Questionnaire, *, key: bool = False
) -> Iterator[Problem]:
    """An id is a question's; a retired one is said to be retired.

    Args:
        entry: where the id stands: the value, or the entry whose key it is.
        word: the id.
        questionnaire: whose questions may be named.
        key: whether the id is the entry's key.
    """
    if word in questionnaire.questions:
        return
    say = entry.problem_at_key if key else entry.problem
    near = near_fact(word, questionnaire.questions)
    odd = next((character for character in word if not character.isascii()), None)
    retired = next((one for one in questionnaire.retired if one.id == word), None)
    version = questionnaire.version
    if odd is not None:
        yield say("P125", id=word[:64], odd=f"U+{ord(odd):04X}", **near)
    elif retired is not None:
        replaced = {"replaced_by": retired.replaced_by}
        yield say("P102", id=word, last=retired.last, version=version, **replaced)
    elif fits_id(word):
        yield say("P101", id=word, questionnaire=questionnaire.id, version=version, **near)


def answered_questions_exist(profile: Entry, questionnaire: Questionnaire) -> Iterator[Problem]:
    """An answer belongs to a question of this questionnaire version."""
    for section in _SCORED:
        for key, entry in profile[section].entries():
            yield from check_question_id(entry, key, questionnaire, key=True)


def levels_are_on_the_scale(profile: Entry, questionnaire: Questionnaire) -> Iterator[Problem]:
    """A level is one of the values that the question offers; so is a voice's."""
    for question, answer in _of_questions(profile, questionnaire):
        for one in (answer, *answer["voices"].items()):
            level = one["level"]
            if "level" in one and level_on(question, level.value) is None:
                yield off_scale(level, question)


def off_scale(level: Entry, question: Question) -> Problem:
    """The problem of a level that is not on its question's scale."""
    scale = scale_words(question.options)
    return level.problem("P103", id=question.id, level=level.quoted, scale=scale)


def answers_say_one_thing(profile: Entry, _: Questionnaire) -> Iterator[Problem]:
    """An answer is a level, a state, or voices; a voice is a level or a state, never both."""
    for _section, key, answer in answers(profile):
        if not isinstance(answer.value, dict):
            continue
        for one in (answer, *answer["voices"].items()):
            told = "level" in one or "state" in one or ("voices" in one and one is answer)
            if "level" in one and "state" in one:
                yield one["state"].problem_at_key("P105", id=key)
            elif not told and isinstance(one.value, dict):
                yield one.problem_at_key("P104" if one is answer else "P128", id=key)
        silent = "level" not in answer and "state" not in answer
        if silent and answer["voices"].value == []:
            yield answer["voices"].problem("P104", id=key)


def agreements_have_a_level(profile: Entry, questionnaire: Questionnaire) -> Iterator[Problem]:
    """Roles agree on a level, so there must be one; and the roles exist."""
    roles = [role.id for role in questionnaire.roles]
    for _section, key, answer in answers(profile):
        if "agreed" in answer and "level" not in answer:
            yield answer["agreed"].problem_at_key("P106", id=key)
        for entry in answer["agreed"]["by"].items():
            word = entry.word
            if roles and word is not None and fits_id(word) and word not in roles:
                facts = near_fact(word, roles)
                yield entry.problem("P107", role=word, allowed=tuple(roles), **facts)


def voices_are_somebodys(profile: Entry, questionnaire: Questionnaire) -> Iterator[Problem]:
    """A voice has a role of the questionnaire, and `by` names a participant of this file."""
    roles = [role.id for role in questionnaire.roles]
    people = list(dict.fromkeys(one["id"].shown for one in profile["participants"].items()))
    for _section, _key, answer in answers(profile):
        for voice in answer["voices"].items():
            role, by = voice["role"], voice["by"]
            if roles and role.word is not None and fits_id(role.word) and role.word not in roles:
                facts = near_fact(role.word, roles)
                yield role.problem("P107", role=role.word, allowed=tuple(roles), **facts)
            if by.word is not None and by.word not in people:
                facts = near_fact(by.word, people)
                yield by.problem("P108", by=by.word, allowed=tuple(people), **facts)


def not_applicable_has_a_reason(profile: Entry, _: Questionnaire) -> Iterator[Problem]:
    """Not applicable is for structural reasons, and says which (domain model §3.7, rule 1)."""
    for key, answer in profile["answers"].entries():
        if answer["state"].value == "not-applicable" and not answer["reason"].value:
            yield answer["state"].warning("P150", id=key)


def high_levels_have_evidence(profile: Entry, questionnaire: Questionnaire) -> Iterator[Problem]:
    """A level that nothing carries is said to need evidence (domain model §3.6)."""
    backing = questionnaire.backing
    if backing is None:
        return
    for key, answer in profile["answers"].entries():
        question = questionnaire.questions.get(key)
        if question is None or question.backed_by is BackedBy.PERCEPTION:
            continue
        level = level_on(question, answer["level"].value)
        if level is not None and level > backing.carries["none"] and not answer["evidence"].value:
            yield answer["level"].warning("P151", id=key, level=answer["level"].shown)


def words_are_current(profile: Entry, questionnaire: Questionnaire) -> Iterator[Problem]:
    """`means` and `asked` are words of the questionnaire, in one of its languages."""
    for question, answer in _of_questions(profile, questionnaire):
        asked, means = answer["asked"], answer["means"]
        if asked.value is not None and not _says(question.text, str(asked.value)):
            yield asked.warning("P153", id=question.id)
        level = level_on(question, answer["level"].value)
        option = question.option(level) if level is not None else None
        if option and means.value is not None and not _says(option.text, str(means.value)):
            yield means.warning("P152", id=question.id, level=answer["level"].shown)


def _says(text: Text, words: str) -> bool:
    """Whether words are a text's in some language, however they are wrapped or composed."""
    if words in text.words.values():
        return True
    import unicodedata  # noqa: PLC0415 - only where the words differ at all

    def plain(one: str) -> str:
        return " ".join(unicodedata.normalize("NFC", one).split())

    return plain(words) in {plain(one) for one in text.words.values()}


ANSWER_RULES: tuple[Callable[[Entry, Questionnaire], Iterator[Problem]], ...] = (
    answered_questions_exist,
    levels_are_on_the_scale,
    answers_say_one_thing,
    agreements_have_a_level,
    voices_are_somebodys,
    not_applicable_has_a_reason,
    high_levels_have_evidence,
    words_are_current,
)
