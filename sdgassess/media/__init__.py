"""From a document to bytes: a module or a folder a format.

Nothing here knows a score, a questionnaire or a profile.
"""
