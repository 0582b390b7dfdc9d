"""The course of a workshop: what is done in which order, how long, with what on the table.

Everybody answers alone before anybody talks; disagreement comes before levels, levels before
choices, and a choice is an agreement only when somebody has it (model.md: Priorities).
"""

from __future__ import annotations

from typing import NamedTuple

from sdgassess.language import N_


class Step(NamedTuple):
    """One step of a workshop; texts are messages to be said in a language.

    Attributes:
        title: what everybody does.
        minutes: how long it takes in two hours.
        half_day: how long it takes in half a day.
        needs: what lies on the table or is shown.
        does: what the facilitator does, in order.
        says: what the facilitator says.
    """

    title: str
    minutes: int
    half_day: int
    needs: str
    does: tuple[str, ...]
    says: tuple[str, ...]


COURSE = (
    Step(
        N_("Welcome: why we are here, and what becomes of it"),
        10,
        15,
        N_("slides"),
        (
            N_("Say who reads the result, what it is used for, and when you meet again."),
            N_("Ask who is here: function and unit, half a minute each. No speeches yet."),
        ),
        (
            N_(
                "We describe how our work is organised and governed. It is not about how good any "
                "of you are, and nobody is ranked."
            ),
            N_("What is kept is levels and words, never names."),
        ),
    ),
    Step(
        N_("Practise on a question that does not count"),
        5,
        10,
        N_("voting cards"),
        (
            N_("Hand out a set of cards to each. Read the practice question aloud from the form."),
            N_("Count to three; everybody holds up one card at the same moment."),
        ),
        (
            N_("Choose the highest text that is wholly true today, not what is planned."),
            N_("The question mark is an answer too: it tells us whom to ask."),
        ),
    ),
    Step(
        N_("Everybody answers alone"),
        20,
        30,
        N_("anchor sheets; answer sheets for those who have not answered yet"),
        (
            N_("Silence. Whoever answered beforehand reads the anchor sheets meanwhile."),
            N_("Go round and help with words, never with levels."),
        ),
        (N_("Answer from where you sit. You are not to guess what the others see."),),
    ),
    Step(
        N_("Break, while the answers are put together"),
        10,
        20,
        N_("tally sheet, or the computer"),
        (
            N_(
                "Take in what came back: files with sdgassess merge, paper with sdgassess assess "
                "--enter. Without a computer: a stroke for each answer on the tally sheet."
            ),
            N_("Open the answers when everybody is back, all at once: sdgassess assess --agree."),
        ),
        (),
    ),
    Step(
        N_("What we see differently"),
        35,
        60,
        N_("anchor sheets, voting cards, the screen"),
        (
            N_("The widest first, five minutes each. Put the anchor sheet where all can read it."),
            N_("The lowest and the highest speak first, one minute each: what have you seen?"),
            N_("Cards once more. Then record a level, who agrees, why, and who does not."),
            N_("Still apart? Write down both with their reasons and go on. That is a result too."),
        ),
        (
            N_("It is no mistake that we see it differently: we work in different places."),
            N_("Which text is wholly true – and where would I see it if I came tomorrow?"),
        ),
    ),
    Step(
        N_("Where we stand"),
        10,
        20,
        N_("slides, poster"),
        (
            N_("Show what stands strong before what is low; then what holds something back."),
            N_("Let two or three say what surprises them. Nothing is decided here."),
        ),
        (N_("What do you recognise? What surprises you?"),),
    ),
    Step(
        N_("Choose what to work on"),
        15,
        25,
        N_("poster, dots"),
        (
            N_(
                "Read the suggestions aloud. What is at stake, can we influence it, can it start "
                "soon?"
            ),
            N_("Everybody puts their dots without talking. Count aloud. A tie: see below."),
            N_("Say aloud what you leave for now, so that leaving it is a decision."),
        ),
        (N_("What matters most to those we are here for – and what can we move ourselves?"),),
    ),
    Step(
        N_("Agree: who, by when, what first"),
        12,
        25,
        N_("action sheet"),
        (
            N_("One function for each, and somebody here who takes it there. No “we”."),
            N_("A day, a first move that is small, and how you will know that it is done."),
            N_("At least one that can start with the mandate that is in the room."),
        ),
        (N_("What is the first thing you do on Monday?"),),
    ),
    Step(
        N_("Close"),
        3,
        5,
        N_("the day of the next meeting"),
        (
            N_("Read the agreements aloud. Say the day on which you look at them again."),
            N_("Say what happens to the answers, and when they are deleted."),
        ),
        (),
    ),
)


ALONE, DIFFERENTLY = COURSE[2], COURSE[4]
"""The steps whose time is shared among questions."""
A_QUESTION = 5
"""So many minutes a question is talked about, where it is seen differently."""
TOO_HASTY = 45
"""With fewer seconds for each question nobody reads the levels and answers."""


class Pitfall(NamedTuple):
    """Something that happens in rooms, and what helps."""

    happens: str
    helps: str


PITFALLS = (
    Pitfall(
        N_("The manager speaks first, and all nod."),
        N_("Cards first, all at once. Ask the manager beforehand to speak last."),
    ),
    Pitfall(
        N_("“Let us say two and a half.”"),
        N_("Levels are steps, not points. Ask which text is wholly true."),
    ),
    Pitfall(
        N_("“It is in the plan for next year.”"),
        N_("Then it counts next year. Write it as a comment."),
    ),
    Pitfall(
        N_("Somebody feels accused and defends the house."),
        N_("A low level shows where nobody has been given the task. Thank whoever said it."),
    ),
    Pitfall(
        N_("“Who said zero?”"),
        N_("We do not ask. Whoever wants to say it says it, also by role."),
    ),
    Pitfall(
        N_("Nobody in the room knows."),
        N_("Write unknown and who would know. It is a finding, not a hole."),
    ),
    Pitfall(
        N_("Two talk, the others look at their telephones."),
        N_("A minute for each. Then cards. Write down the disagreement and go on."),
    ),
    Pitfall(
        N_("The ones who know the most fill the time."),
        N_(
            "Ask those who meet it in daily work first; they have the last word on some questions."
        ),
    ),
    Pitfall(
        N_("The list of agreements grows."),
        N_("At most {few_things}. What is not chosen is named, and left for now."),
    ),
    Pitfall(
        N_("“The administration will look into it.”"),
        N_("Which function, which day, which first move? Else it is no agreement."),
    ),
)

TIE = (
    N_("Only those that stand alike are voted on again; nobody speaks for one of them first."),
    N_("Everybody has two votes, for two different ones, put at the same time."),
    N_("Still alike: take the one that can start soonest with the mandate that is in the room."),
    N_("Nobody's vote counts double. Write down that it was a tie."),
)
"""How a tie is broken, in order."""


def minutes_of(step: Step, *, half_day: bool) -> int:
    """How long a step takes."""
    return step.half_day if half_day else step.minutes
