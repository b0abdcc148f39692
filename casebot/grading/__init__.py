"""Is it right, and why: pure grading of answers."""
