"""A report as Markdown: read back by a parser, every text is the words that it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from sdgassess.document.blocks import (
    Beside,
    Block,
    Bullets,
    Cell,
    Choice,
    Choices,
    Count,
    Counts,
    Figure,
    Heading,
    Look,
    NewPage,
    Paragraph,
    Quotation,
    Table,
    Together,
    WritingLines,
)
from sdgassess.document.runs import Run, plain_runs
from sdgassess.language import LANGUAGES, Words
from sdgassess.media.markdown import report_markdown
from sdgassess.text import visible
from tests.given.specimen import CHART, LETTERS, NASTY, specimen

READER = MarkdownIt("commonmark").enable("table")
OURS = {"text", "text_special", "strong_open", "strong_close"}
"""What may stand in a line: words, and words that stand out."""
PARTS = {"heading", "paragraph", "bullet_list", "list_item", "blockquote", "hr", "inline"} | {
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip


def markdown(*blocks: Block, language: str = "en") -> str:
    return report_markdown(specimen(*blocks, language=language), Words(language))


def read(*blocks: Block) -> list[Token]:
    """The tokens of a report's blocks, without its own head and foot."""
    tokens = READER.parse(markdown(*blocks))
    for token in tokens:
        assert token.type.removesuffix("_open").removesuffix("_close") in PARTS, token
        assert {child.type for child in token.children or ()} <= OURS, token.content
    assert [tokens[0].tag, tokens[-1].tag] == ["h1", "p"]
    return tokens[3:-3]


def said(tokens: list[Token]) -> list[str]:
    """The words of every line, as people read them."""
    return [
        folded("".join(child.content for child in token.children or ()))
        for token in tokens
        if token.type == "inline"
    ]


def strong(tokens: list[Token]) -> Iterator[str]:
    """The words that stand out."""
    for token in tokens:
        for opening, text in pairwise(token.children or ()):
            if opening.type == "strong_open":
                yield text.content


def folded(text: str) -> str:
    """A text as one line; spaces of any kind and number are one."""
    return " ".join(visible(text).split())


def everywhere(text: str) -> tuple[Block, ...]:
    """A text wherever one can stand."""
    runs = plain_runs(text)
    return (
        Heading(2, runs),
        Paragraph(runs),
        Bullets((runs, runs)),
        Counts((Count("7", text),)),
        Table(
            runs,
            (runs, runs),
            (
                (
                    Cell(runs),
                    Cell(runs),
                ),
            ),
            (1, 1),
        ),
        Figure(CHART._replace(title=text, alt=text), runs),
        Quotation(Run(text), runs),
        WritingLines(text, 1, runs),
        Choices("?", (Choice(text, runs), Choice("1", runs, ticked=True))),
    )


def assert_inert(text: str) -> None:
    """The report has the same parts as one of plain words, and says the text in each."""
    text = re.sub("\r?\n", " ", text)  # lines are looked at by themselves
    line = folded(text)
    tokens, plain = read(*everywhere(text)), read(*everywhere("Qq"))
    if line:
        assert [token.type for token in tokens] == [token.type for token in plain]
        assert said(tokens) == [words.replace("Qq", line) for words in said(plain)]


@pytest.mark.parametrize("text", NASTY)
def test_nasty_text_is_the_words_that_it_is(text: str) -> None:
    assert_inert(text)


@pytest.mark.parametrize(
    "text",
    [
        "# head", "## head ##",
        "- point", "+ point", "* point", "1. first", "12) twelfth", "> said",
        "---", "***",
        "___", "===", "- - -", "```", "~~~", "    code", "\ttab", "[x] done", "[a]: /b",
        "| a | b |", "|---|", "a\\", "\\|", "\\\\|", "**bold**", "__bold__", "a_b_c", "`code`",
        "<b>", "<!-- hidden -->", "<http://x.dk>", "&copy;", "&#35;", "![i](j)", "[^1]", ":---:",
        "a\nb", "a  \nb",
        "  \n", "\u00a0x\u00a0", "2026. Ja", "-", "=", "#", "1.", "!", "![", "^a^",
    ],
)  # fmt: skip
def test_marks_of_markdown_are_words(text: str) -> None:
    assert_inert(text)


