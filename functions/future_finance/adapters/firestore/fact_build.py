"""Facts made of what is stored, for a reader who finds none of the present data, day and model."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import date

from future_finance.adapters.firestore import dossiers
from future_finance.adapters.firestore.content import SCHEMA_VERSION
from future_finance.adapters.firestore.documents import Documents, Transaction
from future_finance.adapters.firestore.fact_document import MAX_BYTES, to_body
from future_finance.domain import fact_sheet
from future_finance.domain.dossier import Dossier
from future_finance.domain.facts import BUILT_BY, FactSheet

logger = logging.getLogger(__name__)


class FactBuild:
    """Builds sheets, and keeps them."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    async def dossier(self, uid: str, today: date) -> Dossier:
        dossier, _ = await self._read(uid, today)
        return dossier

    async def sheet(self, uid: str, today: date) -> FactSheet:
        """Of one moment's data; kept for the next reader unless the data has moved on meanwhile.

        Nothing is locked while facts are built: a sync that ends meanwhile is not held up.
        """
        dossier, version = await self._read(uid, today)
        sheet = replace(fact_sheet.build(dossier), data_version=version)
        body = to_body(sheet)
        if len(body.encode()) > MAX_BYTES:
            logger.warning("the facts of a person outgrow a document")
            return sheet
        await self._keep(uid, sheet, body)
        return sheet

    async def _read(self, uid: str, today: date) -> tuple[Dossier, int]:
        return await self._documents.at_one_moment(
            lambda transaction: dossiers.read(self._documents, transaction, uid, today)
        )

    async def _keep(self, uid: str, sheet: FactSheet, body: str) -> None:
        user_ref = self._documents.ref("users", uid)
        overview_ref = user_ref.collection("views").document("overview")
        facts_ref = user_ref.collection("views").document("facts")

        async def work(transaction: Transaction) -> None:
            user, overview, facts = await transaction.get_all([user_ref, overview_ref, facts_ref])
            if user is None or user.get("erasing"):
                return
            if (overview or {}).get("dataVersion", 0) != sheet.data_version:
                return
            if facts is not None and facts["builtBy"] > BUILT_BY:
                return
            transaction.set(
                facts_ref,
                {
                    "builtBy": BUILT_BY,
                    "builtOn": sheet.built_on.isoformat(),
                    "dataVersion": sheet.data_version,
                    "schemaVersion": SCHEMA_VERSION,
                    "body": body,
                },
            )

        await self._documents.transact(work)
