"""The product's settings where an operator sets none."""

from __future__ import annotations

from future_finance.config import read

DEFAULTS = read(
    {"FF_ENV": "local", "GOOGLE_CLOUD_PROJECT": "demo-future-finance", "FF_APP_URL": "http://127.0.0.1"}
)
