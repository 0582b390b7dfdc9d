"""All answers and results as sheets of a workbook."""
