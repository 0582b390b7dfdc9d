"""What programs read: one document a verb, as `docs/json.md` describes it."""
