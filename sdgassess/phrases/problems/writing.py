"""P4xx: files that cannot be written."""

from __future__ import annotations

from sdgassess.language import N_
from sdgassess.phrases.problems.saying import FILE_EXISTS, Saying

WRITING: dict[str, Saying] = {
    "P401": Saying(
        N_("the folder is not there: {folder}"),
        (N_("Make the folder first, or write somewhere else."),),
    ),
    "P402": Saying(
        N_("a folder or device stands where the file should be written"),
        (N_("Name a file."),),
    ),
    "P403": Saying(
        N_("you may not write here"),
        (N_("Ask for write access to {folder}, or write somewhere else."),),
    ),
    "P404": Saying(
        N_("the file is marked read-only"),
        (N_("Take the mark off if it may be changed, or work on a copy."),),
    ),
    "P405": Saying(
        N_("the disk can only be read"),
        (N_("Write to another disk."),),
    ),
    "P406": Saying(
        N_("the disk is full; the file on it is as it was"),
        (N_("Free some space, or write to another disk."),),
    ),
    "P407": Saying(
        N_("your share of the disk is used up; the file on it is as it was"),
        (N_("Free some space, or write to another disk."),),
    ),
    "P408": Saying(
        N_("the file would be larger than is allowed here; the old one is as it was"),
        (N_("Write to another disk."),),
    ),
    "P409": Saying(
        N_("the file name is too long"),
        (N_("Choose a shorter name."),),
    ),
    "P410": Saying(
        FILE_EXISTS,
        (N_("Choose another name, or move the old file away."),),
    ),
    "P411": Saying(
        N_(
            "somebody else is working on this file: "
            "computer {computer}, process {process}, since {since}"
        ),
        (
            N_(
                "Wait until they are done, or work on a copy. "
                "If that process is gone for certain, delete {lock}"
            ),
        ),
    ),
    "P412": Saying(
        N_("another program is working on this file"),
        (N_("Wait until it is done. If nobody is, delete {lock}"),),
    ),
    "P413": Saying(
        N_(
            "the file was changed by somebody else meanwhile; "
            "both versions are kept, yours in {kept}"
        ),
        (N_("Compare the two files, and bring together by hand what belongs together."),),
    ),
    "P414": Saying(
        N_("the file has a second name (a hard link), and writing would part the two"),
        (N_("Work on a copy, or remove the other name."),),
    ),
    "P415": Saying(
        N_("the file is a link that leads back to itself"),
        (N_("Name the file itself."),),
    ),
    "P416": Saying(
        N_("the file could not be written: {reason}"),
        (N_("Try again, or write to another disk."),),
    ),
    "P417": Saying(
        N_("the answers could not be fitted into this file; they are all kept in {kept}"),
        (N_("Go on with that file, and report this: it should not happen."),),
    ),
    "P418": Saying(
        N_("the assessment has outgrown what can be read again ({detail})"),
        (
            N_("More than {entries} entries cannot be read: take out voices or evidence."),
            N_("Shorten the longest texts."),
        ),
    ),
    "P419": Saying(
        N_(
            "the new file stands, but the disk did not confirm that it would outlast "
            "a power cut: {reason}"
        ),
        (N_("See that the disk is well and has room, then save or print once more."),),
    ),
    "P420": Saying(
        N_("something that is no plain file stands where this file's lock belongs: {lock}"),
        (N_("Find out what it is, and take it away."),),
    ),
}
