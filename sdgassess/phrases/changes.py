"""What happened to a question between two versions, in a few words."""

from __future__ import annotations

from sdgassess.analysis.versions.lineage import Reason
from sdgassess.language import N_
from sdgassess.model.question import Comparable

REASONS = {
    Reason.SAME: N_("asked alike"),
    Reason.REWORDED: N_("reworded"),
    Reason.RESCALED: N_("other levels"),
    Reason.REPLACES: N_("in the place of others"),
    Reason.ADDED: N_("new"),
    Reason.REMOVED: N_("not asked any more"),
    Reason.OTHER_QUESTIONNAIRE: N_("another questionnaire"),
    Reason.NOWHERE: N_("in neither version"),
    Reason.PARKER_GONE: N_("what parked it is gone"),
}
"""Why a question of two versions is or isn't the same."""

COMPARABLE = {
    Comparable.EXACT: N_("older answers still compare"),
    Comparable.APPROXIMATE: N_("older answers compare only roughly"),
    Comparable.NONE: N_("older answers do not compare"),
}
"""Whether answers from before a change may be held against those from after it."""
