"""users/{uid}/insights and insightActions: what was found, and what the person did with it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from google.cloud.firestore_v1.base_query import FieldFilter

from future_finance.adapters.firestore import job_document
from future_finance.adapters.firestore.codec import dump, load
from future_finance.adapters.firestore.content import SCHEMA_VERSION
from future_finance.adapters.firestore.documents import Documents, Fields, Transaction
from future_finance.domain.insight import RETENTION, Insight
from future_finance.domain.job import Job, JobStatus
from future_finance.errors import Busy, NotFound
from future_finance.usecases.insight_ports import ActionTaken, Reconcile, Run


class FirestoreInsightStore:
    """InsightStore."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    async def stored(self, uid: str) -> Mapping[str, Insight]:
        found = await self._documents.query(self._documents.ref("users", uid).collection("insights"))
        return {insight_id: _from_document(fields) for insight_id, fields in found}

    async def open(self, uid: str) -> Sequence[Insight]:
        home = self._documents.ref("users", uid).collection("insights")
        found = await self._documents.query(home.where(filter=FieldFilter("open", "==", True)))
        return [_from_document(fields) for _, fields in found]

    async def get(self, uid: str, insight_id: str) -> Insight | None:
        fields = await self._documents.get("users", uid, "insights", insight_id)
        return None if fields is None else _from_document(fields)

    async def change(self, uid: str, taken: ActionTaken, change: Callable[[Insight], Insight]) -> Insight:
        user_ref = self._documents.ref("users", uid)
        insight_ref = user_ref.collection("insights").document(taken.insight_id)
        action_ref = user_ref.collection("insightActions").document(_action_id(taken))

        async def work(transaction: Transaction) -> Insight:
            user, fields = await transaction.get_all([user_ref, insight_ref])
            if user is None or user.get("erasing") or fields is None:
                raise NotFound
            insight = _from_document(fields)
            changed = change(insight)
            if changed != insight:
                transaction.set(insight_ref, _to_document(changed))
            transaction.set(
                action_ref,
                {
                    "insightId": taken.insight_id,
                    "action": taken.action.value,
                    "at": taken.at,
                    "from": insight.state.value,
                    "to": changed.state.value,
                    "note": taken.note,
                    "expireAt": taken.at + RETENTION,
                    "schemaVersion": SCHEMA_VERSION,
                },
            )
            return changed

        return await self._documents.transact(work)

    async def commit(self, run: Run, reconcile: Reconcile, now: datetime) -> Job:
        user_ref = self._documents.ref("users", run.job.uid)
        job_ref = user_ref.collection("jobs").document(run.job.id)
        view_ref = user_ref.collection("views").document("overview")
        home = user_ref.collection("insights")

        async def work(transaction: Transaction) -> Job:
            user, job_fields, view = await transaction.get_all([user_ref, job_ref, view_ref])
            if user is None or user.get("erasing") or job_fields is None:
                raise NotFound
            job = job_document.from_document(run.job.id, job_fields)
            if job.status.final:
                return job
            if (view or {}).get("dataVersion", 0) != run.data_version:
                raise Busy
            if user.get("consentVersion", 0) != run.consent_version:
                raise Busy
            found = await transaction.query(home)
            stored = {insight_id: _from_document(fields) for insight_id, fields in found}
            changed = reconcile(stored)
            for insight_id, insight in changed.items():
                transaction.set(home.document(insight_id), _to_document(insight))
            ended = replace(
                job,
                status=JobStatus.SUCCEEDED,
                finished_at=now,
                counts={
                    "new": len(changed.keys() - stored.keys()),
                    "changed": len(changed.keys() & stored.keys()),
                },
                follow_ups=(),
            )
            transaction.set(job_ref, job_document.to_document(ended))
            return ended

        return await self._documents.transact(work)


def _to_document(insight: Insight) -> Fields:
    return {
        "body": dump(insight),
        "open": insight.state.open,
        "expireAt": insight.expire_at,
        "schemaVersion": SCHEMA_VERSION,
    }


def _from_document(fields: Fields) -> Insight:
    return load(Insight, fields["body"])


def _action_id(taken: ActionTaken) -> str:
    text = "\x1f".join((taken.insight_id, taken.action.value, taken.at.isoformat()))
    return hashlib.sha256(text.encode()).hexdigest()[:24]
