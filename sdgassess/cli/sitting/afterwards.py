"""What follows a sitting: what is printed of it, and what a room does next."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sdgassess.cli.opening import open_profile
from sdgassess.cli.paths import free_path
from sdgassess.cli.references import gap_report
from sdgassess.cli.shell import pasteable, quoted
from sdgassess.cli.terminal.streams import columns, print_note
from sdgassess.files.write.rights import rights_of
from sdgassess.files.write.writer import write_new
from sdgassess.language import Words
from sdgassess.model.profile import Profile, Status
from sdgassess.phrases.problems.messages import tell
from sdgassess.problem import InputRefused, UsageRefused, WriteRefused
from sdgassess.scoring.score import score


def print_sitting(file: Path, questionnaire: Path | None, words: Words) -> bool:
    """Print a report and a poster beside a profile, under names that nothing has yet.

    What cannot be printed is told, and ends nothing: the answers are saved.

    Args:
        file: the profile.
        questionnaire: a questionnaire file of one's own.
        words: the language that is spoken; what is printed is in it too.

    Returns:
        Whether both were written.
    """
    from sdgassess.cli.printing import gaps_bytes, poster_bytes
    from sdgassess.document.blocks import Look
    from sdgassess.document.poster import Headline

    try:
        opened = open_profile(file, questionnaire, words.language)
        report = gap_report(score(opened.questionnaire, opened.profile), opened, ())
        after = Headline.FINDING.value
        for kind, content in (
            ("gaps", gaps_bytes(opened, report, ".pdf", Look())),
            ("poster", poster_bytes(opened, report, ".pdf", Look(), headline=after)),
        ):
            path = free_path(file.with_name(f"{file.stem}-{kind}.pdf"))
            write_new(path, content, rights_of((file,)))
            print_note(words("Printed: {file}", file=quoted(path)))
    except (InputRefused, UsageRefused, WriteRefused) as refused:
        for problem in refused.problems:
            print_note(tell(pasteable(problem), words, columns()))
        return False
    return True


def next_commands(
    words: Words, file: str, profile: Profile | None, *, printed: bool
) -> Iterator[tuple[str, str]]:
    """What a room does next, each thing with its command.

    Args:
        words: the language.
        file: the profile as it must be typed.
        profile: what it holds; None where nothing was saved in this sitting.
        printed: whether report and poster were printed already.
    """
    picks = profile is not None and bool(profile.priorities)
    complete = profile is None or profile.status in (Status.COMPLETE, Status.AMENDED)
    if not complete:
        yield words("answer what is left"), f"sdgassess assess {file}"
    if not picks:
        yield words("choose what to work on"), f"sdgassess gaps {file}"
    if not printed:
        yield words("print the report"), f"sdgassess report {file}"
    if picks:
        yield (
            words("a page for each who does something"),
            f"sdgassess report {file} --layout actions",
        )
    yield words("why a level is what it is"), f"sdgassess explain {file}"
    if complete and picks:
        yield words("in a year"), f"sdgassess assess --from {file}"
