"""A tutor in the terminal for contested case studies."""

__version__ = "0.1.0"
