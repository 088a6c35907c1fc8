"""Every operation of the public API: its path, and the models of what goes in and comes out."""

from __future__ import annotations

from future_finance.domain.overview_view import OverviewView
from future_finance.entrypoints.account import ErasureRequestedView
from future_finance.entrypoints.client_config import ClientConfigView
from future_finance.entrypoints.connections import ConnectionsView, ConnectionView, NewConnection
from future_finance.entrypoints.erasures import ErasureView
from future_finance.entrypoints.exports import (
    DownloadView,
    ExportRequestedView,
    ExportsView,
    ExportView,
    NewExport,
)
from future_finance.entrypoints.facts import FactsView
from future_finance.entrypoints.google_sign_in import NewSignIn, SignInBegunView
from future_finance.entrypoints.health import HealthView
from future_finance.entrypoints.net_worth import NetWorthHistoryView
from future_finance.entrypoints.new_profile import NewProfile
from future_finance.entrypoints.notices import NoticesView
from future_finance.entrypoints.part_view import AssetsView, LiabilitiesView
from future_finance.entrypoints.profile_view import ProfileView
from future_finance.entrypoints.providers import ProvidersView
from future_finance.entrypoints.push_tokens import BrowserToken
from future_finance.entrypoints.session import Nothing, WhoView
from future_finance.entrypoints.simulate import NewSimulation
from future_finance.entrypoints.simulation_view import SimulationView
from future_finance.entrypoints.sync import JobView, NewSync, SyncRequestedView
from future_finance.entrypoints.transactions import TransactionsView
from scripts.api_operation import Operation
from scripts.assistant_operations import ASSISTANT_OPERATIONS

