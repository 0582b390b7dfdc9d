"""The annex of a gap report: every part, every answer, and the words of documents elsewhere."""
