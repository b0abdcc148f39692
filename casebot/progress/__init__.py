"""What is known, worked out from attempts: by a learner, or of the questions themselves."""
