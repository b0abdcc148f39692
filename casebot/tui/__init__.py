"""How it looks: the Textual front end."""
