"""What `check` found, file by file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sdgassess.language import Words
from sdgassess.problem import Problem, Severity
from sdgassess.text import one_line

_MOST_ALIKE = 5


@dataclass(frozen=True, slots=True)
class Checked:
    """One file that was checked.

    Attributes:
        file: its name as it was given.
        problems: everything that is wrong in it.
        languages: for a questionnaire, how many texts each language has of all.
        foreign: whether it is other people's: in a folder, and in none of our formats.
    """

    file: str
    problems: tuple[Problem, ...]
    languages: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    foreign: bool = False

    @property
    def errors(self) -> int:
        """How many problems make the file unusable."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def warnings(self) -> int:
        """How many problems are lived with."""
        return len(self.problems) - self.errors


def checked_lines(checked: Checked, words: Words, columns: int, *, caret: bool) -> Iterator[str]:
    """Every problem of a file, with its source line and a caret where wanted.

    Errors are all said. Of warnings with the same code only the first few are, and then how many
    more there are: a questionnaire without its translations has hundreds (all are in `--json`).
    """
    if not checked.problems:
        return
    from sdgassess.phrases.problems.messages import tell  # noqa: PLC0415 - most files are in order

    counts: Counter[str] = Counter()
    for problem in checked.problems:
        counts[problem.code] += 1
        if problem.severity is Severity.ERROR or counts[problem.code] <= _MOST_ALIKE:
            yield tell(problem, words, columns, caret=caret)
    for code, count in counts.items():
        alike = any(p.code == code and p.severity is Severity.WARNING for p in checked.problems)
        if alike and count > _MOST_ALIKE:
            singular = "{file}: one more warning like these [{code}]"
            plural = "{file}: {n} more warnings like these [{code}]"
            file = one_line(checked.file)
            yield words.plural(singular, plural, count - _MOST_ALIKE, file=file, code=code)


def cover_line(checked: Checked, words: Words) -> str | None:
    """How much of a questionnaire is there in each language; None for any other file."""
    if not checked.languages:
        return None
    shares = [
        words(
            "{language} {percent} % ({there} of {all} texts)",
            language=language,
            percent=100 * translated // total if total else 100,
            there=translated,
            all=total,
        )
        for language, (translated, total) in checked.languages.items()
    ]
    return f"{one_line(checked.file)}: {', '.join(shares)}"


def summary(files: int, errors: int, warnings: int, words: Words) -> str:
    """One line at the end."""
    counts = [
        words.plural("one file", "{n} files", files),
        words.plural("one error", "{n} errors", errors),
        words.plural("one warning", "{n} warnings", warnings),
    ]
    return words("Checked {counts}.", counts=", ".join(counts))


def passed_over(files: int, words: Words) -> str:
    """How many files of a folder are other people's, in one line."""
    singular, plural = (
        "One other YAML file in the folder is passed over.",
        "{n} other YAML files in the folder are passed over.",
    )
    return words.plural(singular, plural, files)


def check_result(files: Sequence[Checked], words: Words, others: int = 0) -> dict[str, Any]:
    """`sdgassess/check/1`."""
    from sdgassess.phrases.problems.messages import as_json  # noqa: PLC0415 - see `checked_lines`

    return {
        "format": "sdgassess/check/1",
        "files": [
            {
                "file": file.file,
                "errors": file.errors,
                "warnings": file.warnings,
                "problems": [as_json(problem, words) for problem in file.problems],
                "languages": {
                    language: {"texts": translated, "of": total}
                    for language, (translated, total) in file.languages.items()
                },
            }
            for file in files
        ],
        "errors": sum(file.errors for file in files),
        "warnings": sum(file.warnings for file in files),
        "passed_over": others,
    }
