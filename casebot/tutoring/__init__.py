"""What to say next: the conversation as a pure function."""
