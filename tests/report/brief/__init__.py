"""The sheet for councillors."""
