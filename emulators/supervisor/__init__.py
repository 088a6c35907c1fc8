"""Starts the local cloud as one stack, tells where everything is, and stops all of it."""
