"""After a block: told in a line on the way on, or in a workshop with a pause."""

from __future__ import annotations

from dataclasses import replace

from sdgassess.interview.state.phases import AtQuestion, Pausing
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.overview import asked_in, counts_in_words
from sdgassess.model.node import Node


def after_block(behind: Sitting, ahead: Sitting, block: Node) -> Sitting:
    """The sitting on its way out of a block that is done: told in a line, or with a pause.

    Args:
        behind: where it comes from, with what was said there.
        ahead: where it goes next, with what is to be said on arriving.
        block: what is done; it is told once in a sitting.
    """
    onward = replace(ahead, reply=behind.reply, paused=ahead.paused | {block.id})
    if ahead.setting.workshop:
        return onward.at(Pausing(block.id, ahead.phase, ahead.reply))
    if not isinstance(ahead.phase, AtQuestion):
        return onward.showing(ahead.reply)
    words, title = ahead.setting.words, ahead.setting.spoken(block.title)
    counts = counts_in_words(ahead, asked_in(ahead, block))
    closed = onward.saying(words("Done: {block}. {counts}", block=title, counts=counts))
    return closed.showing(ahead.reply)
