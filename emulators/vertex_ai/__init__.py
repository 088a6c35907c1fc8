"""Vertex AI on this machine: an offline stand-in for Gemini that calls tools, words figures, and fails to order."""
