"""The sheet on method: what was assessed, when, by whom, by which rules, and what words mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from sdgassess import __version__
from sdgassess.analysis.gap_report import GapReport
from sdgassess.document.passage import passage_line
from sdgassess.document.sheets import Column, Row, Rows, Sheet, Value, distinct_columns
from sdgassess.language import Words
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.numbers import written_number
from sdgassess.phrases import labels
from sdgassess.phrases.levels import BASES, SCOPES, respondents
from sdgassess.phrases.questions import role_name
from sdgassess.phrases.references import reference_line
from sdgassess.report.workbook.columns import profile_cells, profile_columns
from sdgassess.scoring.hearing import people_present
from sdgassess.scoring.score import Score, answered_of
from sdgassess.text import one_line

_Item = tuple[str, Value]


def method_sheet(reports: Sequence[GapReport], words: Words, files: Sequence[str]) -> Sheet:
    """What one has to know before one uses a number.

    Args:
        reports: one per profile.
        words: the fixed words.
        files: what each profile's file is called.
    """
    return Sheet(
        id="method",
        name=words("Method"),
        columns=distinct_columns(
            (*profile_columns(words), Column(words(labels.WHAT), 34), Column(words("Value"), 90))
        ),
        rows=Rows(lambda: _rows(reports, words, files)),
        fixed=0,
    )


def _rows(reports: Sequence[GapReport], words: Words, files: Sequence[str]) -> Iterator[Row]:
    """What is told of each profile, then what holds for all of them."""
    for report, file in zip(reports, files, strict=True):
        whose_row = profile_cells(report.score.profile)
        for item in _profile(report, file, words):
            yield (*whose_row, *item)
    newest = reports[-1].score.questionnaire
    for item in (*_rules(newest, words), *_meanings(newest, words)):
        yield (None, None, *item)


def _profile(report: GapReport, file: str, words: Words) -> Iterator[_Item]:
    """One profile: file, rules, extent, who took part, what it is held against."""
    score = report.score
    profile, ref = score.profile, score.profile.questionnaire
    yield words("File"), one_line(file)
    yield words("Questionnaire"), f"{one_line(ref.id)} {one_line(ref.version)}"
    yield words("Extent"), words(SCOPES[profile.scope])
    yield words("Levels that are compared"), words(BASES[score.basis])
    answered, applying = answered_of(score)
    yield words(labels.QUESTIONS_THAT_APPLY), applying
    yield words(labels.QUESTIONS_WITH_A_LEVEL), answered
    yield from _heard(score, words)
    if profile.units_covered:
        units = ", ".join(one_line(unit) for unit in profile.units_covered)
        yield words("Units covered"), units
    for against in report.against:
        yield words("Held against"), reference_line(against.reference, words)
    for amendment in profile.amended_because:
        reason = f"{amendment.date.isoformat()}: {one_line(amendment.reason)}"
        yield words("Changed afterwards"), reason


def _heard(score: Score, words: Words) -> Iterator[_Item]:
    """How many took part; by role only with consent (model.md: Consent)."""
    profile = score.profile
    yield words("People who took part"), respondents(profile)
    if profile.consent is not True:
        yield words("Answers by role"), words("not shown: no consent was given")
        return
    for role, n in Counter(person.role for person in people_present(profile)).items():
        yield words("Took part: {role}", role=role_name(score, role, words)), n


def _rules(questionnaire: Questionnaire, words: Words) -> Iterator[_Item]:
    """The questionnaire, its limits, its scale and its documents."""
    language = words.language
    yield words("Questionnaire"), passage_line(questionnaire.title, language)
    yield words("Limits"), passage_line(questionnaire.limits, language)
    yield words("Licence"), one_line(questionnaire.licence)
    for option in questionnaire.scale:
        yield (
            words("Level {level}", level=written_number(option.value, words)),
            passage_line(option.text, language),
        )
    for source in questionnaire.sources:
        title = f"{passage_line(source.title, language)} ({one_line(source.dated)})"
        yield words("Source {id}", id=source.id), title
    yield words("Written by"), f"sdgassess {__version__}"


def _meanings(questionnaire: Questionnaire, words: Words) -> Iterator[_Item]:
    """What the heads of the columns mean."""
    yield (
        words(labels.ANSWERED_LEVEL),
        words("The level that was answered. Nobody has verified it."),
    )
    if questionnaire.backing is not None:
        yield (
            words(labels.BACKED_LEVEL),
            words("As far as evidence, or agreement between roles, carries the answer."),
        )
    yield (
        words(labels.INSTEAD_OF_A_LEVEL),
        words(
            "Unknown: asked, and nobody there knows. Not applicable: it cannot be, for a "
            "structural reason. Not asked: nobody was asked. None of them is a zero."
        ),
    )
    yield (
        words(labels.LEVEL_BEFORE_THE_CAP),
        words("What {the_part}’s own answers give, before another {one_part} holds it back."),
    )
    yield (
        words("Step"),
        words("One level on one question. Gaps and changes are counted in steps."),
    )
    if questionnaire.voices is not None:
        steps = written_number(questionnaire.voices.disagreement, words)
        yield (
            words(labels.STEPS_BETWEEN_ROLES),
            words(
                "How far the lowest and the highest role are apart. From {n} on it is a "
                "disagreement to talk about; so it is when the halves of one role are that far "
                "apart, or two voices twice as far.",
                n=steps,
            ),
        )
