"""Defects that were thought of, by the assertion that has to catch each."""
