"""Builds adapters lazily, once per instance; the only wiring. Clients are imported where they are built."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from future_finance.assembly import aclose as aclose
from future_finance.assembly import closing, part
from future_finance.assembly import replace as replace
from future_finance.config import settings

if TYPE_CHECKING:
    from google.cloud.firestore_v1.async_client import AsyncClient

    from future_finance.adapters.cloud_kms import CloudKms
    from future_finance.adapters.cloud_tasks import CloudTasksQueue
    from future_finance.adapters.firestore.consent_change import ConsentChange
    from future_finance.adapters.firestore.consents import FirestoreConsentStore
    from future_finance.adapters.firestore.documents import Documents
    from future_finance.adapters.firestore.fact_build import FactBuild
    from future_finance.adapters.firestore.profile_change import ProfileChange
    from future_finance.adapters.firestore.rebuild import OverviewRebuild
    from future_finance.adapters.gemini import Gemini
    from future_finance.usecases import ai_ports, ports
    from future_finance.usecases.chat_ports import ConversationStore
    from future_finance.usecases.chat_turn import Turn
    from future_finance.usecases.insight_ports import InsightStore
    from future_finance.usecases.model import Model
    from future_finance.usecases.revocation import RevocationCheck
    from future_finance.usecases.simulation_words import Interpreting
    from future_finance.usecases.work_jobs import WorkJobStore


@part
def clock() -> ports.Clock:
    from future_finance.adapters.clock import SystemClock

    return SystemClock(settings().clock_file)


@part
def wall_clock() -> ports.Clock:
    """Real time, for what expires: tokens, states."""
    from future_finance.adapters.clock import SystemClock

    return SystemClock()


@part
def firestore() -> AsyncClient:
    from future_finance.adapters.firestore.client import connect, disconnect

    client = connect(settings().project)
    closing(lambda: disconnect(client))
    return client


@part
def vault_firestore() -> AsyncClient:
    from future_finance.adapters.firestore.client import connect, disconnect

    client = connect(settings().project, settings().vault_database)
    closing(lambda: disconnect(client))
    return client


@part
def documents() -> Documents:
    from future_finance.adapters.firestore.documents import Documents

    return Documents(firestore())


@part
def token_verifier() -> ports.TokenVerifier:
    from future_finance.adapters import firebase_tokens as tokens
    from future_finance.adapters.signing_keys import SigningKeys

    local = settings().id_token_certs_url
    return tokens.FirebaseTokens(
        settings().project,
        SigningKeys(local or tokens.ID_TOKEN_CERTIFICATES),
        SigningKeys(local or tokens.COOKIE_CERTIFICATES),
        emulator=settings().auth_emulator is not None,
    )


@part
def revocation() -> RevocationCheck:
    from future_finance.adapters.identity_toolkit import IdentityToolkitAccounts
    from future_finance.usecases.revocation import RevocationCheck

    accounts = IdentityToolkitAccounts(settings().project, _local_identity_toolkit())
    closing(accounts.close)
    check = RevocationCheck(accounts)
    closing(check.aclose)
    return check


@part
def session_issuer() -> ports.SessionIssuer:
    from future_finance.adapters.firebase_auth import FirebaseAuth

    issuer = FirebaseAuth(settings().project)
    closing(issuer.close)
    return issuer


@part
def user_store() -> ports.UserStore:
    from future_finance.adapters.firestore.users import FirestoreUserStore

    return FirestoreUserStore(documents())


@part
def accounts() -> ports.Accounts:
    from future_finance.adapters.firestore.accounts import FirestoreAccounts

    return FirestoreAccounts(documents())


@part
def profile_store() -> ports.ProfileStore:
    from future_finance.adapters.firestore.profile import FirestoreProfileStore

    return FirestoreProfileStore(documents(), profile_change)


@part
def profile_change() -> ProfileChange:
    from future_finance.adapters.firestore.profile_change import ProfileChange

    return ProfileChange(documents())


@part
def oauth_states() -> ports.OAuthStateStore:
    from future_finance.adapters.firestore.oauth_states import FirestoreOAuthStateStore

    return FirestoreOAuthStateStore(documents())


@part
def authorization_page() -> ports.AuthorizationPage:
    from future_finance.adapters.google_authorization import GoogleAuthorization, GoogleEndpoints

    here = settings()
    return GoogleAuthorization(
        GoogleEndpoints.at(here.google_oauth_url), here.google_client_id, here.google_callback_url
    )


@part
def vault_documents() -> Documents:
    from future_finance.adapters.firestore.documents import Documents

    return Documents(vault_firestore())


@part
def cloud_kms() -> CloudKms:
    from future_finance.adapters.cloud_kms import CloudKms

    kms = CloudKms(settings().kms_key, settings().kms_emulator)
    closing(kms.aclose)
    return kms


@part
def vault() -> ports.Vault:
    from future_finance.adapters.vault import EnvelopeVault

    return EnvelopeVault(vault_documents(), cloud_kms())


@part
def task_queue() -> ports.TaskQueuePort:
    return _cloud_tasks()


@part
def fi_source() -> ports.FinancialSource:
    from future_finance.adapters.fi_mcp.source import FiFinancialSource

    return FiFinancialSource(settings().fi_mcp_url, settings().fi_login_hosts)


@part
def dependencies() -> Mapping[str, ports.Ping]:
    """What the product cannot do without, each with a harmless question."""
    return {
        "firestore": documents().ping,
        "vault": vault_documents().ping,
        "kms": cloud_kms().ping,
        "tasks": _cloud_tasks().ping,
    }


@part
def google_sign_in() -> ports.GoogleSignIn:
    import httpx2

    from future_finance.adapters.google_authorization import GoogleEndpoints
    from future_finance.adapters.google_oauth import GoogleOAuth
    from future_finance.adapters.identity_toolkit import PRODUCTION
    from future_finance.adapters.secret_manager import SecretManager
    from future_finance.adapters.signing_keys import SigningKeys

    here = settings()
    endpoints = GoogleEndpoints.at(here.google_oauth_url)
    secrets = SecretManager(here.project, here.secrets_emulator)
    closing(secrets.aclose)
    google = GoogleOAuth(
        endpoints,
        _local_identity_toolkit() or PRODUCTION,
        client_id=here.google_client_id,
        client_secret=lambda: secrets.secret(here.google_client_secret_id),
        callback_url=here.google_callback_url,
        api_key=here.firebase_api_key,
        keys=SigningKeys(endpoints.certificates),
        http=httpx2.AsyncClient(timeout=10, follow_redirects=False),
    )
    closing(google.aclose)
    return google


@part
def overview_store() -> ports.OverviewStore:
    from future_finance.adapters.firestore.overviews import FirestoreOverviewStore

    return FirestoreOverviewStore(documents(), overview_rebuild, clock())


@part
def overview_rebuild() -> OverviewRebuild:
    from future_finance.adapters.firestore.rebuild import OverviewRebuild

    return OverviewRebuild(documents(), clock())


@part
def fact_store() -> ai_ports.FactStore:
    from future_finance.adapters.firestore.facts import FirestoreFactStore

    return FirestoreFactStore(documents(), _fact_build)


@part
def _fact_build() -> FactBuild:
    from future_finance.adapters.firestore.fact_build import FactBuild

    return FactBuild(documents())


@part
def portfolio_store() -> ports.PortfolioStore:
    from future_finance.adapters.firestore.views import FirestorePortfolioStore

    return FirestorePortfolioStore(documents(), clock())


@part
def connection_store() -> ports.ConnectionStore:
    from future_finance.adapters.firestore.connections import FirestoreConnectionStore

    return FirestoreConnectionStore(documents(), clock())


@part
def job_store() -> ports.JobStore:
    from future_finance.adapters.firestore.jobs import FirestoreJobStore

    return FirestoreJobStore(documents(), syncs_per_day=settings().syncs_per_day)


@part
def work_job_store() -> WorkJobStore:
    from future_finance.adapters.firestore.work_jobs import FirestoreWorkJobStore
    from future_finance.domain.job import JobType

    here = settings()
    most = {JobType.INSIGHTS: here.insight_runs_per_day, JobType.EXPORT: here.exports_per_day}
    return FirestoreWorkJobStore(documents(), most)


@part
def insight_store() -> InsightStore:
    from future_finance.adapters.firestore.insights import FirestoreInsightStore

    return FirestoreInsightStore(documents())


@part
def chat_turn() -> type[Turn]:
    from future_finance.usecases.chat_turn import Turn

    return Turn


@part
def interpreting() -> type[Interpreting]:
    from future_finance.usecases.simulation_words import Interpreting

    return Interpreting


@part
def conversation_store() -> ConversationStore:
    from future_finance.adapters.firestore.conversations import FirestoreConversationStore

    return FirestoreConversationStore(documents())


@part
def sync_store() -> ports.SyncStore:
    from future_finance.adapters.firestore.sync import FirestoreSyncStore

    return FirestoreSyncStore(documents())


@part
def model() -> Model:
    """Asked for early in a request, it is there by the time its data is."""
    from future_finance.adapters.loading_model import LoadingModel

    loading = LoadingModel(_gemini)
    closing(loading.aclose)
    firestore()  # its import first: two threads that import the same packages may meet them half made
    loading.begin()
    return loading


def _gemini() -> Gemini:
    from future_finance.adapters.gemini import Gemini

    here = settings()
    return Gemini(here.ai_project, here.ai_location, here.ai_model, here.ai_url)


@part
def ai_budget() -> ai_ports.AiBudget:
    from future_finance.adapters.firestore.ai_budget import FirestoreAiBudget

    return FirestoreAiBudget(
        documents(),
        tokens_per_day=settings().ai_tokens_per_day,
        global_tokens_per_day=settings().ai_global_tokens_per_day,
    )


@part
def access_log() -> ai_ports.AccessLog:
    from future_finance.adapters.firestore.ai_access import FirestoreAccessLog

    return FirestoreAccessLog(documents())


@part
def consents() -> FirestoreConsentStore:
    from future_finance.adapters.firestore.consents import FirestoreConsentStore

    return FirestoreConsentStore(documents(), _consent_change)


@part
def _consent_change() -> ConsentChange:
    from future_finance.adapters.firestore.consent_change import ConsentChange

    return ConsentChange(documents())


@part
def _cloud_tasks() -> CloudTasksQueue:
    from future_finance.adapters.cloud_tasks import CloudTasksQueue

    queue = CloudTasksQueue(settings())
    closing(queue.aclose)
    return queue


def _local_identity_toolkit() -> str | None:
    """A stand-in's address for Identity Toolkit, when there is one."""
    here = settings()
    if here.identity_toolkit_url:
        return here.identity_toolkit_url
    return f"http://{here.auth_emulator}/identitytoolkit.googleapis.com/v1" if here.auth_emulator else None
