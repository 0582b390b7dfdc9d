"""The poster's content: before a workshop a question and room, after it the finding."""

from __future__ import annotations

from pathlib import Path

from sdgassess.cli.printed import look_of
from sdgassess.cli.report_asked import Asked
from sdgassess.cli.report_gaps import assessed, tables_of
from sdgassess.language import Words


def made_of_poster(asked: Asked, suffix: str) -> tuple[bytes, Words]:
    """The poster as a PDF, or everything it rests on as tables or JSON.

    Raises:
        InputRefused: the profile, a reference or the logo is missing or broken.
        UsageRefused: what the format needs is not installed.
    """
    look = look_of(asked.logo, asked.name_line)
    opened, report = assessed(asked)
    if suffix != ".pdf":
        return tables_of(opened, report, suffix), opened.words
    from sdgassess.report.charts.palette import Ink  # noqa: PLC0415 - as above
    from sdgassess.report.poster import poster  # noqa: PLC0415 - only where it is printed
    from sdgassess.report.poster_pdf import Paper, poster_pdf  # noqa: PLC0415 - as above
    from sdgassess.report.poster_sheet import Headline  # noqa: PLC0415 - as above

    sheet = poster(
        report.score,
        report.priorities,
        opened.words,
        Headline(asked.headline or Headline.QUESTION),
        file=Path(opened.file).name,
    )
    paper, ink = Paper(asked.paper or Paper.A3), Ink(asked.ink or Ink.COLOUR)
    return poster_pdf(sheet._replace(look=look), paper, ink), opened.words
