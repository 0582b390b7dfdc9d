"""P2xx: questionnaires whose parts do not fit together."""

from __future__ import annotations

from sdgassess.language import N_
from sdgassess.report.wordings.saying import Saying

_NEAR = N_('Did you mean "{near}"?')
_ALLOWED = N_("Allowed are: {allowed}.")

QUESTIONNAIRE = {
    "P201": Saying(
        N_('the id "{id}" stands here twice; the first is on line {first}'),
        (N_("Choose another one. Parts, questions and retired questions share one set of ids."),),
    ),
    "P202": Saying(
        N_('"{id}" is not declared in this questionnaire (needed: {kind})'),
        (_NEAR,),
    ),
    "P203": Saying(
        N_('words and yes or no can only be compared with "is", not with "{operator}"'),
    ),
    "P204": Saying(N_('this can never be "{found}"'), (_ALLOWED,)),
    "P205": Saying(N_('"triggered" belongs only in the conditions of a pattern')),
    "P206": Saying(
        N_("{id} is asked before {later} is answered"),
        (N_("Move the question, or ask it on something earlier."),),
    ),
    "P208": Saying(
        N_("the values of a scale must go up: {value} comes after {before}"),
    ),
    "P209": Saying(
        N_("{id}: two levels have the same words, or none, in {language}"),
        (N_("Nobody can choose between two levels that read the same."),),
    ),
    "P210": Saying(N_('the rule {rule} needs "{needs}"')),
    "P211": Saying(
        N_("{id} has no level, so {node} cannot be rolled up from it"),
        (N_("Give it a roll_up, or remove the roll_up of the part above."),),
    ),
    "P212": Saying(N_("{found} is not a share; a share lies between 0 and 1")),
    "P213": Saying(N_("version {found} is newer than this questionnaire, {version}")),
    "P215": Saying(N_("{id} has no level {level}")),
    "P216": Saying(N_("a gate looks at questions and parts only, not at this kind: {kind}")),
    "P217": Saying(N_("{id} depends on itself")),
    "P219": Saying(N_("{id} is not a trigger of this pattern"), (_NEAR, _ALLOWED)),
    "P220": Saying(
        N_('"{found}" is one comparison too many'),
        (
            N_(
                "A term takes one comparison, a triggered term none; combine several with all "
                "or any."
            ),
        ),
    ),
    "P222": Saying(N_("{found} is more than there are: {most}")),
    "P223": Saying(N_('the question is not put to "{role}", so this role has no last word')),
    "P224": Saying(N_('this kind, {kind}, needs "{needs}"')),
    "P225": Saying(N_('"{unfit}" does not belong to this kind, {kind}')),
    "P226": Saying(N_('the rule {rule} does not read "{unfit}"')),
    "P227": Saying(N_("there is no comparison here"), (_ALLOWED,)),
    "P250": Saying(N_("this text is missing in: {languages}")),
    "P251": Saying(
        N_('the questionnaire is not written in the language "{language}"'),
        (N_("Add it to languages, or correct the language code."),),
    ),
}
