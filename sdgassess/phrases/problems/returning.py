"""P7xx: what people sent back and cannot be taken in, whole or in one answer."""

from __future__ import annotations

from sdgassess.language import N_
from sdgassess.phrases.problems.saying import Saying

RETURNING: dict[str, Saying] = {
    "P701": Saying(
        N_("this is an archive (ZIP) with files in it"),
        (N_("Unpack it, look at what is in it, and name the folder."),),
    ),
    "P701/empty": Saying(
        N_("this archive (ZIP) is empty"),
        (N_("Ask whoever sent it for the file itself."),),
    ),
    "P701/office": Saying(
        N_("this is a file of an office program, but no XLSX workbook"),
        (N_("Open it and save it as an Excel workbook (.xlsx), or ask for it again."),),
    ),
    "P702": Saying(
        N_("this workbook is not one of those that people were invited to answer in"),
        (N_("Leave it out, or ask for the workbook that came with the invitation."),),
    ),
    "P703": Saying(
        N_("this workbook cannot be opened: it is damaged, has a password or is of another kind"),
        (N_("Save it as an Excel workbook (.xlsx) without a password, or ask for it again."),),
    ),
    "P704": Saying(
        N_("rows were moved: {cell} says {id}, and {expected} stood there"),
        (N_("Answers may stand at wrong questions, so nothing is taken in. Ask for it again."),),
    ),
    "P704/missing": Saying(
        N_("the row of {expected} is gone, or its id was changed"),
        (N_("Answers may stand at wrong questions, so nothing is taken in. Ask for it again."),),
    ),
    "P705": Saying(
        N_("this answers {theirs}, and the assessment {ours}"),
        (N_("Invite anew with this assessment, or merge into the one that it belongs to."),),
    ),
    "P705/words": Saying(
        N_("{questionnaire} had other words when this was answered"),
        (N_("Answers to other words cannot be taken in; invite anew with this assessment."),),
    ),
    "P706": Saying(
        N_("this is about {theirs}, and the assessment about {ours}"),
        (N_("Merge it into the assessment that it belongs to."),),
    ),
    "P707": Saying(
        N_("this is for the assessment of {theirs}, and this one is of {ours}"),
        (N_("Merge it into the assessment that it belongs to."),),
    ),
    "P707/group": Saying(
        N_("this is for the group {theirs}, and this is the assessment of {ours}"),
        (N_("Merge it into the assessment that it belongs to."),),
    ),
    "P708": Saying(N_("there is no role {role}"), (N_("The roles are: {allowed}."),)),
    "P709": Saying(
        N_("{slot} has answered twice: here and in {other}; neither is taken in"),
        (N_("Ask which one counts, and name that one alone."),),
    ),
    "P709/in": Saying(
        N_("somebody else's answers are in as {slot} already"),
        (
            N_(
                "Ask who {slot} is. To let these count instead, take the others out first with "
                "sdgassess set FILE --remove {slot}."
            ),
        ),
    ),
    "P710": Saying(
        N_("{slot} is invited as {ours}, and this is answered as {theirs}"),
        (N_("Ask for the file again, as it was saved; nothing of it has been taken in."),),
    ),
    "P711": Saying(
        N_("this file says of itself that it is from several people: {ids}"),
        (N_("It was changed by hand. Ask for it again; nothing of it has been taken in."),),
    ),
    "P712": Saying(
        N_("the answers of {n} people are in this profile; only one person's can be merged"),
        (N_("Compare it instead: sdgassess compare --together."),),
    ),
    "P712/nobody": Saying(
        N_("this profile does not say whose answers it holds"),
        (N_("Note the one person who answered, such as with sdgassess set FILE --add c."),),
    ),
    "P713": Saying(
        N_('{cell}: "{found}" is no answer to {id}'),
        (N_("Ask what was meant; type it in with sdgassess set, or merge the mended workbook."),),
    ),
    "P713/showing": Saying(
        N_('{cell}: "{found}" is neither yes nor no, so nothing is shown'),
        (N_("Ask what was meant, and merge the mended workbook."),),
    ),
    "P714": Saying(
        N_("{cell}: there are words to {id}, but no answer"),
        (N_("Ask what was meant, and merge the mended workbook."),),
    ),
    "P714/page": Saying(
        N_("{id} is put off here and has no answer yet"),
        (N_("This may be a draft. Ask whether a later file was meant; the rest is taken in."),),
    ),
    "P715": Saying(
        N_('{cell}: "{found}" is no date'),
        (N_("A year, a month or a day: 2026, 2026-03 or 2026-03-12."),),
    ),
    "P716": Saying(
        N_("two files carry this number and do not say the same; one was changed by hand"),
        (N_("Ask for the answers once more, saved anew: what was saved last counts."),),
    ),
    "P717": Saying(
        N_("{id}: who said what is forgotten, so nothing can be replaced"),
    ),
    "P718": Saying(
        N_('what the invitation wrote into the workbook was changed: "{key}"'),
        (N_("Ask for the workbook again; nothing of it has been taken in."),),
    ),
    "P719": Saying(
        N_("this is the file that is merged into"), (N_("Name what people sent back."),)
    ),
    "P720": Saying(
        N_("nothing is opened: answers open where three people or more are sealed"),
        (N_("Wait until more have answered; if these are all, open them in the room: {command}"),),
    ),
    "P721": Saying(
        N_("nothing has come back in this folder"),
        (N_("Put the files that people sent into it, or name another folder."),),
    ),
    "P722": Saying(
        N_("answers come back in no file of this kind"),
        (N_("Answers come back as .json, .xlsx or .yaml. Ask whoever sent it for that file."),),
    ),
    "P722/page": Saying(
        N_("this is a page, and a page holds no answers"),
        (N_("At its end the page saves a small file (answers-….json). Ask for that one."),),
    ),
    "P722/paper": Saying(
        N_("this is a sheet of paper as a file, and no answers are read from it"),
        (N_("Type them in, a row for each person: sdgassess assess --enter FILE"),),
    ),
}
