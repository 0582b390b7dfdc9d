"""Run the program with `python -m sdgassess`."""

from sdgassess.cli.boundary import main

main()
