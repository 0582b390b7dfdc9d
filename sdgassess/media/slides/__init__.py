"""Slides as a PowerPoint file: real layouts, native charts and tables, notes."""