@settings(max_examples=100, deadline=None)
@given(
    st.text(alphabet=st.sampled_from("ab12 \\`*_[]()<>|~#&$@{}!^=+-.:;/\n\"'\u00a0é"), max_size=12)
)
@example("1\\.")
def test_any_marks_are_words(text: str) -> None:
    assert_inert(text)


@pytest.mark.parametrize(
    "text", ["a) x", "(1) x", "iv. x", "B. x", ":+1: x", "a :tada:", "!!! note"]
)
def test_marks_of_other_dialects_are_numbers(text: str) -> None:
    """Lists by letters, pictures by name, boxes: Pandoc, GitHub and page builders have them."""
    assert text not in markdown(Paragraph(plain_runs(text)))
    assert_inert(text)


@pytest.mark.parametrize("text", ["a|b", "*x*", "1. x", "- x", "www.x.dk", "a*b", "~#&$@{}^[]<_"])
def test_no_dialect_needs_to_know_what_a_backslash_does(text: str) -> None:
    """Which signs a backslash works before is different in each; numbers are the same in all."""
    assert "\\" not in markdown(*everywhere(text))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=30))
def test_any_text_is_the_words_that_it_is(text: str) -> None:
    assert_inert(text)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.text(alphabet="a *.!_\\é", max_size=5), st.booleans()), max_size=5))
def test_weight_never_costs_a_letter(parts: list[tuple[str, bool]]) -> None:
    runs = tuple(Run(text, strong=weight) for text, weight in parts)
    words = folded("".join(text for text, _ in parts))
    assert said(read(Paragraph(runs))) == ([words] if words else [])


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ((Run("see "), Run("budget", strong=True), Run(" first")), "see **budget** first"),
        ((Run("see "), Run("budget ", strong=True), Run("first")), "see **budget** first"),
        ((Run("gr", strong=True), Run("een", strong=True)), "**green**"),
        ((Run("a"), Run("(b)", strong=True), Run("c")), "a(b)c"),
        ((Run(" ", strong=True), Run("x")), "x"),
        ((Run("samsyn", "sv", strong=True),), "**samsyn**"),
    ],
)
def test_what_stands_out(runs: tuple[Run, ...], expected: str) -> None:
    assert markdown(Paragraph(runs)).split("\n\n")[1] == expected


