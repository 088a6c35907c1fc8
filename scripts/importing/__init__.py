"""Bringing a full export into an empty account."""
