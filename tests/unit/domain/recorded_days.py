"""The day on which each recorded account is looked at: the newest in its data."""

from __future__ import annotations

from datetime import date

RECORDED_ON = {
    "2222222222": date(2025, 7, 9),
    "4444444444": date(2025, 7, 9),
    "7777777777": date(2024, 7, 22),
    "1313131313": date(2024, 7, 20),
    "8888888888": date(2024, 7, 25),
    "1414141414": date(2024, 7, 25),
    "2525252525": date(2024, 7, 28),
}
