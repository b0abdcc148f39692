"""Measurements of casebot, each a command of its own."""
