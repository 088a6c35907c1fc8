"""Patterns match as Firebase Hosting's do."""

from __future__ import annotations

import pytest

from emulators.gateway.glob import compile_glob


@pytest.mark.parametrize(
    ("pattern", "path", "matches"),
    [
        ("/health", "/health", True),
        ("/health", "/health/deep", False),
        ("/api/connections/**", "/api/connections/abc/confirm", True),
        ("/api/connections/**", "/api/connections", False),
        ("/api/*", "/api/config", True),
        ("/api/*", "/api/financial/overview", False),
        ("**", "/", True),
        ("**/*.html", "/a/b/index.html", True),
        ("**/*.html", "/index.html", True),
        ("**/*.html", "/indexahtml", False),
        ("/img.{png,jpg}", "/img.jpg", True),
        ("/img.{png,jpg}", "/img.gif", False),
        ("/v?/x", "/v1/x", True),
        ("/v?/x", "/v/1x", False),
        ("/a+b", "/a+b", True),
    ],
)
def test_a_pattern_matches_whole_paths(pattern: str, path: str, matches: bool) -> None:
    assert bool(compile_glob(pattern).fullmatch(path)) is matches


@pytest.mark.parametrize("pattern", ["/@(a|b)", "/!(a)", "/[ab]", "/{a", "/+(a)"])
def test_a_construct_that_would_be_misread_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="does not know"):
        compile_glob(pattern)
