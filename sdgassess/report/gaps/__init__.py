"""The gap report: nine parts on paper, the first page complete in itself (domain model §3.15)."""
