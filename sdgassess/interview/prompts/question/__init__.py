"""The prompts at a question, and at what is asked without being scored."""
