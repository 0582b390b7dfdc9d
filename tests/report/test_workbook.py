"""The workbook: all data, as what it is, and nobody's voice without consent."""

from __future__ import annotations

import datetime as dt
import io
import re
import sys
import zipfile
from fractions import Fraction

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdgassess.analysis.gaps import Verdict
from sdgassess.document.passage import passage_line
from sdgassess.document.sheets import (
    Column,
    Workbook,
    distinct_columns,
)
from sdgassess.language import LANGUAGES
from sdgassess.media.xlsx import xlsx_bytes
from sdgassess.model.profile import (
    Agreement,
    Answer,
    Evidence,
    EvidenceKind,
    Participant,
    Period,
    PickStatus,
    Priority,
    Voice,
)
from sdgassess.phrases.levels import assessed_name
from sdgassess.phrases.terms import words_about
from sdgassess.problem import UsageRefused
from sdgassess.report.workbook.places import places_sheet
from sdgassess.scoring.score import Score, score
from sdgassess.text import is_exact, visible
from tests.given.gap_reports import gap_report
from tests.given.profiles import profile
from tests.given.questionnaires import newer, nordic
from tests.given.specimen import LETTERS, NASTY
from tests.given.workbooks import book, cells, example_years, one_sheet, sheet
from tests.given.years import year, years

TODAY = dt.date(2026, 9, 1)
ROLES = ("Politician", "Coordinator", "Line manager")


def read(workbook: Workbook) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(xlsx_bytes(workbook)))


def parts(workbook: Workbook) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(xlsx_bytes(workbook))) as file:
        return {name: file.read(name) for name in file.namelist()}


def said_by_roles(consent: bool | None) -> Score:
    voices = (
        Voice("politician", level=Fraction(3), by="p1"),
        Voice("coordinator", level=Fraction(1), by="k1"),
    )
    answer = Answer(
        level=Fraction(2),
        voices=voices,
        agreed=Agreement(("politician", "coordinator"), reason="=1+1", dissent="@no"),
        comment="+first\nsecond",
        evidence=(Evidence(EvidenceKind.DOCUMENT, "-2", "=ref", Period(2026, 1, 2)),),
    )
    asked = profile({"POL2": 1})
    people = (Participant("p1", "politician"), Participant("k1", "coordinator"))
    found = asked._replace(answers={"POL1": answer}, consent=consent, participants=people)
    return score(nordic(), found)


def test_there_are_the_sheets_that_belong_in_it() -> None:
    alone = [one.id for one in book(example_years()[0]).sheets]
    assert alone == ["overview", "answers", "factors", "risks", "gaps", "steps", "method"]
    several = [one.id for one in book(*example_years()).sheets]
    assert several == [*alone[:-1], "years", "method"]


def test_the_front_sheet_has_a_row_a_factor_and_a_column_a_year_on_one_scale() -> None:
    scores = example_years()
    front = book(*scores, language="en").sheets[0]
    assert [column.head for column in front.columns[2:]] == [
        one.profile.date.isoformat() for one in scores
    ]
    for one in scores:
        levels = [part.level for part in one.scored.values()]
        assert cells(front, one.profile.date.isoformat()) == levels
    assert {column.shades for column in front.columns[2:]} == {(Fraction(0), Fraction(4))}


def test_municipalities_have_a_row_each_on_the_front_sheet() -> None:
    scores = example_years()
    front = book(*scores, language="en", across=True).sheets[0]
    assert len(list(front.rows)) == len(scores)
    assert len(front.columns) == 2 + len(scores[-1].scored)


@pytest.mark.parametrize("name", ["answers", "gaps", "steps"])
def test_a_question_stands_beside_its_id_and_both_stay_in_sight(name: str) -> None:
    found = sheet(book(*example_years(), language="en"), name)
    assert [column.head for column in found.columns[:3]] == ["Id", "Text", "Date"]
    assert found.fixed == 2
    result = example_years()[-1]
    asked = result.questionnaire.questions
    texts = {key: passage_line(question.text, "en") for key, question in asked.items()}
    assert all(row[1] == texts[str(row[0])] for row in found.rows)


