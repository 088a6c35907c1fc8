"""Only connections are wider on a laptop than in production."""

from __future__ import annotations

from emulators.gateway.local_policy import local_policy


def test_the_page_may_also_reach_the_local_services_and_nothing_else_changes() -> None:
    policy = "default-src 'self'; connect-src 'self' https://a.example; object-src 'none'"
    assert local_policy(policy) == (
        "default-src 'self'; connect-src 'self' http://127.0.0.1:* https://a.example; object-src 'none'"
    )
