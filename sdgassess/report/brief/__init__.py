"""One sheet for councillors: the finding in words, and what is to be decided."""
