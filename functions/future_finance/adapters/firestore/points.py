"""Net worth points as users/{uid}/netWorth/{yyyy} holds them."""

from __future__ import annotations

from datetime import date

from future_finance.adapters.firestore.documents import Fields
from future_finance.domain.net_worth import Point


def point_to_document(point: Point) -> Fields:
    return {
        "assetsMinor": point.assets_minor,
        "liabilitiesMinor": point.liabilities_minor,
        "carried": point.carried,
    }


def points_of(year: Fields) -> list[Point]:
    """The points of a year's document, in no order."""
    return [
        Point(date.fromisoformat(day), p["assetsMinor"], p["liabilitiesMinor"], p["carried"])
        for day, p in year["points"].items()
    ]
