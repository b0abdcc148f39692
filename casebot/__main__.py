"""`python -m casebot` is the command `casebot`."""

from casebot.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
