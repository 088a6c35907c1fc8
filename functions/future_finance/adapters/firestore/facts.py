"""users/{uid}/views/facts: the sheet of facts, kept for the data, the day and the model it was built of."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from future_finance.adapters.firestore.documents import Documents
from future_finance.adapters.firestore.fact_document import from_body
from future_finance.domain.facts import BUILT_BY, FactSheet

if TYPE_CHECKING:
    from future_finance.adapters.firestore.fact_build import FactBuild
    from future_finance.domain.dossier import Dossier


class FirestoreFactStore:
    """FactStore. `building` is asked for only where there is no fresh sheet."""

    def __init__(self, documents: Documents, building: Callable[[], FactBuild]) -> None:
        self._documents = documents
        self._building = building

    async def sheet(self, uid: str, today: date) -> FactSheet:
        views = self._documents.ref("users", uid).collection("views")
        overview, facts = await self._documents.get_all([views.document("overview"), views.document("facts")])
        if overview is not None and facts is not None:
            version = overview.get("dataVersion", 0)
            wanted = (BUILT_BY, today.isoformat(), version)
            if (facts["builtBy"], facts["builtOn"], facts["dataVersion"]) == wanted:
                return from_body(facts["body"], today, version)
        return await self._building().sheet(uid, today)

    async def dossier(self, uid: str, today: date) -> Dossier:
        return await self._building().dossier(uid, today)
