"""Recorded answers of Fi's test accounts, where a folder of them is at hand: one folder a phone number."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

FOLDER = Path(
    os.environ.get("FI_RECORDED_DIR") or Path(__file__).parents[1].parent / "shared" / "fi-mcp-data"
)
needs_recordings = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="no recorded answers here; FI_RECORDED_DIR names their folder"
)
