"""What a case is made of: frozen models without input or output."""
