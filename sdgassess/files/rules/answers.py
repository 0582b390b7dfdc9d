"""Rules about single answers: ids, levels, states, voices, evidence, and words gone stale."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from sdgassess.files.build.values import (
    is_period,
    level_of,
    level_on,
    period_of,
    scale_words,
)
from sdgassess.files.read.entry import Entry
from sdgassess.files.read.ids import fits_id, lookalike_fact, near_fact
from sdgassess.model.contradiction import Statement, conflicts
from sdgassess.model.question import BackedBy, Question
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.problem import Problem

_SCORED = ("answers", "parked")
_UNSCORED = ("unmapped",)
_SPOKEN = frozenset({"level", "options", "state"})
"""What an answer or a voice can say."""


class AnswerEntry(NamedTuple):
    """An answer as it stands in the file.

    Attributes:
        id: the question's id, as written.
        section: where it is kept: `answers`, `parked` or `unmapped`.
        entry: the answer.
        question: the question, where this questionnaire has it and the answer is scored.
        voices: its voices.
        evidence: what backs it.
        by_id: whether the question's answers are named by the ids of options.
    """

    id: str
    section: str
    entry: Entry
    question: Question | None
    voices: list[Entry]
    evidence: list[Entry]
    by_id: bool


class Answers(NamedTuple):
    """What the rules about answers look at."""

    entries: list[AnswerEntry]
    profile: Entry
    questionnaire: Questionnaire


def answer_entries(profile: Entry, questionnaire: Questionnaire) -> list[AnswerEntry]:
    """Every answer of a profile, wherever it is kept."""
    entries = []
    for section in (*_SCORED, *_UNSCORED):
        for key, entry in profile[section].entries():
            question = questionnaire.questions.get(key) if section in _SCORED else None
            voices, evidence = entry["voices"].items(), entry["evidence"].items()
            by_id = question is not None and question.by_id
            entries.append(AnswerEntry(key, section, entry, question, voices, evidence, by_id))
    return entries


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
    retired = next((tomb for tomb in questionnaire.retired if tomb.id == word), None)
    version = questionnaire.version
    if odd is not None:
        yield say("P125", id=word[:64], odd=f"U+{ord(odd):04X}", **near)
    elif retired is not None:
        replaced = {"replaced_by": retired.replaced_by}
        yield say("P102", id=word, last=retired.last, version=version, **replaced)
    elif fits_id(word):
        yield say("P101", id=word, questionnaire=questionnaire.id, version=version, **near)


def answered_questions_exist(answers: Answers) -> Iterator[Problem]:
    """An answer belongs to a question of this questionnaire version."""
    for answer in answers.entries:
        if answer.section in _SCORED:
            yield from check_question_id(answer.entry, answer.id, answers.questionnaire, key=True)


def levels_are_on_the_scale(answers: Answers) -> Iterator[Problem]:
    """A level is one of the values that the question offers; so is a voice's."""
    for answer in answers.entries:
        if answer.question is None:
            continue
        for entry in (answer.entry, *answer.voices):
            if _is_by_option(answer, entry):
                continue
            if "level" in entry and level_on(answer.question, entry.value["level"]) is None:
                yield off_scale(entry["level"], answer.question)


def _is_by_option(answer: AnswerEntry, entry: Entry) -> bool:
    """Whether a level would not say which answers were chosen."""
    question = answer.question
    if not answer.by_id or question is None:
        return False
    if question.several:
        return True
    value = level_of(entry["level"].value)
    return value is not None and [option.value for option in question.options].count(value) > 1


def options_are_answers(answers: Answers) -> Iterator[Problem]:
    """Answers are named by id where levels don't tell them apart, and only where they have ids."""
    for answer in answers.entries:
        if answer.question is None:
            continue
        for entry in (answer.entry, *answer.voices):
            if "level" in entry and _is_by_option(answer, entry):
                allowed = tuple(option.id or "" for option in answer.question.options)
                yield entry["level"].problem_at_key("P130", id=answer.id, allowed=allowed)
            elif "options" in entry:
                yield from _options_fit(answer.question, entry["options"])


def _options_fit(question: Question, options: Entry) -> Iterator[Problem]:
    """The ids are answers of the question, as many as may be chosen."""
    ids = tuple(option.id for option in question.options if option.id is not None)
    if not ids:
        yield options.problem_at_key("P131", id=question.id)
        return
    for option in options.items():
        word = option.word
        if word is not None and word not in ids:
            facts = near_fact(word, ids)
            yield option.problem("P132", option=word, id=question.id, allowed=ids, **facts)
    if not question.several and len(options.items()) != 1:
        yield options.problem("P133", id=question.id, count=len(options.items()))


