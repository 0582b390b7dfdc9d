"""A chart on a slide: a native one, whose numbers stand behind it and can be changed."""

from __future__ import annotations

from typing import Any

from pptx.chart.chart import Chart
from pptx.chart.data import ChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_TICK_LABEL_POSITION,
)
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.slide import Slide as PowerPointSlide
from pptx.util import Pt

from sdgassess.document.slides import BarChart
from sdgassess.media.slides.table import Place
from sdgassess.text import visible

_GREY = -0.5
"""How much darker than the slide's ground earlier bars are: 3:1 at least on a white one."""


_BESIDE = Pt(12)
"""How large the numbers are where bars stand side by side."""


def write_chart(page: PowerPointSlide, chart: BarChart, place: Place) -> None:
    """Write bars where the layout has its place for one thing.

    Args:
        page: the slide.
        chart: the bars.
        place: where they stand.
    """
    numbers = ChartData()
    numbers.categories = [visible(bar.label) for bar in chart.bars]
    for number, name in enumerate(chart.names):
        lengths = [bar.values[number] for bar in chart.bars]
        values = [None if length is None else float(length) for length in lengths]
        numbers.add_series(visible(name), values)
    left, top, width, height = place
    kind = XL_CHART_TYPE.BAR_CLUSTERED
    # The package's own types call this frame a chart.
    frame: Any = page.shapes.add_chart(kind, left, top, width, height, numbers)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", visible(chart.alt))
    drawn = frame.chart
    drawn.has_title, drawn.has_legend = False, len(chart.names) > 1
    if drawn.has_legend:
        _mute_earlier(drawn)
        drawn.legend.position = XL_LEGEND_POSITION.TOP
        drawn.legend.include_in_layout = False
    _set_axes(drawn, chart)
    plot = drawn.plots[0]
    plot.gap_width, plot.vary_by_categories = 60, False
    plot.has_data_labels = True
    if drawn.has_legend:  # bars side by side are thin: larger numbers would cover each other
        plot.gap_width, plot.data_labels.font.size = 30, _BESIDE
    plot.data_labels.show_value = True
    plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
    plot.data_labels.number_format, plot.data_labels.number_format_is_linked = "General", False


def _name_every_bar(names: Any) -> None:
    """No name is skipped where the place is low; else every second bar would have none."""
    # LibreOffice shows all of them only where their text is said not to be turned.
    names.tick_labels.font._element.getparent().getparent().getparent().find(qn("a:bodyPr")).set(
        "rot", "0"
    )
    skip = OxmlElement("c:tickLblSkip")
    skip.set("val", "1")
    last = names._element.find(qn("c:noMultiLvlLbl"))
    if last is None:
        names._element.append(skip)
    else:
        last.addprevious(skip)


def _mute_earlier(drawn: Chart) -> None:
    """Grey before colour, of the theme's own: the last bars are what it is about."""
    *earlier, last = drawn.plots[0].series
    for series in earlier:
        series.format.fill.solid()
        series.format.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
        series.format.fill.fore_color.brightness = _GREY
    last.format.fill.solid()
    last.format.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_1


def _set_axes(drawn: Chart, chart: BarChart) -> None:
    """The first bar on top, as in a list; the scale whole, whatever the bars are."""
    names, levels = drawn.category_axis, drawn.value_axis
    names.reverse_order = True
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.has_major_gridlines = False
    _name_every_bar(names)
    # Behind a turned axis the scale would stand on top.
    crosses = names._element.getparent().find(f"{qn('c:valAx')}/{qn('c:crosses')}")
    if crosses is not None:
        crosses.set("val", "max")
    levels.minimum_scale, levels.maximum_scale = float(chart.low), float(chart.high)
    if chart.step:
        levels.major_unit = float(chart.step)
