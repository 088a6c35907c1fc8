"""The site's Content-Security-Policy on this machine: the local services stand where Google's are in production."""

from __future__ import annotations

HEADER = "Content-Security-Policy"
_LOCAL = "http://127.0.0.1:*"


def local_policy(policy: str) -> str:
    """The same policy, with connections to this machine's other ports."""
    return policy.replace("connect-src 'self'", f"connect-src 'self' {_LOCAL}")
