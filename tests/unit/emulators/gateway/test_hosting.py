"""firebase.json decides what serves a path."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from emulators.children import ROOT
from emulators.gateway.hosting import Hosting
from future_finance.endpoints import ENDPOINTS, PublicPath


def _hosting(folder: Path, **section: object) -> Hosting:
    (folder / "web").mkdir()
    (folder / "web" / "index.html").write_text("home")
    (folder / "secret.txt").write_text("not public")
    file = folder / "firebase.json"
    file.write_text(json.dumps({"hosting": {"public": "web", **section}}))
    return Hosting.from_file(file)


def _to(service: str, source: str) -> dict[str, object]:
    return {"source": source, "run": {"serviceId": service, "region": "asia-south1"}}


def test_the_first_rewrite_that_matches_wins(tmp_path: Path) -> None:
    hosting = _hosting(tmp_path, rewrites=[_to("one", "/a/b"), _to("two", "/a/**")])
    assert [hosting.service_for(path) for path in ("/a/b", "/a/c", "/b")] == ["one", "two", None]


def test_a_screen_of_the_app_is_its_page_and_no_function(tmp_path: Path) -> None:
    hosting = _hosting(tmp_path, rewrites=[_to("one", "/a"), {"source": "/**", "destination": "/index.html"}])
    page = tmp_path / "web" / "index.html"
    assert (hosting.service_for("/debts"), hosting.rewritten_file("/debts")) == (None, page)
    assert (hosting.service_for("/a"), hosting.rewritten_file("/a")) == ("one", None)


def test_a_destination_outside_the_public_folder_is_not_served(tmp_path: Path) -> None:
    hosting = _hosting(tmp_path, rewrites=[{"source": "/x", "destination": "/../secret.txt"}])
    assert hosting.rewritten_file("/x") is None


def test_of_two_headers_with_one_key_the_later_rule_wins(tmp_path: Path) -> None:
    rules = [
        {"source": "**", "headers": [{"key": "X-A", "value": "1"}, {"key": "X-B", "value": "1"}]},
        {"source": "/api/**", "headers": [{"key": "X-A", "value": "2"}]},
    ]
    hosting = _hosting(tmp_path, headers=rules)
    assert hosting.headers_for("/api/config") == {"X-A": "2", "X-B": "1"}
    assert hosting.headers_for("/") == {"X-A": "1", "X-B": "1"}


def test_files_outside_the_public_folder_are_never_served(tmp_path: Path) -> None:
    hosting = _hosting(tmp_path)
    assert hosting.file_for("/") == tmp_path / "web" / "index.html"
    assert hosting.file_for("/../secret.txt") is None
    assert hosting.file_for("//etc/passwd") is None


def test_a_rewrite_that_the_gateway_does_not_know_stops_the_start(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="rewrites"):
        _hosting(tmp_path, rewrites=[{"source": "**", "function": "f"}])


def test_every_public_path_of_the_table_reaches_its_function() -> None:
    hosting = Hosting.from_file(ROOT / "firebase.json")
    for endpoint in ENDPOINTS:
        if isinstance(endpoint.trigger, PublicPath):
            for path in endpoint.trigger.paths:
                assert hosting.service_for(path.replace("**", "x/y")) == endpoint.name


def test_answers_of_the_api_are_never_stored() -> None:
    hosting = Hosting.from_file(ROOT / "firebase.json")
    for path in ("/api/financial/overview", "/auth/session", "/health"):
        assert hosting.headers_for(path)["Cache-Control"] == "private, no-store"


def test_every_screen_gets_the_app_and_no_unknown_address_does() -> None:
    hosting = Hosting.from_file(ROOT / "firebase.json")
    pages = {rule.destination for rule in hosting.rewrites if rule.service is None}
    assert pages == {"/index.html"}
    for screen in json.loads((ROOT / "web" / "screens.json").read_text()):
        assert hosting.headers_for(f"/{screen}")["Cache-Control"] == "no-cache"
    for unknown in ("/api/nothing", "/auth/nothing", "/wp-login.php"):
        assert not any(rule.source.fullmatch(unknown) for rule in hosting.rewrites)


def test_the_policy_of_the_site_allows_no_inline_script_or_style() -> None:
    policy = Hosting.from_file(ROOT / "firebase.json").headers_for("/")["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'self'" in policy
