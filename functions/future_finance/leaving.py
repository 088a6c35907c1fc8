"""What taking one's data along and being erased are built of: bootstrap's second file, in the same manner."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from future_finance import bootstrap
from future_finance.assembly import closing, part
from future_finance.config import settings

if TYPE_CHECKING:
    from future_finance.adapters.cloud_storage import ExportsBucket
    from future_finance.usecases.build_export import Packing
    from future_finance.usecases.erasure_ports import (
        AccountRemover,
        ErasureStore,
        GoogleGrants,
        KeyShredder,
        ScopeErasureStore,
    )
    from future_finance.usecases.export_ports import ExportSource, ExportStore


@part
def erasure_store() -> ErasureStore:
    from future_finance.adapters.firestore.account_erasure import FirestoreErasureStore

    return FirestoreErasureStore(bootstrap.documents(), timedelta(days=settings().processing_log_days))


@part
def scope_erasure() -> ScopeErasureStore:
    from future_finance.adapters.firestore.scope_erasure import FirestoreScopeErasure

    return FirestoreScopeErasure(bootstrap.documents())


@part
def key_shredder() -> KeyShredder:
    from future_finance.adapters.key_shredder import VaultShredder

    return VaultShredder(bootstrap.vault_documents())


@part
def account_remover() -> AccountRemover:
    from future_finance.adapters.firebase_auth import FirebaseAuth

    remover = FirebaseAuth(settings().project)
    closing(remover.close)
    return remover


@part
def google_grants() -> GoogleGrants:
    import httpx2

    from future_finance.adapters.google_authorization import GoogleEndpoints
    from future_finance.adapters.google_revocation import GoogleRevocation

    address = GoogleEndpoints.at(settings().google_oauth_url).revoke
    grants = GoogleRevocation(address, httpx2.AsyncClient(timeout=5, follow_redirects=False))
    closing(grants.aclose)
    return grants


@part
def exports_bucket() -> ExportsBucket:
    from future_finance.adapters.cloud_storage import ExportsBucket

    here = settings()
    bucket = ExportsBucket(here.project, here.exports_bucket, emulated=here.storage_emulator is not None)
    closing(bucket.close)
    return bucket


@part
def export_store() -> ExportStore:
    from future_finance.adapters.firestore.exports import FirestoreExportStore

    return FirestoreExportStore(bootstrap.documents())


@part
def export_source() -> ExportSource:
    from future_finance.adapters.firestore.export_source import FirestoreExportSource

    return FirestoreExportSource(bootstrap.documents())


@part
def export_packing() -> Packing:
    from future_finance.adapters.export_zip import ZipPackage

    return ZipPackage
