"""P5xx: command lines that ask for something that cannot be."""

from __future__ import annotations

from sdgassess.language import N_
from sdgassess.phrases.problems.saying import NO_FILE, WRITE_SCOPE, Saying

COMMAND: dict[str, Saying] = {
    "P501": Saying(
        N_('there is no verb "{verb}"'), (N_("Did you mean: {near}?"), N_("There are: {all}."))
    ),
    "P502": Saying(
        N_("there is no option {option} here"),
        (N_("Did you mean: {near}?"), N_("See --help for what there is.")),
    ),
    "P503": Saying(
        N_("something is missing: {argument}"), (N_("See --help for what is needed."),)
    ),
    "P504": Saying(N_("the command line is not understood: {detail}")),
    "P504/value": Saying(
        N_("something must follow {option}"), (N_("See --help for what is needed."),)
    ),
    "P504/bare": Saying(N_("{option} stands alone; no value follows it")),
    "P504/extra": Saying(
        N_("this is more than is expected here: {words}"),
        (N_("Put a name with spaces in quotation marks. See --help for what there is."),),
    ),
    "P505": Saying(
        N_("this is a fault of the program ({kind}), not yours"),
        (N_("The details are in {log}."),),
    ),
    "P506": Saying(N_('there is nothing called "{id}" here'), (N_("There are: {near}."),)),
    "P507": Saying(N_("{argument}: {detail}")),
    "P507/range": Saying(N_("{argument} takes a whole number from {min} to {max}")),
    "P512": Saying(N_("{argument} takes one of: {allowed}")),
    "P519": Saying(
        N_(
            "{questionnaire} has no rules for what backs an answer, so there are only "
            "answered levels"
        ),
        (N_("Leave out --basis, or use --basis answered."),),
    ),
    "P508": Saying(N_("there is no profile, questionnaire or reference in this folder")),
    "P509": Saying(N_('there is no questionnaire "{id}"'), (N_("There are: {near}."),)),
    "P510": Saying(
        N_("the reference {reference} is for {theirs}, this profile for {ours}"),
        (N_("Only what is asked alike can be compared; choose another reference."),),
    ),
    "P511": Saying(N_("the answer cannot be written out: {reason}")),
    "P527": Saying(
        N_("{id} {version} has no core questions, so that a quick scan would ask nothing"),
        (N_("Ask all of them, without --quick, or mark some as core in the questionnaire."),),
    ),
    "P527/scope": Saying(
        N_("{id} {version} has no core questions, so that a quick scan would ask nothing"),
        (WRITE_SCOPE,),
    ),
    "P520": Saying(
        N_("this profile is there already and did not begin from {origin}"),
        (N_("--from only begins a new profile. Go on with this one: {command}"),),
    ),
    "P521": Saying(
        N_("last year's assessment answers {theirs}, this one would answer {ours}"),
        (
            N_(
                "Only an assessment with the same questionnaire can follow; leave out "
                "--questionnaire, or --from."
            ),
        ),
    ),
    "P522": Saying(
        N_("the minutes cannot be written into a file that the sitting works with"),
        (N_("Name another file after --log, such as {other}."),),
    ),
    "P523": Saying(
        N_("this profile answers version {version}, and {older} is older"),
        (
            N_(
                "Nothing says how newer answers would read in an older version. If the profile "
                "was taken over, the file from before lies beside it and ends in .bak."
            ),
        ),
    ),
    "P524": Saying(
        N_("this profile answers {theirs}; {ours} is another questionnaire"),
        (N_("Only to another version of the same questionnaire can answers be taken over."),),
    ),
    "P525": Saying(
        N_("version {version} has no such role any more: {roles}"),
        (
            N_(
                "Voices need their role. Give these people another role in the profile, "
                "or wait for a version that has theirs."
            ),
        ),
    ),
    "P526": Saying(
        N_("{one} and {other} are two questionnaires"),
        (N_("Name two versions of one, such as {one}@1.0 and the path of the next one."),),
    ),
    "P530": Saying(
        N_("{picked} are picked already; at most {most} can be picked"),
        (N_("What is left out can wait. To make room: {command}"),),
    ),
    "P531": Saying(
        N_("{id} is not a question; only questions can be picked"),
        (N_("There are: {near}."),),
    ),
    "P532": Saying(
        N_("{id} stands at {here} already, so the target {level} is not ahead"),
        (N_("Name a higher level, or leave --to out for the next one."),),
    ),
    "P532/top": Saying(N_("{id} is at its highest level already, so there is nothing to pick")),
    "P533": Saying(
        N_("{id} has no level, so there is no next step to pick"),
        (N_("Name the target yourself, such as --to {least}; or answer the question first."),),
    ),
    "P534": Saying(
        N_("{id}: {level} is not on the scale {scale}"), (N_("Name one of its levels."),)
    ),
    "P535": Saying(
        N_("{questionnaire} has no rules for priorities, so nothing can be picked"),
        (N_("A questionnaire says under priorities how many can be picked."),),
    ),
    "P536": Saying(
        N_("{option} takes away and {other} sets: that cannot be done at once"),
        (N_("Use two commands, one after the other."),),
    ),
    "P537": Saying(
        N_("{id} is not picked, so nothing can have become of it"),
        (N_("Pick it first: {command}"),),
    ),
    "P538": Saying(
        N_("{date} is still ahead, so nothing was done on it"),
        (N_("Say when it was done; until when it is to be done is said with --by."),),
    ),
    "P540": Saying(
        N_("this is {theirs}, but {other} is {ours}"),
        (
            N_(
                "If this is one place, say in the newer profile what it was called before "
                "(formerly: [name]), or give both its country and code. Else leave one out, or "
                "add --across to see them side by side."
            ),
        ),
    ),
    "P541": Saying(
        N_("{other} has the same date, {date}"),
        (
            N_(
                "Leave one of the two out, or correct the date of one. Assessments of one day are "
                "seen side by side where they are compared alone."
            ),
        ),
    ),
    "P542": Saying(
        N_("a comparison needs two profiles or more"),
        (
            N_("There is only {files}. Name another year's profile, or a folder of them."),
            N_("Name two profiles, or a folder with profiles in it."),
        ),
    ),
    "P544": Saying(
        N_("there is --across and --together; one of them can be followed"),
        (N_("Use --together for one place, --across for several."),),
    ),
    "P543": Saying(
        N_("this answers the questionnaire {theirs}, but {other} answers {ours}"),
        (N_("Only profiles of one questionnaire can be compared; leave one of the two out."),),
    ),
    "P550": Saying(
        N_("{option} and {other} cannot be given at once"),
        (N_("Use two commands, one after the other."),),
    ),
    "P551": Saying(
        N_("{option} belongs to an answer, and no question is named"),
        (N_("Name the question behind the file, such as sdgassess set FILE POL3 3."),),
    ),
    "P552": Saying(
        N_("nobody called {id} takes part"),
        (N_("There are: {near}."), N_("Somebody is added with --add and the letter of a role.")),
    ),
    "P553": Saying(
        NO_FILE,
        (N_("With --name and the name of {the_subject} a new assessment is begun in it."),),
    ),
    "P554": Saying(
        N_("there is nothing to undo"), (N_("Only the last change made with set can be."),)
    ),
    "P554/changed": Saying(
        N_("something else has changed the file since, so nothing is undone"),
        (N_("Set the answer anew, or take the file from a backup."),),
    ),
    "P555": Saying(
        N_("{id} is not asked with the answers given so far"),
        (N_("Answer first what it depends on: sdgassess questionnaire show names it."),),
    ),
    "P555/scope": Saying(
        N_("{id} is not asked in a quick scan"),
        (N_("A quick scan asks core questions only; a full assessment asks the others."),),
    ),
    "P556": Saying(
        N_('"{typed}" does not begin with the letter of a role'),
        (N_("The letters are: {letters}."),),
    ),
    "P556/name": Saying(N_('"{typed}" is no name')),
    "P556/title": Saying(
        N_('"{typed}" is no title'), (N_("Name the document; in front o, d or i says its kind."),)
    ),
    "P558": Saying(
        N_("nothing of {parts} is put to the role {role}"),
        (N_("Leave out --role or --part, or name another one."),),
    ),
    "P558/scope": Saying(
        N_("nothing of {parts} is asked in a quick scan"),
        (N_("A quick scan asks core questions only; a full assessment asks the others."),),
    ),
    "P559": Saying(
        N_('"{typed}" does not say which question would stand at which level'),
        (N_("Name an id and a level, such as BUD2=3; several have a comma between them."),),
    ),
    "P559/twice": Saying(N_("{id} is named twice"), (N_("Name one level for it."),)),
    "P560": Saying(
        N_('"{typed}" does not say whose answers it holds'),
        (N_("Begin with the letter of a role and a number: l2: 3 2 - ? 1 . 4"),),
    ),
    "P561": Saying(
        N_('there is no role with the letter "{letter}"'), (N_("The letters are: {letters}."),)
    ),
    "P562": Saying(
        N_(
            "{id}: answers in the row {n}, questions on the form {of}; nothing of the row is taken"
        ),
        (N_("In this order, with . for what was left blank: {ids}."),),
    ),
    "P563": Saying(
        N_('{id}: "{value}" is no answer to {question}, so nothing of the row is taken'),
        (N_("Type its level, ? unknown, - not applicable or . left blank."),),
    ),
    "P581": Saying(
        N_('nobody can be invited to answer in "{kind}"'),
        (N_("There are: {allowed}; several have commas between them."),),
    ),
    "P582": Saying(
        N_("this questionnaire has no roles, so nobody can be invited by one"),
        (N_("Answer it together: sdgassess assess."),),
    ),
    "P583": Saying(
        N_("everybody of these roles has answered already"),
        (N_("To invite more, say with --each how many there shall be of each role."),),
    ),
}
