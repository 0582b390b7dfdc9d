"""Where tests find what they look at: the checkout, what ships, and folders of cases."""

from __future__ import annotations

from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
ROOT = TESTS.parent

EXAMPLE = ROOT / "profiles" / "examples" / "eksempelby-2026.yaml"
"""The shipped example as it stands last."""

MUNICIPALITIES = TESTS / "municipalities"
"""Invented municipalities, each with a way of its own."""