OPERATIONS: tuple[Operation, ...] = (
    Operation(
        "auth-google-begin",
        "post",
        "/auth/google/begin",
        "Begin a sign-in with Google: PKCE, state and nonce; sets the pre-session cookie",
        SignInBegunView,
        NewSignIn,
        errors=(403,),
    ),
    Operation(
        "auth-google-callback",
        "get",
        "/auth/google/callback",
        "Google's callback: session cookie, then back to the front end with ?status=success or error",
        status=303,
        query={"state": "as begun", "code": "Google's code", "error": "why Google refused"},
    ),
    Operation("auth-session", "get", "/auth/session", "Who is signed in", WhoView, errors=(422,)),
    Operation(
        "auth-session",
        "post",
        "/auth/session",
        "By Bearer: a session cookie for 24 hours. By cookie: a custom token for the client SDK",
        WhoView,
        Nothing,
        errors=(403,),
    ),
    Operation(
        "auth-logout",
        "post",
        "/auth/logout",
        "Clear the cookie; with ?everywhere end every session",
        status=204,
        query={"everywhere": "true: end every session of the user; false (default)"},
        errors=(401, 403, 422),
    ),
    Operation(
        "financial-overview",
        "get",
        "/api/financial/overview",
        "Everything for the first paint: net worth, reconciliation, allocation, score, states",
        OverviewView,
        errors=(422,),
    ),
    Operation(
        "financial-assets",
        "get",
        "/api/financial/assets",
        "Assets by class, with holdings, source and as-of",
        AssetsView,
        errors=(422,),
    ),
    Operation(
        "financial-liabilities",
        "get",
        "/api/financial/liabilities",
        "Debts by class, with accounts, source and as-of; amounts are positive",
        LiabilitiesView,
        errors=(422,),
    ),
    Operation(
        "financial-net-worth",
        "get",
        "/api/financial/net-worth",
        "Net worth by day",
        NetWorthHistoryView,
        query={"period": "1m, 3m, 6m, 1y, 5y or all; 1y by default"},
        errors=(422,),
    ),
    Operation(
        "financial-facts",
        "get",
        "/api/financial/facts",
        "Every figure with its unit, date, sources and formula, and why some cannot be",
        FactsView,
        query={
            "code": "a code of the catalogue, such as N05: its facts alone",
            "id": "a fact's id, such as N05:epf: it, and all that it is computed from",
        },
        errors=(404, 422),
    ),
    Operation(
        "financial-transactions",
        "get",
        "/api/financial/transactions",
        "A month of the ledger, or a month or a year of trades; newest first",
        TransactionsView,
        query={
            "kind": "bank (default), mf or stock",
            "month": "yyyy-mm; by default this month",
            "year": "yyyy, for mf and stock",
            "account": "an account id of the ledger",
        },
        errors=(422,),
    ),
    Operation(
        "financial-sync",
        "post",
        "/api/financial/sync",
        "Ask for a sync: a job for each connection",
        SyncRequestedView,
        NewSync,
        status=202,
        headers={"Idempotency-Key": "the same key gives the same jobs"},
        errors=(403, 404, 409),
    ),
    Operation(
        "financial-sync",
        "get",
        "/api/financial/sync/{jobId}",
        "How far a sync is, part by part",
        JobView,
        errors=(404, 422),
    ),
    Operation(
        "connections",
        "get",
        "/api/connections",
        "Links to providers, the oldest first",
        ConnectionsView,
        errors=(422,),
    ),
    Operation(
        "connections",
        "post",
        "/api/connections/connect",
        "Begin a login at a provider",
        ConnectionView,
        NewConnection,
        errors=(403, 404, 409, 502, 503),
    ),
    Operation(
        "connections",
        "get",
        "/api/connections/{connectionId}",
        "One link",
        ConnectionView,
        errors=(404, 422),
    ),
    Operation(
        "connections",
        "post",
        "/api/connections/{connectionId}/confirm",
        "See whether the person has logged in at the provider",
        ConnectionView,
        errors=(403, 404, 409, 422, 502, 503),
    ),
    Operation(
        "connections",
        "delete",
        "/api/connections/{connectionId}",
        "End a link; with data=true, also delete all that came by it",
        status=204,
        query={"data": "true or false (default)"},
        errors=(404, 422),
    ),
    *ASSISTANT_OPERATIONS,
    Operation(
        "config",
        "get",
        "/api/config",
        "What the front end needs before sign-in",
        ClientConfigView,
        errors=(422,),
    ),
    Operation(
        "providers", "get", "/api/providers", "Whose accounts can be connected", ProvidersView, errors=(422,)
    ),
    Operation(
        "profile", "get", "/api/profile", "What the person told about themselves", ProfileView, errors=(422,)
    ),
    Operation(
        "profile",
        "put",
        "/api/profile",
        "Replace the whole profile; manual assets and debts enter net worth",
        ProfileView,
        NewProfile,
        headers={"If-Match": "the ETag of the version that was edited"},
        errors=(409,),
    ),
    Operation(
        "simulate",
        "post",
        "/api/simulate",
        "A what-if on the person's own figures: a scenario, or a question in words that becomes one",
        SimulationView,
        NewSimulation,
        errors=(403, 404, 429, 502),
    ),
    Operation(
        "export",
        "get",
        "/api/export",
        "Exports that can be downloaded, the newest first",
        ExportsView,
        errors=(422,),
    ),
    Operation(
        "export",
        "post",
        "/api/export",
        "Ask for an export: a job builds it, and it is there for a day",
        ExportRequestedView,
        NewExport,
        status=202,
        headers={"Idempotency-Key": "the same key gives the same job"},
        errors=(404, 409),
    ),
    Operation(
        "export",
        "get",
        "/api/export/{jobId}",
        "How far an export is",
        ExportView,
        errors=(404, 422),
    ),
    Operation(
        "export",
        "get",
        "/api/export/{jobId}/download",
        "An address of the file for five minutes; on the local cloud the file itself, as application/zip",
        DownloadView,
        errors=(404, 422),
    ),
    Operation(
        "account",
        "delete",
        "/api/account",
        "Erase everything there is of the person; the sign-in must be at most five minutes old",
        ErasureRequestedView,
        status=202,
        errors=(404, 422),
    ),
    Operation(
        "notices",
        "get",
        "/api/notices",
        "What there is to tell the person, the newest first",
        NoticesView,
        errors=(422,),
    ),
    Operation(
        "notices",
        "post",
        "/api/notices/{noticeId}",
        "It was seen",
        status=204,
        errors=(404, 422),
    ),
    Operation(
        "push-tokens",
        "post",
        "/api/push-tokens",
        "Push what there is to tell to this browser",
        status=204,
        body=BrowserToken,
        errors=(404,),
    ),
    Operation(
        "push-tokens",
        "delete",
        "/api/push-tokens",
        "Push to this browser no more",
        status=204,
        body=BrowserToken,
    ),
    Operation(
        "erasures",
        "get",
        "/api/erasures/{receiptId}",
        "Proof that an account was erased: what was deleted, and until when copies last",
        ErasureView,
        errors=(404, 422),
    ),
    Operation("health", "get", "/health", "Alive, and which version", HealthView),
)
