"""`python -m pkcheck` is the command `pkcheck`."""

from pkcheck.cli import main

main(prog_name="pkcheck")
