"""Net worth points as users/{uid}/netWorth/{yyyy} holds them."""

from __future__ import annotations

from datetime import date

from future_finance.adapters.firestore.documents import Fields
from future_finance.domain.asset_class import AssetClass, LiabilityClass
from future_finance.domain.net_worth import Point

_CLASSES: dict[str, AssetClass | LiabilityClass] = {
    name.value: name for kind in (AssetClass, LiabilityClass) for name in kind
}


def point_to_document(point: Point) -> Fields:
    """Classes are a list, which a merging write replaces as a whole."""
    return {
        "assetsMinor": point.assets_minor,
        "liabilitiesMinor": point.liabilities_minor,
        "carried": point.carried,
        "classes": [{"class": name.value, "minor": minor} for name, minor in sorted(point.classes.items())],
        "rowsTo": point.rows_to and point.rows_to.isoformat(),
    }


def points_of(year: Fields) -> list[Point]:
    """The points of a year's document, in no order."""
    return [_point(date.fromisoformat(day), fields) for day, fields in year["points"].items()]


def _point(on: date, fields: Fields) -> Point:
    rows_to = fields.get("rowsTo")
    return Point(
        on,
        fields["assetsMinor"],
        fields["liabilitiesMinor"],
        fields["carried"],
        {_CLASSES[one["class"]]: one["minor"] for one in fields.get("classes", ())},
        None if rows_to is None else date.fromisoformat(rows_to),
    )
