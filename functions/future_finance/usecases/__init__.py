"""What the app does, as verbs; ports.py says what it needs from outside."""
