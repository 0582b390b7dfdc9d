"""The verb that records what the room picked, and how it judged the candidates.

Without a question it only shows. A question named is picked, unless it is only judged. What is
changed is spliced into the file: people's remarks, order and layout stay, and where nothing
changes nothing is written. Picks are no answers: the status of a complete profile stays.
"""

from __future__ import annotations

from sdgassess.analysis.priorities import prioritise
from sdgassess.cli.opening import (
    Opened,
    note_warnings,
    open_profile,
    typed,
)
from sdgassess.cli.terminal.streams import (
    columns,
    print_json,
    print_note,
    print_page,
)
from sdgassess.cli.verbs.target.asked import Asked, refuse_odd
from sdgassess.files.write.profile_file import ProfileFile
from sdgassess.files.write.writer import hold
from sdgassess.report.targets import TargetReport, changes_screen, targets_screen
from sdgassess.scoring.score import score


def run_target(asked: Asked) -> None:
    """Show the picks, or set or clear one, and show what came of it.

    Raises:
        InputRefused: the profile is missing, broken or invalid.
        UsageRefused: what is asked for cannot be.
        WriteRefused: the profile cannot be written, is held by somebody, or changed meanwhile.
    """
    refuse_odd(asked)
    if not asked.changes:
        _show(_opened(asked), asked)
        return
    if not asked.file.is_file():
        _opened(asked)  # says what there is instead, before a lock is put beside it
    with hold(asked.file):
        before = _opened(asked)
        after, written = _recorded(before, asked)
    _show(after, asked, before, written=written)


def _opened(asked: Asked) -> Opened:
    """The profile with its questionnaire."""
    return open_profile(asked.file, asked.questionnaire, asked.lang)


def _recorded(opened: Opened, asked: Asked) -> tuple[Opened, bool]:
    """The profile as it was saved, and whether anything had to be written."""
    from sdgassess.cli.verbs.target.changes import changed

    profile = changed(opened, asked)
    file = ProfileFile.opened(asked.file, opened.source, opened.profile)
    written = file.save(profile)
    return opened._replace(profile=profile), written is not None


def _show(
    opened: Opened, asked: Asked, before: Opened | None = None, *, written: bool = False
) -> None:
    """The JSON document, or the page with what to do next beside it."""
    result = score(opened.questionnaire, opened.profile)
    report = TargetReport(result, prioritise(result))
    if asked.as_json:
        from sdgassess.report.results.targets import target_result

        print_json(target_result(report, opened.file, written=written))
        return
    from sdgassess.phrases.candidates import judgement_words

    if before is None:
        note_warnings(opened)
        print_page(targets_screen(report, opened.words, columns(), judgement_words))
        _say_how(opened, report)
        return
    if written:
        earlier = before.profile
        page = changes_screen(report, earlier, opened.words, columns(), judgement_words)
        print_page(page)
        print_note(opened.words("Written to {file}.", file=typed(opened.file)))
        return
    print_note(opened.words("That is how it stands already; nothing has been written."))


def _say_how(opened: Opened, report: TargetReport) -> None:
    """The command that picks, and the one that shows the way; with a candidate as an example."""
    words, file = opened.words, typed(opened.file)
    picked = {one.question for one in opened.profile.priorities}
    left = [one.question for one in report.priorities.candidates if one.question not in picked]
    rules = report.score.questionnaire.priorities
    if left and rules is not None and len(picked) < rules.picks:
        command = f"sdgassess target {file} {left[0]}"
        print_note(words("To pick one, such as {id}: {command}", id=left[0], command=command))
    if left or picked:
        command = f"sdgassess gaps {file}"
        print_note(words("Reasons, steps and quotes: {command}", command=command))
