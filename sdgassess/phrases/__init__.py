"""One thing said in one sentence, in a language: a level, a pattern, a rule, a problem."""
