"""The official MCP SDK is loaded in part, and stays whole for whoever asks for the rest."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow  # starts interpreters

FUNCTIONS = str(Path(__file__).parents[2] / "functions")


def run(code: str) -> str:
    """What a fresh interpreter prints."""
    program = f"import sys; sys.path.insert(0, {FUNCTIONS!r})\n{code}"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_source_loads_no_server_and_no_second_set_of_schemas() -> None:
    loaded = run(
        "import future_finance.adapters.fi_mcp.source\nprint(*sorted(sys.modules), sep='\\n')"
    ).splitlines()
    assert "mcp.client.streamable_http" in loaded
    for heavy in (
        "mcp.server",
        "mcp.client.session",
        "mcp_types.methods",
        "starlette",
        "uvicorn",
        "jsonschema",
    ):
        assert heavy not in loaded


def test_the_rest_of_the_sdk_still_works_beside_it() -> None:
    assert (
        run(
            "import future_finance.adapters.fi_mcp.source as source\n"
            "import mcp\n"
            "from mcp import ClientSession, types\n"
            "from mcp.client import Client\n"
            "from mcp.client.session import ClientSession as Direct\n"
            "assert ClientSession is Direct and mcp.Client is Client\n"
            "from mcp.server import MCPServer\n"
            "from mcp.client.streamable_http import streamable_http_client as theirs\n"
            "from future_finance.adapters.fi_mcp.sdk import streamable_http_client as ours\n"
            "assert theirs is ours\n"
            "print('whole')"
        )
        == "whole\n"
    )


def test_an_sdk_that_is_already_loaded_is_left_alone() -> None:
    assert (
        run(
            "import mcp\n"
            "before = mcp.ClientSession\n"
            "import future_finance.adapters.fi_mcp.source\n"
            "assert sys.modules['mcp'] is mcp and mcp.ClientSession is before\n"
            "print('same')"
        )
        == "same\n"
    )