def test_what_became_of_a_step_is_picked_from_a_list() -> None:
    picks = (
        Priority("LED2", Fraction(2), known_by="A paper", status=PickStatus.DONE, on=TODAY),
        Priority("BUD2", Fraction(3), status=PickStatus.DROPPED, because="No money"),
        Priority("CONT1", Fraction(2)),
    )
    result = score(nordic(), example_years()[-1].profile._replace(priorities=picks))
    steps = sheet(book(result, language="en"), "steps")
    assert cells(steps, "Status")[:3] == ["done", "dropped", "open"]
    assert cells(steps, "Done on")[0] == TODAY
    assert cells(steps, "Why dropped")[1] == "No money"
    assert cells(steps, "How we will know")[0] == "A paper"
    page = read(book(result, language="en"))["Next steps"]
    (rule,) = page.data_validations.dataValidation
    assert rule.formula1 == '"open,done,dropped"'
    assert max(area.max_row for area in rule.sqref.ranges) == 1_048_576
    shaded = read(book(result, language="en"))["Overview"].conditional_formatting
    assert [rule.type for area in shaded for rule in area.rules] == ["colorScale"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_fits_its_heads_and_every_name_its_tab(language: str) -> None:
    made = book(*example_years()[1:], language=language)
    for one in made.sheets:
        heads = [column.head.casefold() for column in one.columns]
        assert len(set(heads)) == len(heads)
        assert {len(row) for row in one.rows} == {len(heads)}
    found = read(made)
    assert len(found.sheetnames) == len(made.sheets)
    for name in found.sheetnames:
        assert len(name) <= 31
        assert not set("[]:*?/\\") & set(name)


def test_each_answer_stands_as_it_was_scored() -> None:
    result = example_years()[-1]
    answers = sheet(book(result, language="en"), "answers")
    assert cells(answers, "Id") == list(result.questions)
    stood = [(one.answered, one.backed, one.spread) for one in result.questions.values()]
    told = ("Answered level", "Backed level", "Steps between roles")
    assert list(zip(*(cells(answers, head) for head in told), strict=True)) == stood
    unlevelled = [one.state is not None for one in result.questions.values()]
    assert [told is not None for told in cells(answers, "Instead of a level")] == unlevelled
    for one, meaning in zip(
        result.questions.values(), cells(answers, "What the level says"), strict=True
    ):
        option = nordic().questions[one.id].option(one.answered or Fraction(0))
        assert option is not None
        behind = re.sub(r"^As [0-9], ", "", option.text.words["en"])
        assert (meaning is not None) == (one.answered is not None)
        assert meaning is None or str(meaning).endswith(behind)


def test_every_point_of_every_reference_is_a_gap_or_none() -> None:
    result = example_years()[-1]
    held = gap_report(result).against
    points = [gap for one in held for gap in one.points]
    gaps = sheet(book(result, language="en"), "gaps")
    assert cells(gaps, "Id") == [gap.question for gap in points]
    below = [gap.steps if gap.verdict in (Verdict.MET, Verdict.BELOW) else None for gap in points]
    assert cells(gaps, "Steps below") == below
    assert sum(steps for steps in below if steps) == sum(one.steps for one in held)
    assert cells(gaps, "There at least") == [gap.point.at_least for gap in points]


def test_the_lists_to_choose_from_are_all_there() -> None:
    result = example_years()[-1]
    found = gap_report(result).priorities
    steps = sheet(book(result, language="en"), "steps")
    listed = list(zip(cells(steps, "List"), cells(steps, "Id"), strict=True))
    first = "Picked" if found.picked else "Suggested"
    assert [one for name, one in listed if name == first] == [c.question for c in found.chosen]
    assert [one for name, one in listed if name == "Not now"] == list(found.not_now)
    assert [one for name, one in listed if name == "Keep"] == list(found.keep)
    whys = [
        why
        for name, why in zip(cells(steps, "List"), cells(steps, "Reasons"), strict=True)
        if name == "Candidate"
    ]
    assert whys
    assert all(whys)


def test_years_stand_side_by_side_with_signed_steps() -> None:
    scores = example_years()
    years = sheet(book(*scores, language="en"), "years")
    first, last = (str(one.profile.date) for one in (scores[0], scores[-1]))
    rows = zip(
        cells(years, "Kind"),
        cells(years, first),
        cells(years, last),
        cells(years, f"Change since {first}"),
        cells(years, f"Steps since {first}"),
        strict=True,
    )
    seen = set()
    for kind, then, now, change, steps in rows:
        if kind != "Question" or change == "not comparable":
            assert steps is None
            continue
        assert is_exact(then)
        assert is_exact(now)
        assert steps == now - then
        assert change == ("higher" if now > then else "lower" if now < then else "the same")
        seen.add(change)
    assert {"higher", "the same"} <= seen


def test_a_question_that_moved_stands_with_its_newest_part() -> None:
    then, now = year({"POL2": 1}, "2025-03-01"), year({"POL2": 2}, "2026-03-01", rules=newer())
    rows = sheet(book(then, now, language="en"), "years").rows
    (part,) = [row[2] for row in rows if row[0] == "POL2"]
    assert part == newer().nodes["LED"].title.words["en"]


def test_nothing_is_higher_or_lower_across_municipalities() -> None:
    here = example_years()[-1]
    town = here.profile.municipality._replace(name="=Ødeby [1]")
    there = here._replace(profile=here.profile._replace(municipality=town))
    years = sheet(book(here, there, language="en", across=True), "years")
    heads = [column.head for column in years.columns]
    assert not [head for head in heads if head.startswith(("Change", "Steps"))]
    day = here.profile.date
    assert f"=Ødeby [1] {day}" in heads
    assert cells(years, f"=Ødeby [1] {day}") == cells(years, f"Eksempelby {day}")


def test_one_long_table_has_a_row_for_each_place_with_what_stands_in_its_column() -> None:
    here, there = example_years()[-1], example_years()[0]
    town = there.profile.municipality._replace(name="Ødeby")
    there = there._replace(profile=there.profile._replace(municipality=town))
    wide = sheet(book(here, there, language="en", across=True), "years")
    long = places_sheet(years(here, there), words_about(here.questionnaire, "en"))
    for name, place in (("Eksempelby", here), ("Ødeby", there)):
        places = [column.head for column in long.columns]
        named = (assessed_name(place.profile), place.profile.date)
        rows = [row for row in long.rows if row[:2] == named]
        assert [row[places.index("Level")] for row in rows] == cells(
            wide, f"{name} {place.profile.date}"
        )
        assert [row[2:6] for row in rows] == [row[:4] for row in wide.rows]
    assert len(long.rows) == 2 * len(wide.rows)
    reasons = cells(wide, "Why not comparable")
    assert any(reasons)
    assert bool([cell for cell in cells(long, "Why not comparable") if cell])


@pytest.mark.parametrize("consent", [None, False])
def test_without_consent_no_role_is_named_anywhere(consent: bool | None) -> None:
    made = book(said_by_roles(consent), language="en")
    shown = "".join(part.decode() for part in parts(made).values())
    for role in ("Politician", "Coordinator"):
        assert f"Voice: {role}" not in shown
        assert f"Took part: {role}" not in shown
    answers = sheet(made, "answers")
    assert cells(answers, "Voices")[0] == 2
    assert (cells(answers, "Lowest voice")[0], cells(answers, "Highest voice")[0]) == (1, 3)
    told = {row[-2]: row[-1] for row in sheet(made, "method").rows}
    assert told["People who took part"] == 2
    assert told["Answers by role"] == "not shown: no consent was given"


def test_with_consent_roles_have_columns_of_their_own() -> None:
    agreed, not_asked = said_by_roles(True), said_by_roles(None)
    made = book(agreed, language="en")
    assert cells(sheet(made, "answers"), "Voice: Politician")[0] == 3
    told = {row[-2]: row[-1] for row in sheet(made, "method").rows}
    assert told["Took part: Coordinator"] == 1
    earlier = not_asked._replace(profile=not_asked.profile._replace(date=dt.date(2025, 3, 12)))
    both = sheet(book(earlier, agreed, language="en"), "answers")
    levels = [level for level in cells(both, "Voice: Politician") if level is not None]
    assert levels == [3], "only the year with consent shows them"


def test_numbers_are_numbers_and_days_are_days() -> None:
    row = (2, Fraction(5, 2), dt.date(2026, 3, 12), None, "2")
    found = read(one_sheet(row, heads=("a", "b", "c", "d", "e")))["Answers"]
    values = [cell.value for cell in found[2]]
    assert values == [2, 2.5, dt.datetime(2026, 3, 12), None, "2"]  # noqa: DTZ001 - a day has no zone
    assert [cell.data_type for cell in found[2]] == ["n", "n", "d", "n", "s"]
    assert found["C2"].number_format == "mm-dd-yy", "Excel's own short date, shown by country"


def test_text_is_never_a_formula_or_a_link() -> None:
    texts = (*NASTY, "http://example.org", "{=1+1}", "-2", "1,5", "TRUE", "_x0041_")
    made = one_sheet(*((text, text) for text in texts), heads=("=1+1", "+x"))
    rows = list(read(made)["Answers"].iter_rows(min_row=2))
    assert [row[0].value for row in rows] == list(texts)
    assert {cell.data_type for row in rows for cell in row} == {"s"}
    everything = parts(made)
    sheets = b"".join(xml for name, xml in everything.items() if "worksheets" in name)
    assert not re.search(rb"<f[ >]|<hyperlink|<cellFormula", sheets)
    assert b"calculatedColumnFormula" not in b"".join(everything.values())


@settings(max_examples=15, deadline=None)
@given(st.lists(st.text(max_size=40), min_size=1, max_size=12))
def test_any_text_comes_back_as_it_is_shown(texts: list[str]) -> None:
    rows = read(one_sheet(*((1, text) for text in texts)))["Answers"].iter_rows(min_row=2)
    assert [row[1].value or "" for row in rows] == [visible(text) for text in texts]


def test_a_text_longer_than_a_cell_holds_is_cut_and_says_so() -> None:
    found = read(one_sheet(("x" * 40_000, "y" * 32_767)))["Answers"]
    assert len(found["A2"].value) == 32_767
    assert found["A2"].value.endswith("…")
    assert found["B2"].value == "y" * 32_767


def test_every_sheet_is_a_table_that_prints_with_its_heads() -> None:
    made = book(*example_years())
    found = read(made)
    for one, page in zip(made.sheets, found.worksheets, strict=True):
        (table,) = page.tables.values()
        assert table.headerRowCount in (None, 1)
        assert [column.name for column in table.tableColumns] == [c.head for c in one.columns]
        assert page.max_row == len(one.rows) + 1
        assert page.page_setup.orientation == "landscape"
        assert page.page_setup.paperSize == 9
        assert page.page_setup.fitToHeight == 0
        assert page.print_title_rows == "$1:$1"
        assert page.freeze_panes is not None
    answers = found.worksheets[0]
    assert answers.print_title_cols == "$A:$B"
    assert answers.freeze_panes == "C2"


def test_rows_are_as_high_as_their_longest_text() -> None:
    found = read(one_sheet(("a", "b"), ("a " * 50, "b"), ("a\nb\nc", "b")))["Answers"]
    heights = [found.row_dimensions[row].height for row in (2, 3, 4)]
    assert heights == [15.75, 78.75, 47.25]


def test_a_sheet_without_rows_still_opens() -> None:
    made = read(one_sheet())["Answers"]
    assert [cell.value for cell in made[1]] == ["A", "B"]


def test_heads_that_are_one_to_excel_are_told_apart() -> None:
    heads = [
        column.head for column in distinct_columns([Column(h, 1) for h in ("a", "A", "b", "a")])
    ]
    assert heads == ["a", "A (2)", "b", "a (3)"]


def test_properties_and_the_same_bytes() -> None:
    made = one_sheet(("a", "b"))
    properties = read(made).properties
    assert properties.title == f"Prøve {LETTERS}"
    assert properties.language == "da-DK"
    assert properties.creator == "sdgassess"
    assert properties.created == properties.modified == dt.datetime(2026, 3, 12)  # noqa: DTZ001 - as Excel keeps it
    assert xlsx_bytes(made) == xlsx_bytes(made)
    full = book(*example_years())
    assert xlsx_bytes(full) == xlsx_bytes(full)


def test_a_missing_package_is_named_with_the_command_that_helps(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(UsageRefused) as refused:
        xlsx_bytes(one_sheet())
    (problem,) = refused.value.problems
    assert (problem.code, problem.facts["suffix"]) == ("P602", ".xlsx")
    assert problem.facts["package"] == "XlsxWriter"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["answers", "steps"])
def test_no_level_is_told_by_what_stands_below_it(language: str, name: str) -> None:
    found = sheet(book(*example_years(), language=language), name)
    texts = [cell for row in found.rows for cell in row if isinstance(cell, str)]
    assert not [text for text in texts if re.match(r"(As|Som) [0-9], ", text)]
