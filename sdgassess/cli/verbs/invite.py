"""The verb that invites people to answer alone: a page, a workbook or a form for each of them.

Everybody who is invited becomes a participant of the profile. Either all is written, or nothing.

Codes: P581 no such kind · P582 the questionnaire has no roles · P583 everybody answered already.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from sdgassess.cli.naming import role_named
from sdgassess.cli.opening import OpenProfile, note_warnings, open_profile
from sdgassess.cli.options import (
    AsJson,
    Debug,
    IntoFolder,
    Lang,
    Overwrite,
    ProfilePath,
    QuestionnairePath,
)
from sdgassess.cli.output import refuse_existing
from sdgassess.cli.paths import shelf_for
from sdgassess.cli.shell import quoted
from sdgassess.cli.terminal.streams import (
    columns,
    print_json,
    print_next,
    print_text,
    print_wrapped_note,
)
from sdgassess.files.fingerprint import fingerprint
from sdgassess.files.load import questionnaire_for
from sdgassess.files.splice.splice import encoded
from sdgassess.files.write.profile_file import ProfileFile
from sdgassess.files.write.rights import rights_of
from sdgassess.files.write.writer import NOT_CONFIRMED, hold, replace, write_into
from sdgassess.language import N_, Words
from sdgassess.model.profile import Participant
from sdgassess.model.questionnaire import Role
from sdgassess.phrases.hearing import missing_roles
from sdgassess.phrases.saving import SAVED
from sdgassess.problem import Fact, InputRefused, Problem, UsageRefused, Where, WriteRefused
from sdgassess.report.invite.letter import letter
from sdgassess.report.invite.page import Invitation, asked_of
from sdgassess.report.invite.slots import Invited, invited
from sdgassess.report.results.invitations import WrittenKind, invite_result
from sdgassess.scoring.score import score
from sdgassess.text import one_line, wrap

KINDS = ("html", "xlsx", "pdf")
"""What people can be given to answer in."""

_MOST = 30
"""So many of one role can be invited, as in a sitting."""


def run_invite(
    *,
    file: ProfilePath,
    to: IntoFolder,
    role: Annotated[
        list[str] | None,
        typer.Option(
            "--role",
            metavar="ROLE",
            help=N_("Only this role: its id, its letter or its title; may be repeated."),
        ),
    ] = None,
    each: Annotated[
        int,
        typer.Option(
            "--each", metavar="N", min=1, max=_MOST, help=N_("How many people of each role.")
        ),
    ] = 1,
    kinds: Annotated[
        str,
        typer.Option(
            "--as",
            metavar="KINDS",
            help=N_(
                "What they answer in: html a page, xlsx a workbook, pdf a form on paper; several "
                "with commas between."
            ),
        ),
    ] = "html",
    questionnaire: QuestionnairePath = None,
    force: Overwrite = False,
    lang: Lang = None,
    as_json: AsJson = False,
    debug: Debug = False,
) -> None:
    """Invite people, and say what was written for whom.

    Raises:
        InputRefused: the profile is broken or invalid.
        UsageRefused: a role or kind is unknown, a role is asked nothing, or nobody is left.
        WriteRefused: a file is there already, or something cannot be written.
    """
    wanted = _kinds(kinds)
    if file.is_dir():
        raise InputRefused(Problem("P002", Where(str(file)), {"why": "profile"}))
    with hold(file):
        opened = open_profile(file, questionnaire, lang)
        roles = _roles(opened, role)
        people = invited(opened.questionnaire, opened.profile, roles, each)
        if not people.slots:
            raise UsageRefused(Problem("P583", Where(str(file))))
        files = _files(opened, people, wanted, to, _fingerprint(opened, questionnaire))
        for name in files if not force else ():
            _refuse_another(to / name, files[name].content)
        _write(opened, people, files, to, force=force)
    written = tuple(entry.written for entry in files.values())
    if as_json:
        print_json(invite_result(written))
        return
    note_warnings(opened)
    _say(opened, people, written, to)


class _Entry(NamedTuple):
    """A file to be written, and what it is."""

    content: bytes
    written: WrittenKind


def _refuse_another(path: Path, content: bytes) -> None:
    """Refuse a name that is taken by something else; what stands there as it is to be is fine.

    So whoever invites more people into the same folder needs no `--force`.

    Raises:
        WriteRefused: something else stands there.
    """
    with suppress(OSError):
        if path.is_file() and path.read_bytes() == content:
            return
    refuse_existing(path, force=False)


def _kinds(typed: str) -> tuple[str, ...]:
    """What is wanted, each once, in the order in which it is documented.

    Raises:
        UsageRefused: one of them is no kind, or there is none.
    """
    named = [word.strip().lower() for word in typed.split(",") if word.strip()]
    strange = [word for word in named if word not in KINDS]
    if strange or not named:
        facts: dict[str, Fact] = {"kind": strange[0] if strange else typed, "allowed": KINDS}
        raise UsageRefused(Problem("P581", Where(), facts))
    return tuple(kind for kind in KINDS if kind in named)


def _roles(opened: OpenProfile, named: Sequence[str] | None) -> tuple[Role, ...]:
    """The roles that are invited, each once: those that were named, else all that are asked.

    Raises:
        UsageRefused: there is no such role, or it is asked nothing.
    """
    rules = opened.questionnaire
    if not rules.roles:
        raise UsageRefused(Problem("P582", Where(opened.file)))
    named_roles = [role_named(rules, word) for word in named or ()]
    wanted = [role for role in rules.roles if role in named_roles]
    respondents = [role for role in rules.roles if _is_asked(opened, role)]
    for role in wanted:
        if role not in respondents:
            title = one_line(role.title.in_language(opened.words.language)[0])
            raise UsageRefused(Problem("P632", Where(), {"role": title}))
    return tuple(wanted or respondents)


def _is_asked(opened: OpenProfile, role: Role) -> bool:
    """Whether any question of this assessment is put to a role."""
    someone = Participant(role.letter, role.id)
    invitation = Invitation(opened.questionnaire, "", opened.profile, role, someone)
    return bool(asked_of(invitation, opened.words))


def _files(
    opened: OpenProfile, people: Invited, kinds: Sequence[str], folder: Path, imprint: str
) -> Mapping[str, _Entry]:
    """Every file by its name: for each person what they answer in, and the text for a mail."""
    rules, words = opened.questionnaire, opened.words
    roles = {role.id: role for role in rules.roles}
    files: dict[str, _Entry] = {}
    for slot in people.slots:
        invitation = Invitation(rules, imprint, people.profile, roles[slot.role], slot)
        for kind in kinds:
            name = f"{slot.id}-{slot.role}.{kind}"
            content = _content(invitation, kind, words)
            written = WrittenKind(str(folder / name), kind, slot.id, slot.role, words.language)
            files[name] = _Entry(content, written)
    name = "invitation.txt"
    text = letter(rules, people.profile, kinds, words).encode()
    written = WrittenKind(str(folder / name), "invitation", None, None, words.language)
    return files | {name: _Entry(text, written)}


def _fingerprint(opened: OpenProfile, questionnaire: Path | None) -> str:
    """The fingerprint of the questionnaire that is answered."""
    shelf = shelf_for(Path(opened.file))
    loaded = questionnaire_for(opened.profile.questionnaire, shelf, questionnaire)
    assert loaded.source is not None, "the profile was read by it a moment ago"
    return fingerprint(loaded.source.data)


def _content(invitation: Invitation, kind: str, words: Words) -> bytes:
    """What somebody answers in."""
    if kind == "html":
        from sdgassess.media.html.answer_page import answer_page_html
        from sdgassess.report.invite.page import answer_page

        return answer_page_html(answer_page(invitation, words), words).encode()
    if kind == "xlsx":
        from secrets import token_hex

        from sdgassess.media.answer_book import answer_book_xlsx
        from sdgassess.report.invite.book import answer_book

        return answer_book_xlsx(answer_book(invitation, words, f"r-{token_hex(16)}"))
    from sdgassess.media.pdf.report import report_pdf
    from sdgassess.report.form.form import form
    from sdgassess.report.invite.page import form_wish

    return report_pdf(form(invitation.questionnaire, words, form_wish(invitation)), words)


def _write(
    opened: OpenProfile, people: Invited, files: Mapping[str, _Entry], folder: Path, *, force: bool
) -> None:
    """Write who is invited into the profile, and the files; where these fail, the profile too.

    The profile goes first: a page whose slot no profile knows could never be taken in.
    """
    path = Path(opened.file)
    raw = encoded(opened.source, opened.source.text)
    saved = None
    if people.profile != opened.profile:
        saved = ProfileFile.opened(path, opened.source, opened.profile).save(people.profile)
    contents = {name: entry.content for name, entry in files.items()}
    try:
        write_into(folder, contents, rights_of([path]), force=force)
    except WriteRefused as refused:
        # Where the files stand, so must the people that they are for.
        if saved is not None and refused.problems[0].code != NOT_CONFIRMED:
            replace(path, raw, saved.digest)
        raise


def _say(opened: OpenProfile, people: Invited, written: Sequence[WrittenKind], to: Path) -> None:
    """Who was invited to answer in what, and what comes next."""
    words = opened.words
    titles = {
        role.id: one_line(role.title.in_language(words.language)[0])
        for role in opened.questionnaire.roles
    }
    names: dict[str, list[str]] = {slot.id: [] for slot in people.slots}
    for file in written:
        if file.slot is not None:
            names[file.slot].append(Path(file.file).name)
    for slot in people.slots:
        unit = f" {one_line(slot.unit)}" if slot.unit else ""
        line = f"{titles[slot.role]}{unit}: {', '.join(names[slot.id])}"
        print_text("\n".join(wrap(line, columns(), f"{slot.id:<4} ")))
    print_text(words("The text for a mail: {file}", file="invitation.txt"))
    print_text(words(SAVED, file=quoted(to)))
    # Whoever is invited counts as if they had answered: what is missing then, nobody was asked.
    answering = tuple(person._replace(invited=False) for person in people.profile.participants)
    as_if = people.profile._replace(participants=answering)
    missing = missing_roles(score(opened.questionnaire, as_if), words)
    if missing:
        print_wrapped_note(
            words(
                "Not invited yet, and must be heard for the assessment to be valid: {roles}.",
                roles="; ".join(missing),
            )
        )
    print_wrapped_note(
        words(
            "Note on paper who gets which, and keep that note apart: the file knows them by these "
            "numbers only."
        )
    )
    print_next(f"sdgassess merge {opened.typed} returned/", words)
