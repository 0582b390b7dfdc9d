"""P0xx: files that cannot be read, are not YAML, or are not shaped like one of ours."""

from __future__ import annotations

from sdgassess.language import N_
from sdgassess.phrases import labels
from sdgassess.phrases.problems.saying import ALLOWED, KEEP_ONE, LOOKALIKE, NEAR, NO_FILE, Saying

AS_SAVED = N_("Ask for the file again, as the answer page saved it; nothing in it needs editing.")
"""What helps where a file was changed that a page saved."""

READING = {
    "P001": Saying(NO_FILE),
    "P002": Saying(N_("this is a folder, not a file")),
    "P002/profile": Saying(
        N_("this is a folder, not a file"),
        (N_("Name a profile; each is taken over by itself."),),
    ),
    "P003": Saying(N_("this is not an ordinary file (a device or a pipe)")),
    "P004": Saying(N_("the file cannot be read: {reason}")),
    "P004/denied": Saying(
        N_("you may not read this file"),
        (N_("Ask whoever owns it to let you read it, or for a copy."),),
    ),
    "P005": Saying(
        N_("the file is too large; at most {most} bytes are read"),
    ),
    "P006": Saying(
        N_("the text is not UTF-8"),
        (N_("Open the file in an editor and save it with the encoding UTF-8."),),
    ),
    "P007": Saying(
        N_("the text is UTF-16 or binary, not UTF-8"),
        (N_("Open the file in an editor and save it with the encoding UTF-8."),),
    ),
    "P008": Saying(
        N_("the character {character} must not stand in a file"),
        (N_("Delete it; it is invisible in most editors."),),
    ),
    "P010": Saying(
        N_("this is not YAML: {detail}"),
        (N_("Text with special characters belongs in quotes."),),
    ),
    "P010/tab": Saying(
        N_("a line begins with a tab"),
        (N_("Indent with spaces; YAML allows no tabs."),),
    ),
    "P010/quote": Saying(
        N_("a quotation mark is opened here and never closed"),
        (N_("Close the quotes; a quotation mark inside the text is doubled or escaped."),),
    ),
    "P010/bracket": Saying(
        N_("something is missing here: the bracket opened on line {opened} is not closed"),
        (N_("Close the bracket, or put a comma between two entries."),),
    ),
    "P010/hash": Saying(
        N_(
            "what stands after # is not read, and so the bracket opened on line {opened} "
            "is not closed"
        ),
        (N_("Put the text with the # in quotes, or close the bracket before it."),),
    ),
    "P010/colon": Saying(
        N_("a colon followed by a space begins a value, and there is one already"),
        (N_("Put the text in quotes, or check the indentation of this line."),),
    ),
    "P010/character": Saying(
        N_("text must not begin with {character}"),
        (N_("Put the text in quotes."),),
    ),
    "P010/indent": Saying(
        N_("this line does not fit the lines above it"),
        (N_("Check the indentation, and that text with quotation marks ends where they end."),),
    ),
    "P010/no-colon": Saying(
        N_("a key without a colon, or text that is not indented"),
        (N_("Write a colon and a space after the key, or indent the text."),),
    ),
    "P010/no-space": Saying(
        N_('a space is missing after the colon of "{key}"'),
        (N_("Write {key}: and a space before the value."),),
    ),
    "P010/lookalike": Saying(
        N_("this line is indented with {character}, which looks like a space but is none"),
        (N_("Delete it and type ordinary spaces."),),
    ),
    "P010/quotes": Saying(
        N_("{character} opens no quotation in YAML"),
        (N_("Put the whole text in straight quotes."),),
    ),
    "P010/dash": Saying(
        N_("a list must begin on a line of its own"),
        (N_("Move the dash to the next line, or put the text in quotes."),),
    ),
    "P010/escape": Saying(
        N_("the backslash begins something that YAML does not know"),
        (N_("Write the text in single quotes, or double the backslash."),),
    ),
    "P011": Saying(N_("the file is empty")),
    "P012": Saying(N_("there is nothing in the file but remarks")),
    "P013": Saying(
        N_("the file is a list or a single text; it must hold keys and values"),
        (N_("Write a colon and a space after each key, and begin with the line format."),),
    ),
    "P014": Saying(
        N_("anchors and references are not read: {word}"),
        (N_("Write out what is meant, or put the text in quotes."),),
    ),
    "P015": Saying(
        N_("tags are not read: {word}"),
        (N_("Remove the tag, or put the text in quotes."),),
    ),
    "P016": Saying(
        N_("a second document begins here"),
        (N_("Keep each document in a file of its own."),),
    ),
    "P017": Saying(N_("directives are not read"), (N_("Remove the line that begins with %."),)),
    "P018": Saying(N_("there are too many entries; at most {most} are read")),
    "P019": Saying(N_("the text is too long; at most {most} bytes are read")),
    "P020": Saying(
        N_('the key "{key}" stands here twice; the first is on line {first}'),
        (KEEP_ONE,),
    ),
    "P021": Saying(
        N_("a key must be a word, not a list or a map"),
        (N_("Put text that begins with a bracket in quotes."),),
    ),
    "P022": Saying(N_("the brackets or indentations are too deep; at most {most} are read")),
    "P023": Saying(
        N_('the text after # is not read: "{rest}"'),
        (N_("Put the whole text in quotes, or leave it if it is a remark."),),
    ),
    "P024": Saying(
        N_("git has left two versions here, from line {first} to line {last}"),
        (
            N_(
                "Keep one of the two and delete the lines that begin with "
                "<<<<<<<, ======= and >>>>>>>."
            ),
        ),
    ),
    "P026": Saying(
        N_("{character} stands here, which is not seen; {count} in the file"),
        (N_("Delete it, or type the word anew."),),
    ),
    "P026/line": Saying(
        N_("{character} stands here, which ends no line; {count} in the file"),
        (N_("Press Enter in its place, or delete it."),),
    ),
    "P013/json": Saying(
        N_("the file is a list or a single text; it must hold keys and values"), (AS_SAVED,)
    ),
    "P025": Saying(N_("{sign} cannot stand here in a JSON file"), (AS_SAVED,)),
    "P025/word": Saying(
        N_("{sign} is neither a number nor true, false or null as JSON writes them"), (AS_SAVED,)
    ),
    "P025/escape": Saying(
        N_("the backslash begins something that JSON does not know"), (AS_SAVED,)
    ),
    "P025/after": Saying(N_("the file should end here, and goes on with {sign}"), (AS_SAVED,)),
    "P025/end": Saying(
        N_("the file ends in the middle: what begins on line {opened} is not closed"),
        (N_("The file was cut off on its way. Ask for it again, as the answer page saved it."),),
    ),
    "P030": Saying(
        N_('the key "{key}" is not known here'),
        (
            LOOKALIKE,
            NEAR,
            ALLOWED,
        ),
    ),
    "P030/scale": Saying(
        N_('the key "{key}" is not known here'),
        (
            N_(
                "A level of the scale has one value. Name ranges of a result under roll_ups, as "
                "bands: each with an id, a title, and from, where it begins."
            ),
        ),
    ),
    "P030/bands": Saying(
        N_('the key "{key}" is not known here'),
        (
            N_(
                "Leave it out: a band ends where the next one begins, and the last one at the "
                "highest level."
            ),
        ),
    ),
    "P031": Saying(N_('the key "{key}" is missing here')),
    "P032": Saying(
        N_('here belongs {expected}, not "{found}"'),
        (
            N_('Put it in quotes: "{quoted}".'),
            LOOKALIKE,
            N_("Write {sign} and a space before each item, each on a line of its own."),
            N_("An answer is written as {entry}."),
        ),
    ),
    "P032/shape": Saying(N_("here belongs {expected}"), (N_("An answer is written as {entry}."),)),
    "P033": Saying(
        N_('"{found}" is not allowed here'),
        (
            N_('Did you mean "{near}"? Allowed are: {allowed}.'),
            ALLOWED,
        ),
    ),
    "P034": Saying(
        N_('here belongs {expected}, not "{found}"'),
        (LOOKALIKE,),
    ),
    "P035": Saying(
        N_('"{key}" cannot be a key here; a key is {expected}'),
        (
            N_('Letters that look like ASCII need not be ASCII. Did you mean "{near}"?'),
            N_("Letters that look like ASCII need not be ASCII; type it anew."),
        ),
    ),
    "P036": Saying(N_("there is too little here; at least {least} is needed")),
    "P037": Saying(N_("one of these keys is missing here: {allowed}")),
    "P038": Saying(N_("{found} is too small; the least is {least}")),
    "P039": Saying(N_('"{key}" needs "{needs}" beside it')),
    "P040": Saying(
        N_("the line that says the format is missing"),
        (N_("Begin the file with: format: {first_allowed}"),),
    ),
    "P041": Saying(
        N_('the format "{found}" is not known'),
        (
            N_('Did you mean "{near}"? Allowed are: {allowed}.'),
            ALLOWED,
        ),
    ),
    "P042": Saying(N_("the file is of the format {found}; here {wanted} is needed")),
    "P043": Saying(
        N_('"{key}" and "{beside}" must not stand together'),
        (KEEP_ONE,),
    ),
    "P044": Saying(N_('"{found}" does not belong here')),
    "P045": Saying(N_('"{found}" stands in this list twice')),
    "P046": Saying(N_("this list has more items than the {most} that can be")),
}

