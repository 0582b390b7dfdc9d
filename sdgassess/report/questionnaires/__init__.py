"""Questionnaires, references and schemas as their authors see them."""
