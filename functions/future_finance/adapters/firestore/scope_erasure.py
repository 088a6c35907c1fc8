"""Deleting what a consent covered: the data of a scope, and everything that was made of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime

from google.cloud.firestore_v1.async_collection import AsyncCollectionReference
from google.cloud.firestore_v1.async_document import AsyncDocumentReference

from future_finance.adapters.firestore import conversation_document, parts, portfolio
from future_finance.adapters.firestore.codec import load
from future_finance.adapters.firestore.documents import Documents, Fields, Transaction
from future_finance.domain.asset_class import AssetClass
from future_finance.domain.consent import Purpose, Scope
from future_finance.domain.conversation import Message
from future_finance.domain.fact_catalogue import scopes_of
from future_finance.domain.insight import Insight
from future_finance.domain.job import Job

BATCH = 300
_ROWS = {Scope.TRANSACTIONS: ("ledger", "trades")}
_PARTS = {
    Scope.ASSETS: ("assets",),
    Scope.LIABILITIES: ("liabilities",),
    Scope.CREDIT_SCORE: ("creditScores",),
    Scope.EPF: ("epf",),
}
_IN_NET_WORTH = frozenset({Scope.ASSETS, Scope.LIABILITIES, Scope.EPF})


class FirestoreScopeErasure:
    """ScopeErasureStore. Every step may run again; what is deleted is counted by the run that deleted it."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    async def erase_scope(
        self, job: Job, scope: Scope, purposes: frozenset[Purpose], now: datetime
    ) -> dict[str, int]:
        counts: Counter[str] = Counter()
        user_ref = self._documents.ref("users", job.uid)
        if Purpose.SYNC in purposes:
            for name in _ROWS.get(scope, ()):
                counts[name] += await self._empty(user_ref.collection(name))
            counts.update(await self._erase_parts(job.uid, scope, now))
        if Purpose.INSIGHTS in purposes:
            counts.update(await self._erase_insights(user_ref, scope))
        if Purpose.CHAT in purposes:
            counts["turns"] += await self._erase_turns(user_ref, scope)
        counts["exports"] += await self._empty(user_ref.collection("exports"))
        counts["left"] = await self._left(user_ref, scope, purposes)
        return dict(counts)

    async def _erase_parts(self, uid: str, scope: Scope, now: datetime) -> Counter[str]:
        """Parts, history and read models in one transaction, so that no screen shows a part that is gone."""
        user_ref = self._documents.ref("users", uid)

        async def work(transaction: Transaction) -> Counter[str]:
            stored = await portfolio.read(self._documents, transaction, uid)
            history = (
                await transaction.query(user_ref.collection("netWorth").select([]))
                if scope in _IN_NET_WORTH
                else []
            )
            coverage = await portfolio.coverage_of_documents(self._documents, transaction, uid)
            gone = [key for key in stored.parts if _belongs(key, scope)]
            for collection, document_id in gone:
                del stored.parts[collection, document_id]
                transaction.delete(user_ref.collection(collection).document(document_id))
            for key, fields in _without_total(stored).items() if scope in _IN_NET_WORTH else ():
                stored.parts[key] = fields
                transaction.set(user_ref.collection(key[0]).document(key[1]), fields)
            for year, _ in history:
                transaction.delete(user_ref.collection("netWorth").document(year))
            portfolio.write_overview(transaction, stored, now, data_changed=True, coverage=coverage)
            transaction.delete(user_ref.collection("views").document("facts"))
            counted = Counter(collection for collection, _ in gone)
            counted["netWorth"] += len(history)
            return counted

        return await self._documents.transact(work)

    async def _erase_insights(self, user_ref: AsyncDocumentReference, scope: Scope) -> Counter[str]:
        home, acts = user_ref.collection("insights"), user_ref.collection("insightActions")

        async def work(transaction: Transaction) -> Counter[str]:
            insights, actions = await transaction.query_all([home, acts.select(["insightId"])])
            gone = {
                key for key, fields in insights if _insight_rests_on(load(Insight, fields["body"]), scope)
            }
            over = [key for key, fields in actions if fields["insightId"] in gone]
            for key in gone:
                transaction.delete(home.document(key))
            for key in over:
                transaction.delete(acts.document(key))
            return Counter({"insights": len(gone), "insightActions": len(over)})

        return await self._documents.transact(work)

    async def _erase_turns(self, user_ref: AsyncDocumentReference, scope: Scope) -> int:
        """Questions with the answers that rest on the scope."""
        deleted = 0
        async for conversation in user_ref.collection("conversations").list_documents():
            home = conversation.collection("turns")

            async def work(transaction: Transaction, home: AsyncCollectionReference = home) -> int:
                found = await transaction.query(home.limit(BATCH))
                gone = [key for key, fields in found if _turn_rests_on(fields, scope)]
                for key in gone:
                    transaction.delete(home.document(key))
                return len(gone)

            deleted += await self._documents.transact(work)
        return deleted

    async def _left(
        self, user_ref: AsyncDocumentReference, scope: Scope, purposes: frozenset[Purpose]
    ) -> int:
        """What is still there of what should have gone."""
        left = 0
        if Purpose.SYNC in purposes:
            for name in _ROWS.get(scope, ()):
                left += len(await self._documents.query(user_ref.collection(name).select([]).limit(1)))
            for name in parts.PART_COLLECTIONS:
                found = await self._documents.query(user_ref.collection(name).select([]))
                left += sum(_belongs((name, key), scope) for key, _ in found)
        if Purpose.INSIGHTS in purposes:
            insights = await self._documents.query(user_ref.collection("insights"))
            left += sum(_insight_rests_on(load(Insight, fields["body"]), scope) for _, fields in insights)
        if Purpose.CHAT in purposes:
            async for conversation in user_ref.collection("conversations").list_documents():
                found = await self._documents.query(conversation.collection("turns").limit(BATCH))
                left += sum(_turn_rests_on(fields, scope) for _, fields in found)
        return left

    async def _empty(self, home: AsyncCollectionReference) -> int:
        deleted = 0

        async def work(transaction: Transaction) -> int:
            found = await transaction.query(home.select([]).limit(BATCH))
            for key, _ in found:
                transaction.delete(home.document(key))
            return len(found)

        while number := await self._documents.transact(work):
            deleted += number
        return deleted


def _belongs(key: parts.Key, scope: Scope) -> bool:
    """The provident fund's line among the assets goes with the provident fund, too."""
    collection, document_id = key
    if collection in _PARTS.get(scope, ()):
        return True
    return scope is Scope.EPF and collection == "assets" and document_id.endswith(f"_{AssetClass.EPF}")


def _without_total(stored: portfolio.Stored) -> dict[parts.Key, Fields]:
    """Debts as they are stored, but for the provider's total: with the debts it would tell the side that is gone."""
    return {
        key: fields
        for held in stored.held()
        if held.stated_total_minor is not None
        for key, fields in parts.documents_of(replace(held, stated_total_minor=None)).items()
        if key[0] == "liabilities"
    }


def _insight_rests_on(insight: Insight, scope: Scope) -> bool:
    return any(scope in figure.scopes for figure in insight.figures)


def _turn_rests_on(fields: Fields, scope: Scope) -> bool:
    return any(_message_rests_on(message, scope) for message in conversation_document.messages(fields))


def _message_rests_on(message: Message, scope: Scope) -> bool:
    if scope in message.scopes:
        return True
    points = message.chart.points if message.chart is not None else ()
    fact_ids = [citation.fact_id for citation in message.citations] + [point.fact_id for point in points]
    return any(scope in scopes_of(fact_id) for fact_id in fact_ids)