EXPECTED = {
    "answer_file_id": N_("r- and 32 hexadecimal digits"),
    "array": N_("a list"),
    "boolean": N_("true or false"),
    "code": N_('an official code of four digits, such as "0751"'),
    "context": N_("a whole number, true, false or unknown"),
    "country": N_("two capital letters, such as DK or SE"),
    "date": N_("a date, such as 2026-03-12"),
    "dated": N_("a year or years"),
    "id": N_("an id: ASCII letters, digits and - _ . beginning with a letter"),
    "integer": N_("a whole number"),
    "language": N_("a language code, such as da, sv or en"),
    "letter": N_("one small letter"),
    "level": N_("a number"),
    "moment": N_("a moment in universal time, such as 2026-03-01T10:22:05Z"),
    "note": N_("text"),
    "object": N_("keys with values"),
    "operand": N_("a number, a word, true or false, or another subject"),
    "other": N_("something else"),
    "period": N_("a year, a month or a day: 2025, 2025-03, 2025-03-12"),
    "pole": N_("a whole number or neither-yet"),
    "position": N_("an id or a list of ids"),
    "sha256": N_("64 hexadecimal digits"),
    "share": N_("a share, such as 2/3 or 0.5"),
    "source": N_("a source as document:line, such as 001:70"),
    "source_id": N_("a short name of a document"),
    "string": N_("text"),
    "style": N_("a choice, a list of choices, or items with numbers"),
    "text": N_("a text in each language: da, sv, en"),
    "version": N_("a version in quotes, such as 1.0"),
    "words": N_("text"),
    "choice": N_("one of the options"),
    "number": N_("a whole number from 0"),
    "yes-no": N_("true or false"),
    "poles": N_("items with a number each"),
    "several": N_("a list of options"),
}
"""What belongs in a place, in words: for the fact `expected`."""

KINDS = {
    "question": N_("question"),
    "factor": N_("part with a level"),
    "node": N_("part"),
    "context": labels.CONTEXT_QUESTION,
    "style": labels.STYLE_AXIS,
    "item": N_("item of this axis"),
    "pattern": N_("pattern"),
    "role": N_("role"),
    "roll_up": N_("roll-up"),
    "source": N_("source"),
    "retired": N_("retired question"),
    "triggered": N_("trigger"),
    "choice": N_("choice"),
    "several": N_("choice of several"),
    "poles": N_("axis between poles"),
    "number": N_("number"),
    "yes-no": N_("yes or no"),
}
"""The kinds of thing in a questionnaire, in words: for the fact `kind`."""
