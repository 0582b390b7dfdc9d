"""Profiles beside each other: years of one municipality, or several municipalities."""
