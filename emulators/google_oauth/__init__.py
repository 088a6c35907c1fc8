"""A stand-in for Google's OAuth 2.0 and OpenID Connect, with the demo people as its accounts."""
