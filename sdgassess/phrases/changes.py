"""What happened to a question between two versions, in a few words."""

from __future__ import annotations

from sdgassess.analysis.versions.lineage import Kinship
from sdgassess.language import N_
from sdgassess.model.question import Comparable

REASONS = {
    Kinship.SAME: N_("asked alike"),
    Kinship.REWORDED: N_("reworded"),
    Kinship.DECLARED: N_("the same words, by its history not comparable"),
    Kinship.DECLARED_ROUGHLY: N_("the same words, by its history comparable only roughly"),
    Kinship.RESCALED: N_("other levels"),
    Kinship.REPLACES: N_("in the place of others"),
    Kinship.ADDED: N_("new"),
    Kinship.REMOVED: N_("not asked any more"),
    Kinship.OTHER_QUESTIONNAIRE: N_("another questionnaire"),
    Kinship.NOWHERE: N_("in neither version"),
    Kinship.PARKER_GONE: N_("what parked it is gone"),
}
"""Why a question of two versions is or isn't the same."""

IN_PLACE = N_("in the place of {ids}")
"""Why a question is asked, where it is known which ones it replaces."""

COMPARABLE = {
    Comparable.EXACT: N_("older answers still compare"),
    Comparable.APPROXIMATE: N_("older answers compare only roughly"),
    Comparable.NONE: N_("older answers do not compare"),
}
"""Whether answers from before a change may be held against those from after it."""
