"""The page of years on a terminal: what every part of it is written on and told with."""

from __future__ import annotations

from sdgassess.analysis.years import Years
from sdgassess.report.page import Page
from sdgassess.report.years_told import YearsTold


class YearsPage(YearsTold):
    """The page of several profiles.

    Attributes:
        page: what is written on.
    """

    def __init__(
        self, page: Page, years: Years, across: bool = False, linear: bool = False
    ) -> None:
        """Tell of several profiles on a page, in its language."""
        super().__init__(page.words, years, across=across, linear=linear)
        self.page = page
