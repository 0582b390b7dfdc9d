"""The gap report: four pages and an annex, the first page complete in itself."""