def counts_fit(answers: Answers) -> Iterator[Problem]:
    """A count stands where the questionnaire says of how many, and is not more than that."""
    for answer in answers.entries:
        count = answer.entry["count"]
        if answer.question is None or "count" not in answer.entry:
            continue
        n, of = count["n"].value, count["of"].value
        if answer.question.of is None:
            yield count.problem_at_key("P136", id=answer.id)
        elif type(n) is int and type(of) is int and n > of:
            yield count["n"].problem("P135", n=n, of=of)


def off_scale(level: Entry, question: Question) -> Problem:
    """The problem of a level that is not on its question's scale."""
    scale = scale_words(question.options)
    odd = lookalike_fact(level.value)
    return level.problem("P103", id=question.id, level=level.quoted, scale=scale, **odd)


def answers_say_one_thing(answers: Answers) -> Iterator[Problem]:
    """An answer is a level, a state, or voices; a voice is a level or a state, never both."""
    for answer in answers.entries:
        entry = answer.entry
        for voter in (entry, *answer.voices):
            if "level" in voter and "state" in voter:
                yield voter["state"].problem_at_key("P105", id=answer.id)
        silent = not any(key in entry for key in _SPOKEN)
        if silent and entry["voices"].value == []:
            yield entry["voices"].problem("P104", id=answer.id)
        elif silent and "voices" not in entry and isinstance(entry.value, dict):
            yield entry.problem_at_key("P104", id=answer.id)
        for voice in answer.voices:
            if isinstance(voice.value, dict) and not voice.value.keys() & _SPOKEN:
                yield voice.problem("P128", id=answer.id)


def agreements_have_a_level(answers: Answers) -> Iterator[Problem]:
    """Roles agree on a level, so there must be one; and the roles exist."""
    for answer in answers.entries:
        if "agreed" not in answer.entry:
            continue
        agreed = answer.entry["agreed"]
        if "level" not in answer.entry and "options" not in answer.entry:
            yield agreed.problem_at_key("P106", id=answer.id)
        for role in agreed["by"].items():
            yield from check_role(role, answers.questionnaire)


def check_role(entry: Entry, questionnaire: Questionnaire) -> Iterator[Problem]:
    """A role is one of the questionnaire's, where it has roles at all."""
    roles = [role.id for role in questionnaire.roles]
    word = entry.word
    if roles and word is not None and word not in roles and fits_id(word):
        yield entry.problem("P107", role=word, allowed=tuple(roles), **near_fact(word, roles))


def voices_are_somebodys(answers: Answers) -> Iterator[Problem]:
    """A voice has a role of the questionnaire, and `by` names a participant of this file."""
    named = [person["id"].shown for person in answers.profile["participants"].items()]
    people = list(dict.fromkeys(named))
    for answer in answers.entries:
        for voice in answer.voices:
            yield from check_role(voice["role"], answers.questionnaire)
            by = voice["by"]
            if by.word is not None and by.word not in people:
                facts = near_fact(by.word, people)
                yield by.problem("P108", by=by.word, allowed=tuple(people), **facts)


def dates_are_real(answers: Answers) -> Iterator[Problem]:
    """What is written like a date, or like a month of evidence, is one of the calendar."""
    profile = answers.profile
    dates = [profile["date"], profile["from"]["date"]]
    dates += [pick["on"] for pick in profile["priorities"].items()]
    dates += [amendment["date"] for amendment in profile["amended-because"].items()]
    for answer in answers.entries:
        sources = (answer.entry, *answer.voices)
        dates += [item["date"] for source in sources for item in source["evidence"].items()]
        if "was" in answer.entry:
            dates.append(answer.entry["was"]["date"])
    for date in dates:
        if is_period(date.value) and period_of(date.value) is None:
            yield date.problem("P110", found=date.shown)


def not_applicable_has_a_reason(answers: Answers) -> Iterator[Problem]:
    """Not applicable is for structural reasons, and says which (model.md: Unknown)."""
    for answer in answers.entries:
        state = answer.entry["state"]
        unreasoned = state.value == "not-applicable" and not answer.entry["reason"].value
        if unreasoned and answer.section == "answers":
            yield state.warning("P150", id=answer.id)


