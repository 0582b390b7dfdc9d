"""The verbs below `questionnaire`."""
