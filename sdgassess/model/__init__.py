"""What an assessment is made of: questionnaires, profiles, references and conditions.

Frozen values without behaviour beyond looking things up in themselves. Nothing here reads
a file, computes a score or holds a sentence in any language.
"""
