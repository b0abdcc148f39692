"""The command `casebot`, also as `python -m casebot`: its version at once, everything else from `casebot.cli`."""

import sys

from casebot import __version__


def main() -> int:
    """Runs the command; returns its exit status."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"casebot {__version__}\n")
        return 0
    from casebot.cli import main as run

    return run()


if __name__ == "__main__":
    raise SystemExit(main())
