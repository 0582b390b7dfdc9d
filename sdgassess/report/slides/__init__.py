"""Slides: what an assessment found, to be shown to a room that decides what to do about it."""