def high_levels_have_evidence(answers: Answers) -> Iterator[Problem]:
    """A level that nothing carries is said to need evidence (model.md: Answered and backed)."""
    backing = answers.questionnaire.backing
    for answer in answers.entries:
        question, level = answer.question, answer.entry["level"]
        if _is_backed(answer) or answer.section != "answers" or not backing or not question:
            continue
        value = level_on(question, level.value)
        if question.backed_by is BackedBy.PERCEPTION or value is None:
            continue
        if value > backing.carries["none"]:
            yield level.warning("P151", id=answer.id, level=level.shown)


def _is_backed(answer: AnswerEntry) -> bool:
    """Whether the answer, or a voice that counts, points to any evidence."""
    open_voices = (voice for voice in answer.voices if not voice["sealed"].value)
    return bool(answer.evidence) or any(voice["evidence"].items() for voice in open_voices)


def words_are_current(answers: Answers) -> Iterator[Problem]:
    """`means` and `asked` are words of the questionnaire, in one of its languages."""
    for answer in answers.entries:
        question, quoted, means = answer.question, answer.entry["asked"], answer.entry["means"]
        if question is None:
            continue
        if quoted.value is not None and not question.text.reads(str(quoted.value)):
            yield quoted.warning("P153", id=answer.id)
        if means.value is None:
            continue
        level = level_on(question, answer.entry["level"].value)
        options = answer.entry["options"]
        ids = [each.word for each in options.items() if each.word is not None]
        option = question.answered(level, ids if "options" in answer.entry else None)
        if option is None or option.text.reads(str(means.value)):
            continue
        if "options" in answer.entry:
            yield means.warning("P152", why="option", id=answer.id, option=" ".join(ids))
        else:
            yield means.warning("P152", id=answer.id, level=answer.entry["level"].shown)


def one_voice_agrees_with_itself(answers: Answers) -> Iterator[Problem]:
    """Answers of one voice that cannot all be true are named; a unit is let be."""
    declared = answers.questionnaire.contradictions
    if not declared or len(list(answers.profile["units-covered"].items())) == 1:
        return
    context = {key: entry.value for key, entry in answers.profile["context"].entries()}
    for conflict in conflicts(declared, _statements(answers), context):
        last = conflict.questions[-1]
        section = "context" if last in context else "answers"
        facts = {"ids": ", ".join(conflict.questions), "id": conflict.contradiction.id}
        yield answers.profile[section][last].warning_at_key("P158", **facts)


def _silent(profile: Entry) -> frozenset[str]:
    """People who answered alone and sent it in, without a yes to showing: nothing is told of one.

    As `sdgassess.scoring.disclosure.speaks_for_itself`, before anything is built.
    """
    everybody = profile["consent"]["by-role"].value is not True
    return frozenset(
        person["id"].shown
        for person in profile["participants"].items()
        if "returned" in person and (everybody or person["consent"]["by-role"].value is False)
    )


def _statements(answers: Answers) -> Iterator[Statement]:
    """What each voice says, or the room where it answered without any."""
    silent = _silent(answers.profile)
    for answer in answers.entries:
        if answer.question is None or answer.section != "answers":
            continue
        if not answer.voices:
            level = level_on(answer.question, answer.entry["level"].value)
            if level is not None:
                yield Statement(None, answer.id, level)
        for voice in answer.voices:
            level, by = level_on(answer.question, voice["level"].value), voice["by"].word
            if level is None or by is None or by in silent or voice["sealed"].value:
                continue
            yield Statement(by, answer.id, level)


ANSWER_RULES: tuple[Callable[[Answers], Iterator[Problem]], ...] = (
    answered_questions_exist,
    levels_are_on_the_scale,
    options_are_answers,
    counts_fit,
    answers_say_one_thing,
    agreements_have_a_level,
    voices_are_somebodys,
    dates_are_real,
    not_applicable_has_a_reason,
    high_levels_have_evidence,
    words_are_current,
    one_voice_agrees_with_itself,
)


def check_answers(profile: Entry, questionnaire: Questionnaire) -> list[Problem]:
    """Everything that is wrong with the answers of a profile beyond their shape."""
    answers = Answers(answer_entries(profile, questionnaire), profile, questionnaire)
    return [problem for rule in ANSWER_RULES for problem in rule(answers)]
