"""Plays Firebase Hosting and Cloud Run: static files, rewrites, and functions started at their first request."""
