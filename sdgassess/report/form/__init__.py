"""The questionnaire on paper, empty or filled."""
