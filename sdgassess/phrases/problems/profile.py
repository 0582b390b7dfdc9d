"""P1xx: profiles that say something their questionnaire does not allow."""

from __future__ import annotations

from sdgassess.language import N_
from sdgassess.phrases.problems.saying import (
    ALLOWED,
    KEEP_ONE,
    LOOKALIKE,
    NEAR,
    NO_AXIS,
    NO_QUESTION,
    NOT_ON_THE_AXIS,
    WRITE_SCOPE,
    Saying,
)

_NEAR = NEAR
_ALLOWED = ALLOWED
_BOTH = (_NEAR, _ALLOWED)

PROFILE = {
    "P101": Saying(
        NO_QUESTION,
        (
            _NEAR,
            N_(
                "If it was asked in another version, name that one under questionnaire; "
                "sdgassess migrate then takes the profile over."
            ),
        ),
    ),
    "P102": Saying(
        N_("{id} is not asked any more; it was last a question in version {last}"),
        (
            N_(
                "It was replaced by {replaced_by}. Name version {last} under questionnaire; "
                "sdgassess migrate then takes the profile over to {version}."
            ),
            N_(
                "Name version {last} under questionnaire; sdgassess migrate then takes the "
                "profile over to {version}."
            ),
        ),
    ),
    "P103": Saying(
        N_("{id}: level {level} is not on the scale {scale}."),
        (
            LOOKALIKE,
            N_("Write a value of the scale without quotes, or a state, such as state: unknown"),
        ),
    ),
    "P104": Saying(
        N_("{id}: there is no level, no state and no voice"),
        (N_("Write a level, or a state, such as state: unknown, or delete the answer."),),
    ),
    "P105": Saying(
        N_("{id}: a level and a state cannot stand together"),
        (N_("Keep the one that holds."),),
    ),
    "P106": Saying(
        N_("{id}: roles agree on a level, but there is none"),
        (N_("Write the level that was agreed."),),
    ),
    "P107": Saying(N_('"{role}" is not a role of this questionnaire'), _BOTH),
    "P108": Saying(
        N_('"{by}" is none of the participants'),
        (_NEAR, N_("The participants are: {allowed}."), N_("List who took part in participants.")),
    ),
    "P109": Saying(
        N_('two participants have the id "{id}"'),
        (N_("Give each participant an id of their own."),),
    ),
    "P110": Saying(
        N_("{found} is not a day of the calendar"),
        (N_("Write the year, the month and the day: 2026-03-12"),),
    ),
    "P111": Saying(N_('"{id}" is not a context question of this questionnaire'), _BOTH),
    "P112": Saying(
        N_('{id}: "{found}" does not answer this; needed is {expected}'),
        (
            N_("The scale is {scale}; unknown is allowed too."),
            N_("Write unknown where nobody knows."),
        ),
    ),
    "P113": Saying(NO_AXIS, _BOTH),
    "P114": Saying(NOT_ON_THE_AXIS, _BOTH),
    "P115": Saying(N_("{axis}: this axis is answered in another way: with {expected}")),
    "P116": Saying(
        N_("{id}: the target {level} is below the lowest that is worth having, {least}"),
    ),
    "P117": Saying(
        N_("there are too many priorities; at most {most} can be picked"),
        (N_("What is left out can wait; delete what is not among the first."),),
    ),
    "P118": Saying(N_("{id} is picked twice"), (KEEP_ONE,)),
    "P120": Saying(
        N_("the questionnaire {id} {version} is not here"),
        (
            N_('Did you mean "{near}"? Installed are: {installed}.'),
            N_(
                "Installed are: {installed}. "
                "Another one is found as {file_name} in the profile's folder, above it up to the "
                "folder that you are in, in those of SDGASSESS_QUESTIONNAIRES, or with "
                "--questionnaire."
            ),
            N_(
                "Put it as {file_name} into the profile's folder, or into a folder of "
                "SDGASSESS_QUESTIONNAIRES, or name it with --questionnaire."
            ),
        ),
    ),
    "P121": Saying(
        N_("{id} {version} is needed, but the file {file} holds {found}"),
        (N_("Name the right file, or take the profile over with: sdgassess migrate"),),
    ),
    "P122": Saying(
        N_('"{id}" with version "{version}" cannot be a questionnaire'),
        (N_("An id has ASCII letters, digits and - _ . only; a version numbers with dots."),),
    ),
    "P124": Saying(
        N_("{id} is both parked and answered"),
        (N_("Keep it in one of the two places."),),
    ),
    "P125": Saying(
        N_('the id "{id}" contains {odd}, which is not an ASCII letter'),
        (
            N_('It looks like "{near}" but is not; type it anew.'),
            N_("Type it anew: letters that look the same need not be the same."),
        ),
    ),
    "P126": Saying(
        N_('{id}: "{found}" is not between the poles, from -{reach} to {reach}'),
        (
            LOOKALIKE,
            N_("Write a whole number in between, or neither-yet."),
        ),
    ),
    "P127": Saying(N_("{id}: level {level} is not a number")),
    "P128": Saying(
        N_("{id}: a voice has neither a level nor a state"),
        (N_("Write what this respondent answered, such as state: unknown"),),
    ),
    "P129": Saying(
        N_("the group has no name"),
        (N_("Name it, or delete the line where there is only one assessment."),),
    ),
    "P130": Saying(
        N_("{id}: a level does not say what was chosen"),
        (N_("Write options: with ids instead. Allowed are: {allowed}."),),
    ),
    "P131": Saying(
        N_("{id}: its answers have no ids, so they cannot be named under options"),
        (N_("Write the level instead."),),
    ),
    "P132": Saying(N_('{id} has no answer "{option}"'), _BOTH),
    "P133": Saying(
        N_("{id}: one answer is chosen here, not {count}"),
        (N_("Name the one that is true."),),
    ),
    "P135": Saying(N_("{n} out of {of} cannot be"), (N_("Correct one of the two numbers."),)),
    "P136": Saying(
        N_("{id} is not counted: its questionnaire does not say out of what"),
        (N_("Delete the count; a comment can say it."),),
    ),
    "P137": Saying(
        N_('"{found}" is not the code of a municipality; such codes have four digits'),
        (N_('Write all four in quotes, such as "0751".'),),
    ),
    "P138": Saying(
        N_("the code {found} says nothing without its country"),
        (N_("Write country: with its two letters beside it."),),
    ),
    "P139": Saying(
        N_('"{found}" is no earlier name or code'),
        (N_("Write what it was called before, or delete it."),),
    ),
    "P145": Saying(
        N_("this questionnaire assesses another thing than {wrong} names: {kind}"),
        (N_("Write {right}: in place of {wrong}:"),),
    ),
    "P150": Saying(
        N_("{id} is not applicable, but no reason is given"),
        (
            N_(
                "Not applicable is for what cannot be here; what is merely absent is "
                "{lowest_level}."
            ),
        ),
    ),
    "P151": Saying(
        N_("{id}: level {level} without evidence"),
        (N_("Name the document that shows it; the title is enough."),),
    ),
    "P152": Saying(
        N_("{id}: the text under means is not what level {level} says"),
        (N_("The level counts; correct the text or delete it."),),
    ),
    "P152/option": Saying(
        N_("{id}: the text under means is not what the answer {option} says"),
        (N_("The ids under options count; correct the text or delete it."),),
    ),
    "P153": Saying(
        N_("{id}: the text under asked is not what this questionnaire asks"),
        (N_("Check that the answer still holds; correct the text or delete it."),),
    ),
    "P157": Saying(
        N_("{id} stands at {here} already, so the target {level} is reached"),
        (N_("Set a higher target; or write status: done, and on: with the day."),),
    ),
    "P158": Saying(
        N_("{ids} can hardly all be true ({id})"),
        (N_("Ask once more what was meant; correct one of them, or say why in its comment."),),
    ),
    "P155": Saying(
        N_("{id} {version} has no core questions, so that a quick scan asks nothing"),
        (WRITE_SCOPE,),
    ),
    "P156": Saying(N_("{date} lies more than a year ahead"), (N_("Check the year."),)),
    "P156/early": Saying(N_("{date} lies too far back"), (N_("Check the year."),)),
    "P154": Saying(
        N_("{count} of {asked} questions were asked in other words than stand in {other}"),
        (
            N_(
                "The profile was answered with another file of the same version: find that one, "
                "or check every answer."
            ),
        ),
    ),
}
