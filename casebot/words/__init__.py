"""What the program says, in each language."""
