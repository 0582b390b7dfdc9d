"""Several municipalities side by side: where they stand alike, and where not; nobody is ranked."""

from __future__ import annotations

from sdgassess.report.years_page import YearsPage


def write_differences(told: YearsPage) -> None:
    """The questions that all answered alike: those at one level, then those at several."""
    years, page, words = told.years, told.page, told.page.words
    alike = [q for q in years.compared if len({one.level for one in years.paths[q]}) == 1]
    if alike:
        page.heading(words("All at the same level"))
        page.text(", ".join(f"{q} {told.mark(years.paths[q][0])}" for q in alike), "  ")
    apart = [question for question in years.compared if question not in alike]
    if apart:
        page.heading(words("At different levels"))
    for question in apart:
        marks = enumerate(years.paths[question])
        levels = told.dotted.join(f"{told.label(i)} {told.mark(one)}" for i, one in marks)
        page.item(f"{question}  {levels}")
        page.text(page.say(years.rules.questions[question].text), "    ")
    left = [question for question in years.paths if question not in years.compared]
    if left:
        page.heading(words("Not compared: not answered alike by all"))
        page.text(", ".join(left), "  ")
