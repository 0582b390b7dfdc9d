"""What each problem says: a message and hints per code, one table per family of codes.

A table maps a code to a `Saying`. Placeholders are facts of the problem. Of several hints the
first is said whose facts the problem has. A code may have variants for a fact `why`: `P010/tab`.
"""