def test_the_specimen_is_read_back_whole() -> None:
    tokens = READER.parse(report_markdown(specimen(), Words("da")))
    lines = said(tokens)
    assert lines[0] == f"Prøvetryk {LETTERS}"
    assert lines[-1] == specimen().footer
    assert [line for line in lines if line in NASTY].count(NASTY[0]) == 4
    heads = [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
    assert heads == [1, 2, 3, 2, 3, 3]


def test_a_table_stands_below_its_caption_with_numbers_in_the_middle() -> None:
    level = Cell(plain_runs("2"), numeric=True, shade=2)
    heads = (plain_runs("Factor"), plain_runs("Level"), plain_runs("Notes"))
    row = (Cell(plain_runs("Budget")), level, Cell(room=2))
    text = markdown(Table(plain_runs("Levels | factors"), heads, (row,), (1, 1, 1)))
    assert text.split("\n\n")[1:3] == [
        "**Levels &#124; factors**",
        "| Factor | Level | Notes |\n| --- | :---: | --- |\n| Budget | 2 |  |",
    ]


def test_a_table_without_rows_keeps_its_head() -> None:
    tokens = read(
        Table(plain_runs("None"), (plain_runs("Factor"), plain_runs("Level")), (), (1, 1))
    )
    assert [token.type for token in tokens].count("th_open") == 2


def test_a_chart_is_its_numbers_in_words() -> None:
    tokens = read(Figure(CHART, plain_runs("How to read it")))
    assert list(strong(tokens)) == [CHART.title]
    assert said(tokens)[1:] == [f"The figure in words: {CHART.alt}", "How to read it"]
    assert "svg" not in markdown(Figure(CHART))


def test_lines_to_write_on_are_lines() -> None:
    tokens = read(WritingLines("Who", 2, plain_runs("the director")), WritingLines("When", 1))
    assert said(tokens) == ["Who the director", "When"]
    assert [token.type for token in tokens].count("hr") == 3


def test_a_label_in_two_languages() -> None:
    tokens = read(WritingLines("Hvem", 0, plain_runs("x"), Run("Vem", "sv")))
    assert said(tokens) == ["Hvem / Vem x"]


def test_answers_are_boxes_to_tick() -> None:
    answers = (Choice("0", plain_runs("Not at all")), Choice("?", plain_runs("x"), ticked=True))
    assert markdown(Choices("How firm?", answers)).split("\n\n")[1] == (
        "- [ ] **0** Not at all\n- [x] **?** x"
    )


def test_figures_and_points_are_two_lists() -> None:
    tokens = read(Counts((Count("6", "steps"),)), Bullets((plain_runs("x"),)))
    assert [token.type for token in tokens].count("bullet_list_open") == 2
    assert list(strong(tokens)) == ["6"]


def test_a_quotation_holds_its_source() -> None:
    tokens = read(Quotation(Run("Undvik projektfällan", "sv"), plain_runs("[004:20]")))
    assert tokens[0].type == "blockquote_open"
    assert said(tokens) == ["Undvik projektfällan", "– [004:20]"]


def test_columns_stand_below_each_other_and_pages_are_left_out() -> None:
    one, two, three = (Paragraph(plain_runs(word)) for word in ("one", "two", "three"))
    assert said(read(Together((one, NewPage())), Beside((two,), (three,), (2, 1)))) == [
        "one",
        "two",
        "three",
    ]


def test_lines_and_lists_of_people_stay_lines_and_lists() -> None:
    wrote = "three reasons:\n- money\n• *time*\n\nand one hope\n# no head\n1. no number"
    text = markdown(Paragraph((Run("Comment: ", strong=True), Run(wrote))))
    assert text.split("\n\n")[1:-1] == [
        "**Comment:** three reasons:",
        "- money\n- &#42;time&#42;",
        "and one hope",
        "&#35; no head",
        "1&#46; no number",
    ]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(alphabet=st.sampled_from("ab1 *_#-+.>|\\`[]=:"), max_size=6), max_size=5))
def test_any_lines_are_words_in_lines(lines: list[str]) -> None:
    tokens = read(Paragraph(plain_runs("\n".join(["x", *lines]))))
    wanted = [re.sub(r"^\s*[-*•–] +(?=\S)", "", line) for line in ["x", *lines]]
    assert said(tokens) == [folded(line) for line in wanted if line.strip()]


def test_lines_in_a_cell_are_parted() -> None:
    row = (Cell((Run("a\n- b\n\n| c"),)), Cell(plain_runs("2")))
    table = Table(plain_runs("x"), (plain_runs("h"), plain_runs("i")), (row,), (1, 1))
    assert "| a / - b / &#124; c | 2 |" in markdown(table)


def test_a_name_line_stands_below_the_title() -> None:
    document = specimen()._replace(look=Look(name_line="# Prøveby"))
    assert report_markdown(document, Words("da")).split("\n\n")[1] == "&#35; Prøveby"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_ends_in_one_line_and_has_no_empty_ones_more_than_needed(language: str) -> None:
    text = report_markdown(specimen(language=language), Words(language))
    assert text.endswith("\n")
    assert "\n\n\n" not in text
    assert all(line == line.rstrip() for line in text.splitlines())
    assert text == report_markdown(specimen(language=language), Words(language))
