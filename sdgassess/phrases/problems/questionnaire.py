"""P2xx: questionnaires whose parts do not fit together."""

from __future__ import annotations

from sdgassess.language import N_
from sdgassess.phrases.problems.saying import ALLOWED, KEEP_ONE, NEAR, Saying

_NEAR = NEAR
_ALLOWED = ALLOWED
_DECLARE = N_(
    "Say under history what changed and whether older answers compare; until then they do not."
)
_DECLARE_RULE = N_("Name {id} in the history of the questionnaire, with this version and a note.")

QUESTIONNAIRE = {
    "P201": Saying(
        N_('the id "{id}" stands here twice; the first is on line {first}'),
        (N_("Choose another one. Parts and questions share one set of ids."),),
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
    "P228": Saying(
        N_("{id} is said to be replaced, but nobody retired it"),
        (
            _NEAR,
            N_("List it under retired, with the last version that asked it."),
        ),
    ),
    "P229": Saying(
        N_("{id} is retired, last asked in version {last}, and may never come back"),
        (N_("Choose a new id: old answers under this one mean something else."),),
    ),
    "P229/older": Saying(
        N_("{id} was retired in {file}, last asked in version {last}, and may never come back"),
        (N_("Choose a new id: old answers under this one mean something else."),),
    ),
    "P229/part": Saying(
        N_("{id} is a part here, and was a question in {file}"),
        (N_("Choose a new id: old answers under this one mean something else."),),
    ),
    "P230": Saying(
        N_("{id} {version} says something else here than in {other}"),
        (
            N_(
                "A version never changes once it is used: give this file a version, or an id, "
                "of its own."
            ),
        ),
    ),
    "P231": Saying(
        N_("{own} says that it replaces {id}, which is said to be replaced by {replaced_by}"),
        (N_("Name the same questions under replaces and under replaced_by."),),
    ),
    "P232": Saying(
        N_("{id} is replaced by {others} too, and nothing says what its levels become here"),
        (N_("Give each of them levels, or say that it is comparable: none"),),
    ),
    "P233": Saying(
        N_("the map turns around: {other} becomes {became}, but {level} becomes {to}"),
        (N_("What was a higher level must not become a lower one."),),
    ),
    "P233/twice": Saying(
        N_("level {level} is mapped twice"),
        (KEEP_ONE,),
    ),
    "P234": Saying(
        N_("the map says nothing of levels that {id} has in {file}: {levels}"),
        (N_("Map every level, so that no answer is lost."),),
    ),
    "P236": Saying(
        N_("answers to several questions cannot become one answer: {ids}"),
        (N_("Say that it is comparable: none, without levels; it is then asked anew."),),
    ),
    "P237": Saying(
        N_("levels are mapped, and yet nothing is comparable"),
        (N_("Say comparable: approximate, or leave out the levels."),),
    ),
    "P238": Saying(
        N_("{id}, last asked in version {last} ({file}), is neither asked here nor retired"),
        (N_("List it under retired, so that its id never comes to mean something else."),),
    ),
    "P259": Saying(
        N_("this weight counts for nothing: the roll-up {rule} of {node} is not weighted"),
        (N_("Write weighted: true in that roll-up; it must be a mean or a sum."),),
    ),
    "P259/nowhere": Saying(
        N_("this weight counts for nothing: no part above is rolled up"),
        (N_("Delete it, or give the part above a roll_up with weighted: true."),),
    ),
    "P260": Saying(
        N_("{id}: two answers are worth {value}, so each needs an id"),
        (N_("Write an id such as id: a before each value; answers then name it."),),
    ),
    "P260/several": Saying(
        N_("{id}: several answers may be chosen, so each needs an id"),
        (N_("Write an id such as id: a before each value; answers then name it."),),
    ),
    "P261": Saying(
        N_("the cap {cap} is not above the lowest that can come out, {lowest}"),
        (N_("Every result would be the same. Raise the cap, or delete it."),),
    ),
    "P262": Saying(
        N_("a weight must be above 0, not {found}"),
        (N_("What should not count belongs under a part of its own, without roll_up."),),
    ),
    "P263": Saying(
        N_("{id} is not a number, so nothing can be counted out of it"),
        (N_("Name a context question of the kind number."),),
    ),
    "P264": Saying(
        N_("{id}: the step to {level} waits for itself, perhaps by way of others"),
        (N_("Name an alternative that can be reached first, or a lower level."),),
    ),
    "P265": Saying(
        N_("the band {id} is never reached; levels lie between {low} and {high}"),
        (N_("Let it begin within these, or delete it."),),
    ),
    "P266": Saying(
        N_("passing {id} can lower the level: it stops at {value}, and {later} at {lower}"),
        (
            N_(
                "Let the answers that stop be worth more from question to question, or give the "
                "ladder passed_at."
            ),
        ),
    ),
    "P267": Saying(
        N_("the contradiction {id} can never hold"),
        (N_("Check the levels it compares with; the scales may not have them."),),
    ),
    "P268": Saying(
        N_("a contradiction looks at one voice: at questions and context, not at this: {kind}"),
    ),
    "P269": Saying(
        N_('nothing in this questionnaire is called "{id}"'),
        (
            _NEAR,
            N_(
                "Check the id. What this version took out is known from the file of the version "
                "before: put it beside this one."
            ),
        ),
    ),
    "P269/both": Saying(
        N_('nothing is called "{id}", neither here nor in {file}'),
        (_NEAR, N_("Name the id of what changed, or its key, such as priorities.")),
    ),
    "P245": Saying(
        N_("{id} has other levels and yet is said to compare exactly"),
        (N_("Say under levels what each older level is, or comparable: approximate or none."),),
    ),
    "P246": Saying(
        N_("{id} is said to compare, but has no place for levels that it has in {file}: {levels}"),
        (N_("Say under levels what each older level is, or comparable: none."),),
    ),
    "P249": Saying(
        N_("keep_from is {level}, but strong_from is {strong}"),
        (N_("Write the same level in both: what is strong is what is named to be kept."),),
    ),
    "P250": Saying(N_("this text is missing in: {languages}")),
    "P251": Saying(
        N_('the questionnaire is not written in the language "{language}"'),
        (N_("Add it to languages, or correct the language code."),),
    ),
    "P252": Saying(
        N_('{id} reads differently from {file}, undeclared: "{older}" is now "{newer}"'),
        (_DECLARE,),
    ),
    "P252/level": Saying(
        N_(
            "{id}, level {level}, reads differently from {file}, undeclared: "
            '"{older}" is now "{newer}"'
        ),
        (_DECLARE,),
    ),
    "P252/new": Saying(
        N_('{id} has no level {level} in {file}, undeclared; here it is "{newer}"'),
        (_DECLARE,),
    ),
    "P252/gone": Saying(
        N_('{id} has lost a level, undeclared: {level}, in {file} "{older}"'),
        (_DECLARE,),
    ),
    "P252/option-level": Saying(
        N_(
            "{id}, answer {option}, reads differently from {file}, undeclared: "
            '"{older}" is now "{newer}"'
        ),
        (_DECLARE,),
    ),
    "P252/option-new": Saying(
        N_(
            '{id} has no answer {option} worth {level} in {file}, undeclared; here it is "{newer}"'
        ),
        (_DECLARE,),
    ),
    "P252/option-gone": Saying(
        N_('{id} has lost an answer, undeclared: {option}, worth {level}, in {file} "{older}"'),
        (_DECLARE,),
    ),
    "P252/way": Saying(
        N_("{id} is answered in another way than in {file}, and its history does not say so"),
        (_DECLARE,),
    ),
    "P253": Saying(
        N_(
            "what counts for {id} reads differently from {file}, undeclared: "
            '"{older}" is now "{newer}"'
        ),
        (
            N_(
                "Say under history what changed and whether older answers compare; until then "
                "they do, as if it meant the same."
            ),
        ),
    ),
    "P254": Saying(
        N_("{id} rolls up differently from {file}, undeclared: {older} is now {newer}"),
        (_DECLARE_RULE,),
    ),
    "P254/key": Saying(
        N_("{key} of {id} is not as in {file}, undeclared: {older} is now {newer}"),
        (_DECLARE_RULE,),
    ),
    "P255": Saying(
        N_("the gate {id} is not as in {file}, undeclared: {older} is now {newer}"),
        (_DECLARE_RULE,),
    ),
    "P255/new": Saying(
        N_("the gate {id} is not in {file}, undeclared: {newer}"),
        (_DECLARE_RULE,),
    ),
    "P255/gone": Saying(
        N_("the gate {id} is gone since {file}, undeclared: {older}"),
        (_DECLARE_RULE,),
    ),
    "P256": Saying(
        N_("{id} is not as in {file}, undeclared: {older} is now {newer}"),
        (_DECLARE_RULE,),
    ),
    "P256/new": Saying(
        N_("the {kind} {id} is not in {file}, undeclared"),
        (_DECLARE_RULE,),
    ),
    "P256/gone": Saying(
        N_("the {kind} {id} is gone since {file}, undeclared"),
        (_DECLARE_RULE,),
    ),
}
