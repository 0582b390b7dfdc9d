"""Assess how a municipality governs its work with the SDGs / Agenda 2030."""

__version__ = "0.1.0"
