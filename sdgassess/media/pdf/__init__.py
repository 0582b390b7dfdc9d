"""The pages for a printer."""
