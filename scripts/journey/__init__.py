"""The demo: one person's whole journey over HTTP, as the web app would make it."""
