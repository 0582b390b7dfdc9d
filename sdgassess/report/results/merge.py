"""What came in, and what did not, as one JSON document (`docs/json.md`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sdgassess.analysis.merge.forgetting import Forgetting
from sdgassess.analysis.merge.intake import Outcome
from sdgassess.analysis.merge.opening import Opening, people_sealed
from sdgassess.language import Words
from sdgassess.model.arrival import Doubt
from sdgassess.model.profile import Participant, Profile
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.phrases.problems.messages import as_json
from sdgassess.report.results.scores import Json
from sdgassess.scoring.hearing import speakers


class MergeReport(NamedTuple):
    """A merge as it is told.

    Attributes:
        file: the profile's file, as it was named.
        profile: what stands in it afterwards, or would.
        questionnaire: what it answers.
        outcomes: what became of each file.
        agreed_before: by question, how many voices came in after its level was recorded.
        opening: what was opened; None where that was not asked for.
        forgetting: what was forgotten; None where that was not asked for.
        left_out: what beside the files could not be done.
        written: whether the profile was changed on the disk.
        dry_run: whether nothing was to be written.
        uninvited: who joined with their answers, and was no participant before.
        passed_over: files of folders in which no answers come back.
    """

    file: str
    profile: Profile
    questionnaire: Questionnaire
    outcomes: tuple[Outcome, ...] = ()
    agreed_before: tuple[tuple[str, int], ...] = ()
    opening: Opening | None = None
    forgetting: Forgetting | None = None
    left_out: tuple[Doubt, ...] = ()
    written: bool = False
    dry_run: bool = False
    uninvited: tuple[Participant, ...] = ()
    passed_over: tuple[str, ...] = ()

    @property
    def doubts(self) -> tuple[tuple[str, Doubt], ...]:
        """Everything that was left out, with its file."""
        of_files = tuple((o.arrival.file, doubt) for o in self.outcomes for doubt in o.doubts)
        return (*of_files, *((self.file, doubt) for doubt in self.left_out))

    @property
    def missing(self) -> tuple[Participant, ...]:
        """The participants of whom nothing has come in, neither sent back nor typed in."""
        speaking = speakers(self.profile)
        people = self.profile.participants
        return tuple(p for p in people if p.returned is None and p.id not in speaking)


def merge_result(report: MergeReport, words: Words) -> Json:
    """`sdgassess/merge/1`.

    Args:
        report: the merge.
        words: the language that problems are told in.
    """
    people = {person.id: person for person in report.profile.participants}
    opening = report.opening
    return {
        "format": "sdgassess/merge/1",
        "profile": report.file,
        "written": report.file if report.written else None,
        "dry_run": report.dry_run,
        "files": [_file(outcome, people.get(outcome.slot)) for outcome in report.outcomes],
        "missing": _people(report.missing),
        "uninvited": _people(report.uninvited),
        "doubtful": list(_doubtful(report, words)),
        "sealed": len(people_sealed(report.profile)),
        "opened": 0 if opening is None else len(opening.people),
        "passed_over": len(report.passed_over),
    }


def _people(people: Sequence[Participant]) -> list[Json]:
    """People by their numbers and roles."""
    return [{"slot": person.id, "role": person.role} for person in people]


def _file(outcome: Outcome, person: Participant | None) -> Json:
    """What became of one file."""
    answers = outcome.arrival.answers
    role = None if answers is None else answers.role
    unit = None if answers is None else answers.unit
    return {
        "file": outcome.arrival.file,
        "kind": outcome.arrival.kind.value,
        "id": outcome.slot or (None if answers is None else answers.slot),
        "role": person.role if person else role,
        "unit": person.unit if person else unit,
        "result": outcome.result.value,
    }


def _doubtful(report: MergeReport, words: Words) -> Iterator[Json]:
    """What was left out, and what is odd."""
    for file, doubt in report.doubts:
        yield {
            "file": file,
            "place": doubt.place,
            "question": doubt.question,
            "problem": as_json(doubt.problem, words),
        }
    for outcome in report.outcomes:
        for warning in outcome.warnings:
            yield {
                "file": outcome.arrival.file,
                "place": None,
                "question": None,
                "problem": as_json(warning, words),
            }
