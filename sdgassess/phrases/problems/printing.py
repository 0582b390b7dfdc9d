"""P6xx: what cannot be printed, and what to do instead."""

from __future__ import annotations

from sdgassess.language import N_
from sdgassess.phrases.problems.saying import FILE_EXISTS, Saying

_END_THE_NAME = N_("End the name in one of: {allowed}")

PRINTING: dict[str, Saying] = {
    "P601": Saying(
        N_("no PDF can be made on this computer: Typst is not installed"),
        (
            N_(
                "Write the HTML instead (a name that ends in {page}), open it in a browser and "
                "print it from there; where Typst exists: {command}"
            ),
            N_("Install it with: {command}"),
        ),
    ),
    "P602": Saying(
        N_("{suffix} files need what is not installed: {package}"),
        (N_("Install it with: {command}"),),
    ),
    "P603": Saying(
        N_('"{suffix}" does not say which kind of file is wanted'),
        (_END_THE_NAME,),
    ),
    "P604": Saying(
        FILE_EXISTS,
        (N_("Choose another name, or add --force to put the new file in its place."),),
    ),
    "P605": Saying(
        N_("this is no picture that can be printed"),
        (N_("A logo is a PNG, a JPEG or an SVG file."),),
    ),
    "P606": Saying(
        N_("the layout {layout} is made of one profile"),
        (N_("Name one profile, or print several with --layout years."),),
    ),
    "P616": Saying(
        N_("no {suffix} file is made of this"),
        (
            N_("End the name in one of: {allowed}; {suffix} is made with {layouts}"),
            _END_THE_NAME,
        ),
    ),
    "P615": Saying(
        N_("slides tell of one assessment, or of the years of one place"),
        (_END_THE_NAME,),
    ),
    "P607": Saying(N_("{option} goes only with the layout {layout}")),
    "P608": Saying(
        N_("the report cannot be written over what it is made from"),
        (N_("Name another file after -o."),),
    ),
    "P609": Saying(
        N_("the logo is a picture that cannot be printed"),
        (
            N_(
                "Save it anew as a PNG, or as a JPEG in RGB colours (not CMYK); an SVG may hold "
                "shapes, words and gradients, but no filters, scripts or links to other files."
            ),
        ),
    ),
    "P610": Saying(
        N_("nothing that was agreed and is still open has a day, so a calendar would be empty"),
        (N_("Say the days first: sdgassess target {file} ID --by 2027-03-01"),),
    ),
    "P611": Saying(
        N_("this is no template that can be written on"),
        (N_("A template here is a whole file that ends in: {allowed}. Save it anew as one."),),
    ),
    "P612": Saying(
        N_("the template carries macros, which are never taken over"),
        (N_("Save it without macros: as .dotx or .docx, .potx or .pptx."),),
    ),
    "P613": Saying(
        N_("the template lacks what is written with: {missing}"),
        (
            N_(
                "In Word, use each style once and save the template; in PowerPoint, add the "
                "layouts in the slide master."
            ),
        ),
    ),
    "P614": Saying(
        N_("a template goes only with the formats {allowed}"),
        (N_("End the name after -o in one of them, or leave the template out."),),
    ),
    "P631": Saying(
        N_('the questionnaire has no role "{role}"'),
        (N_("There are: {allowed}. A letter or a title in any language is understood too."),),
    ),
    "P632": Saying(
        N_("no question of this form is put to: {role}"),
        (N_("Name a role that is asked something, or print all questions with --full."),),
    ),
    "P633": Saying(
        N_("both languages of the form would be the same: {language}"),
        (N_("Name another one after --beside, or leave it out."),),
    ),
    "P634": Saying(
        N_("this profile answers {theirs}, so its form cannot be that of {ours}"),
        (N_("Leave out --questionnaire, or take the profile over with `sdgassess migrate`."),),
    ),
}
