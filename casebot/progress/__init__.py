"""What the learner knows, worked out from attempts."""
