"""The verb that prints: a gap report, a poster, or years held against each other.

What is asked for is checked before anything is made, and a file is made whole before it is
written, so that a run that is refused leaves nothing behind.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sdgassess.cli.output import (
    refuse_standing,
    say_written,
    suffix_of,
    write_printed,
)
from sdgassess.cli.verbs.report.asked import (
    FORMATS,
    Asked,
    Layout,
    layout_of,
    output_of,
)
from sdgassess.cli.verbs.report.gaps import made_of_gaps, made_of_poster
from sdgassess.cli.verbs.report.years import made_of_years
from sdgassess.language import Words

Make = Callable[[Asked, str], tuple[bytes, Words]]
"""Makes the content of a file with a suffix; also the language that it speaks."""

_MADE: Mapping[Layout, Make] = {
    Layout.GAPS: made_of_gaps,
    Layout.POSTER: made_of_poster,
    Layout.YEARS: made_of_years,
}


def run_report(asked: Asked) -> None:
    """Print what is asked for into a file, and say which.

    Raises:
        UsageRefused: layout, options and format do not go together, or what a format needs is
            not installed.
        InputRefused: a profile, reference or picture is missing or broken.
        WriteRefused: a file of that name is there already, or it cannot be written.
    """
    layout = layout_of(asked)
    output = output_of(asked, layout)
    suffix = suffix_of(output, FORMATS[layout])
    refuse_standing(output, force=asked.force)
    content, words = _MADE[layout](asked, suffix)
    write_printed(output, content, force=asked.force)
    say_written(output, words)
