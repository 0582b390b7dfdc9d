"""Charts as SVG: a function each, from values to a picture with its numbers in words.

Rows come sorted and named by the caller; nothing here knows a factor, a scale or a questionnaire.
Every mark differs in shape and filling, never in colour alone, so that a chart reads in black and
white. Text in a row is data: it is escaped, wrapped and never cut.
"""

from __future__ import annotations

from sdgassess.document.palette import Ink, Paper
from sdgassess.report.charts.distribution import LevelCount, OtherCount, distribution
from sdgassess.report.charts.heat_map import Columns, HeatRow, heat_map
from sdgassess.report.charts.ladder import ByHand, ladder
from sdgassess.report.charts.ladder_rows import LadderRow, QuestionMark, Target
from sdgassess.report.charts.scale import Rung, Scale, Series
from sdgassess.report.charts.small_multiples import small_multiples
from sdgassess.report.charts.style_axis import style_axis
from sdgassess.report.charts.style_rows import (
    Condition,
    StyleAxis,
    StyleItem,
    Zone,
)
from sdgassess.report.charts.voices import VoiceMark, VoiceRow, voices

__all__ = [
    "ByHand",
    "Columns",
    "Condition",
    "HeatRow",
    "Ink",
    "LadderRow",
    "LevelCount",
    "OtherCount",
    "Paper",
    "QuestionMark",
    "Rung",
    "Scale",
    "Series",
    "StyleAxis",
    "StyleItem",
    "Target",
    "VoiceMark",
    "VoiceRow",
    "Zone",
    "distribution",
    "heat_map",
    "ladder",
    "small_multiples",
    "style_axis",
    "voices",
]
