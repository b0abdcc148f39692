"""What is written down: passages, charts and findings as text."""
