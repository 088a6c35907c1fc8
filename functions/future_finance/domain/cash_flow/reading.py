"""Reading a ledger: from rows to a cashbook."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from future_finance.domain.cash_flow.entry import Cashbook, Category, Entry, Flow, LedgerAccount, Trust
from future_finance.domain.cash_flow.habits import by_habit
from future_finance.domain.cash_flow.meaning import Meaning, meaning_of
from future_finance.domain.cash_flow.narration import Narration, read_narration
from future_finance.domain.cash_flow.payee import payee_key, stem_of
from future_finance.domain.cash_flow.span import full_months
from future_finance.domain.cash_flow.transfers import Transfers, find_self_transfers
from future_finance.domain.cash_flow.trust import Audit, audit
from future_finance.domain.dossier import Dossier
from future_finance.domain.ledger import INFLOWS, OUTFLOWS, LedgerRow
from future_finance.domain.shown_name import shown_name

_OTHER = "other"


def read_rows(dossier: Dossier) -> Cashbook:
    """Every row understood, and every account judged. Entries are in order of their days."""
    by_account: dict[str, list[LedgerRow]] = defaultdict(list)
    for row in dossier.rows:
        by_account[row.account_id].append(row)
    audits = [audit(rows) for _, rows in sorted(by_account.items())]
    directions = {row_id: way for judged in audits for row_id, way in judged.directions.items()}
    reader = _Reader(directions)
    ordered = sorted(dossier.rows, key=lambda row: (row.on, row.account_id))
    transfers = find_self_transfers(by_habit([reader.read(row) for row in ordered]), audits)
    accounts = tuple(_explained(judged, transfers) for judged in audits)
    trusted = [judged for judged in audits if judged.account.trust is Trust.TRUSTED]
    months, under_way = full_months(
        (stretch for judged in trusted for stretch in judged.stretches), dossier.today
    )
    return Cashbook(
        entries=tuple(transfers.entries),
        accounts=accounts,
        full_months=months,
        part_months=under_way,
        first=min((judged.account.first for judged in trusted), default=None),
        last=max((judged.account.last for judged in trusted), default=None),
    )


def _explained(judged: Audit, transfers: Transfers) -> LedgerAccount:
    """The account, its unseen movements without those that the other accounts' rows explain."""
    seen = sum(jump.minor for jump in transfers.explained if jump.account_id == judged.account.id)
    return replace(judged.account, unseen_minor=judged.account.unseen_minor - seen)


class _Reader:
    """Reads rows; the same words are understood once."""

    def __init__(self, directions: dict[str, bool]) -> None:
        self._directions = directions
        self._known: dict[tuple[str | bool, ...], tuple[Meaning, str | None]] = {}

    def read(self, row: LedgerRow) -> Entry:
        said = read_narration(row.narration)
        incoming = self._incoming(row, said)
        if incoming is None:
            return Entry(row, Flow.MARKER, Category.UNKNOWN, rail=said.rail)
        key = (row.kind, incoming, row.mode, said.rail, said.payee, said.note, said.address)
        known = self._known.get(key)
        if known is None:
            meaning = meaning_of(row.kind, incoming, said, row.mode)
            known = self._known[key] = meaning, stem_of(said, meaning.brand)
        meaning, stem = known
        return Entry(
            row=row,
            flow=meaning.flow,
            category=meaning.category,
            payee=shown_name(said.payee) or None,
            payee_key=payee_key(stem, meaning.category, said.reference),
            brand=meaning.brand,
            institution=meaning.institution,
            reference=said.reference,
            rail=said.rail,
            bounce=meaning.bounce,
            minimum_due=meaning.minimum_due,
        )

    def _incoming(self, row: LedgerRow, said: Narration) -> bool | None:
        """Whether money came in; None for a line that moves none, or of which nothing tells."""
        if row.kind in INFLOWS:
            return True
        if row.kind in OUTFLOWS:
            return False
        if row.kind != _OTHER:
            return None
        if row.id in self._directions:
            return self._directions[row.id]
        return False if row.mode == "CHARGES" else None
