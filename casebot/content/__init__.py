"""What authors write, read into the model with every problem found."""
