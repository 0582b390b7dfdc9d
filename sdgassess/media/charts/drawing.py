"""Any chart of a document drawn, each kind by its own room."""

from __future__ import annotations

from typing import assert_never

from sdgassess.document.blocks import Chart
from sdgassess.document.charts.distribution import Distribution
from sdgassess.document.charts.heat_map import HeatMap
from sdgassess.document.charts.ladder import Ladder
from sdgassess.document.charts.small_multiples import SmallMultiples
from sdgassess.document.charts.style_axis import StyleAxis
from sdgassess.document.charts.voices import Voices
from sdgassess.language import Words
from sdgassess.media.charts.distribution import draw_distribution
from sdgassess.media.charts.heat_map import draw_heat_map
from sdgassess.media.charts.ladder import draw_ladder, draw_narrow_ladder
from sdgassess.media.charts.pen import Drawing
from sdgassess.media.charts.small_multiples import draw_small_multiples
from sdgassess.media.charts.style_axis import draw_style_axis
from sdgassess.media.charts.voices import draw_voices


def draw_narrow(chart: Chart, words: Words) -> Drawing | None:
    """Draw a chart for a telephone; None where it has no narrow form and is moved sideways."""
    return draw_narrow_ladder(chart, words) if isinstance(chart, Ladder) else None


def draw(chart: Chart, words: Words) -> Drawing:
    """Draw a chart.

    Args:
        chart: what it shows; its title and its alternative text go beside the picture.
        words: the fixed words of its heads and its legend, in the document's language.

    Returns:
        A picture of the width of a text column, as high as its rows need.
    """
    match chart:
        case Ladder():
            drawing = draw_ladder(chart, words)
        case Distribution():
            drawing = draw_distribution(chart, words)
        case Voices():
            drawing = draw_voices(chart, words)
        case StyleAxis():
            drawing = draw_style_axis(chart, words)
        case HeatMap():
            drawing = draw_heat_map(chart, words)
        case SmallMultiples():
            drawing = draw_small_multiples(chart, words)
        case _:
            assert_never(chart)
    return drawing
