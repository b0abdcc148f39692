"""What is kept between sessions: answers, sessions and settings."""
