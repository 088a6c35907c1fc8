"""What amounts did from one time to another: rose, fell, stayed."""

from __future__ import annotations

import itertools
from collections import defaultdict
from decimal import Decimal

from future_finance.domain.grounding.reading.concepts import undated
from future_finance.domain.grounding.reading.units import Measure
from future_finance.domain.grounding.sheet.index import Sheet
from future_finance.domain.grounding.sheet.known import Known
from future_finance.domain.grounding.wordless.parts import named

_EARLIER = frozenset({"last", "previous", "prior", "earlier", "before", "pichle", "पिछले", "opening", "old"})
_GENERIC = frozenset({"change", "gap", "share", "total", "rate"})


def trend(about: frozenset[str], sheet: Sheet, stated: list[Known], *, ordered: bool) -> int:
    """+1 or -1 for what the named thing did, 0 where facts do not say. `ordered`: stated oldest first."""
    told = _over_months(about, sheet, named_only=True)
    if told:
        return told
    changes = [
        known
        for known in sheet.facts
        if known.label.change and known.size and (undated(known.concepts) - _generic(known)) & about
    ]
    if changes:
        best = named(changes, about)[0]
        return -1 if best.negative or best.label.downward else 1
    told = _over_months(about, sheet, named_only=False)
    if told:
        return told
    if (
        len(stated) == 2
        and ordered
        and stated[0].measure is stated[1].measure
        and _kind(stated[0]) & _kind(stated[1])
        and not {"invest", "cost"} & (_kind(stated[0]) ^ _kind(stated[1]))
    ):
        first, second = stated[0].value, stated[1].value
        if isinstance(first, Decimal) and isinstance(second, Decimal) and first != second:
            return 1 if second > first else -1
    return 0


def _over_months(about: frozenset[str], sheet: Sheet, *, named_only: bool) -> int:
    """The sign of the last step of a series, where the words name months of it between those."""
    for rows in series(about, sheet):
        months = [known for known in rows if any(f"month{month}" in about for _, month in known.label.months)]
        if named_only and not months:
            continue
        if len(months) == 1:  # since the first of all, else up to the one that is named
            at = rows.index(months[0])
            months = rows[: at + 1] if at else [rows[0], rows[-1]]
        told = months or rows
        earlier, later = told[-2].value, told[-1].value
        if isinstance(earlier, Decimal) and isinstance(later, Decimal) and earlier != later:
            return 1 if later > earlier else -1
    return 0


def both_ways(about: frozenset[str], sheet: Sheet) -> bool:
    """Whether the named change is stated without a direction ("gap")."""
    return any(
        known.label.either_way
        and not known.negative
        and (known.concepts - _GENERIC) & about
        and not known.label.change
        for known in sheet.facts
    )


def unchanged(about: frozenset[str], sheet: Sheet) -> bool:
    if any(known.label.change and known.size == 0 and known.concepts & about for known in sheet.facts):
        return True
    return any(
        one.value == two.value for rows in series(about, sheet) for one, two in itertools.pairwise(rows)
    )


def between(about: frozenset[str], sheet: Sheet, month: int, other: int) -> int:
    """The sign of what is named in one calendar month against another; 0 where facts do not say."""
    for rows in series(about, sheet):
        values = {when[1]: known.value for known in rows for when in known.label.months}
        one, two = values.get(month), values.get(other)
        if isinstance(one, Decimal) and isinstance(two, Decimal):
            return (one > two) - (one < two)
    return 0


def series(about: frozenset[str], sheet: Sheet) -> list[list[Known]]:
    """Facts of one kind for several months that the words name, oldest first."""
    groups: dict[object, list[tuple[tuple[int, int], Known]]] = defaultdict(list)
    for known in sheet.facts:
        if known.size is None or not known.concepts & about:
            continue
        plain = frozenset(c for c in known.concepts if not c.startswith("month")) - _EARLIER
        if known.label.months:
            groups[known.measure, plain].append((max(known.label.months), known))
        elif known.label.english & _EARLIER or _EARLIER & set(known.fact.label.lower().split()):
            groups[known.measure, plain].append(((0, 0), known))
        else:
            groups[known.measure, plain].append(((9999, 0), known))
    best = max((len(group) for group in groups.values()), default=0)
    if best < 2:
        return []
    found = []
    for (_, plain), rows in groups.items():  # type: ignore[misc]
        if len({when for when, _ in rows}) > 1:
            rows.sort(key=lambda row: row[0])
            found.append((len(plain & about), [known for _, known in rows]))
    most = max((score for score, _ in found), default=0)
    return [rows for score, rows in found if score == most]


def _kind(known: Known) -> frozenset[str]:
    """What a fact is about, whenever it is of."""
    return frozenset(word for word in known.concepts - _EARLIER if not word.startswith("month"))


def _generic(known: Known) -> frozenset[str]:
    return _GENERIC - {"share"} if known.measure is Measure.INR else _GENERIC  # shares of a company
