"""The poster: before a workshop a question and room, after it the finding."""
