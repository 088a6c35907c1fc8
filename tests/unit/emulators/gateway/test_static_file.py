"""Static files on the wire."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest
from starlette.responses import FileResponse

from emulators.gateway.static_file import static_file


@pytest.fixture
def script(tmp_path: Path) -> Path:
    file = tmp_path / "app.js"
    file.write_text("let a = 1;\n" * 100)
    return file


def test_text_is_sent_compressed_under_its_own_type(script: Path) -> None:
    response = static_file(script, "br, gzip")
    assert gzip.decompress(bytes(response.body)) == script.read_bytes()
    assert len(response.body) < script.stat().st_size
    assert response.headers["content-encoding"] == "gzip"
    assert response.headers["content-type"].startswith("text/javascript")


def test_a_file_built_anew_is_sent_as_it_is_now(script: Path) -> None:
    static_file(script, "gzip")
    script.write_text("let a = 2;\n")
    os.utime(script, ns=(1, 1))
    assert gzip.decompress(bytes(static_file(script, "gzip").body)) == b"let a = 2;\n"


def test_whoever_cannot_read_it_compressed_gets_the_file(script: Path) -> None:
    assert isinstance(static_file(script, ""), FileResponse)


def test_a_picture_is_sent_as_it_is(tmp_path: Path) -> None:
    picture = tmp_path / "icon.png"
    picture.write_bytes(b"\x89PNG")
    assert isinstance(static_file(picture, "gzip"), FileResponse)
