"""The journey: sign in, agree, connect Fi, log in there, sync, look at everything, sync again, ask, leave."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from scripts.journey.agreement import Agreed, agree, introduce
from scripts.journey.api import Api, StepFailed
from scripts.journey.assistant import Assistant, Talk
from scripts.journey.cost import CostMeter, spent
from scripts.journey.fi_login import log_in_at_fi
from scripts.journey.google import google_sign_in
from scripts.journey.leaving import Leaving, Left
from scripts.journey.person import Traveller
from scripts.journey.steps import Steps
from scripts.journey.sync import sync

_MONTH = timedelta(days=30.4375)


@dataclass(slots=True)
class Findings:
    """What the journey saw, as the API answered it."""

    agreed: Agreed = field(default_factory=Agreed)
    overview: dict[str, Any] = field(default_factory=dict)
    assets: list[dict[str, Any]] = field(default_factory=list)
    liabilities: list[dict[str, Any]] = field(default_factory=list)
    points: list[dict[str, Any]] = field(default_factory=list)
    transactions: list[dict[str, Any]] = field(default_factory=list)
    jobs: list[dict[str, Any]] = field(default_factory=list)
    cost: dict[str, dict[str, int]] = field(default_factory=dict)
    talk: Talk = field(default_factory=Talk)
    left: Left = field(default_factory=Left)

    def counts(self) -> dict[str, int]:
        return {
            "assets": len(self.assets),
            "liabilities": len(self.liabilities),
            "transactions": len(self.transactions),
            "creditScores": 1 if self.overview.get("creditScore") else 0,
            "epf": 1 if self.overview.get("epf") else 0,
        }


class Journey:
    """One person's journey on one stack."""

    def __init__(self, api: Api, traveller: Traveller, steps: Steps) -> None:
        self._api = api
        self._who = traveller
        self._steps = steps
        self._meter = CostMeter(api)
        self.found = Findings()

    def travel(self, history_months: int, *, leaves: bool) -> None:
        """With `leaves`, to its end: nothing of the person is left. Raises StepFailed at the first step that fails."""
        run, found = self._steps.run, self.found
        self._sign_in()
        self._agree()
        if history_months:
            run(f"history of {history_months} months", lambda: self._history(history_months))
        connection_id = self._connect("")
        found.jobs, found.cost["first_sync"] = run("sync", lambda: self._sync(connection_id))
        run("overview", self._overview)
        found.assets = run("assets", lambda: self._api.get("/api/financial/assets")["assets"])
        found.liabilities = run(
            "liabilities", lambda: self._api.get("/api/financial/liabilities")["liabilities"]
        )
        found.points = run(
            "net worth", lambda: self._api.get("/api/financial/net-worth", period="all")["points"]
        )
        found.transactions = run("transactions", self._transactions)
        before = dict(found.overview), len(found.transactions)
        _, found.cost["second_sync"] = run("second sync", lambda: self._sync(connection_id))
        run("nothing was added", lambda: self._unchanged(*before))
        self._ask()
        if leaves:
            leaving = Leaving(self._api, self._steps, self._sign_in_at_google, self._another_signs_in)
            found.left = leaving.left
            leaving.leave()

    def arrive(self) -> str:
        """Sign in, agree and connect; returns the connection's id. Raises StepFailed."""
        self._sign_in()
        self._agree()
        return self._connect("")

    def _sign_in(self) -> None:
        self._steps.run("google sign-in", lambda: self._sign_in_at_google(self._api))
        self._steps.run("session", self._session)

    def _agree(self) -> None:
        self._steps.run("birth year", lambda: introduce(self._api, self._who.birth_year))
        self.found.agreed = self._steps.run("consent", lambda: agree(self._api))

    def _sign_in_at_google(self, api: Api) -> str:
        return self._with_google(api, self._who.email, self._who.name)

    def _another_signs_in(self, api: Api) -> str:
        email = self._with_google(api, f"other+{self._who.email}", "Somebody Else")
        api.post("/auth/session", {})
        return email

    def _with_google(self, api: Api, email: str, name: str) -> str:
        firebase = api.get("/api/config")["firebase"]
        if not firebase.get("authEmulatorUrl"):
            raise StepFailed("this stack has no Auth emulator to sign in at")
        api.sign_in(google_sign_in(firebase["authEmulatorUrl"], firebase["apiKey"], email, name))
        return email

    def _session(self) -> None:
        opened = self._api.post("/auth/session", {})
        known = self._api.get_by_cookie("/auth/session")
        if known["uid"] != opened["uid"]:
            raise StepFailed("the session cookie belongs to somebody else")

    def _connect(self, prefix: str) -> str:
        """Connect, log in at Fi, confirm; returns the connection's id."""
        run = self._steps.run
        link = run(
            f"{prefix}connect", lambda: self._api.post("/api/connections/connect", {"providerId": "fi_money"})
        )
        if login_url := link.get("loginUrl"):
            run(f"{prefix}login at Fi", lambda: log_in_at_fi(login_url, self._who.phone))
        run(f"{prefix}confirm", lambda: self._api.post(f"/api/connections/{link['id']}/confirm", {}))
        return str(link["id"])

    def _sync(self, connection_id: str) -> tuple[list[dict[str, Any]], dict[str, Any]]:
        return sync(self._api, self._meter, connection_id, secrets.token_hex(8))

    def _overview(self) -> None:
        before = self._meter.read("financial-overview")
        self.found.overview = self._api.get("/api/financial/overview")
        self.found.cost["overview"] = spent(before, self._meter.read("financial-overview"))

    def _transactions(self) -> list[dict[str, Any]]:
        coverage = self._api.get("/api/financial/overview")["coverage"]
        path = "/api/financial/transactions"
        queries = [{"kind": "bank", "month": month} for month in coverage["ledgerMonths"]]
        queries += [
            {"kind": kind, "year": str(year)} for year in coverage["tradeYears"] for kind in ("mf", "stock")
        ]
        return [row for query in queries for row in self._api.get(path, **query)["transactions"]]

    def _ask(self) -> None:
        worth = self.found.overview["netWorth"]
        net_minor = None if worth is None else worth["net"]["amountMinor"]
        assistant = Assistant(self._api, self._meter, self._steps, net_minor)
        self.found.talk = assistant.talk
        assistant.meet()
        self.found.cost |= assistant.talk.cost

    def _unchanged(self, overview: dict[str, Any], rows: int) -> None:
        again = self._api.get("/api/financial/overview")
        if again["netWorth"] != overview["netWorth"]:
            raise StepFailed("the second sync changed the net worth")
        if len(self._transactions()) != rows:
            raise StepFailed("the second sync added transactions")

    def _history(self, months: int) -> None:
        """Sync once in each of the months before this one, with the business clock moved there."""
        quiet = Journey(self._api, self._who, Steps(lambda step, note: None))
        present = datetime.now(UTC)
        try:
            for ago in range(months, 0, -1):
                self._api.post("/__local/clock", {"now": (present - ago * _MONTH).isoformat()})
                quiet._sync(quiet._connect(""))
        finally:
            self._api.post("/__local/clock", {"now": None})
