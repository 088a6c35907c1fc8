"""What facts do not hold, read only where a tool asks for it: rows, points, and what the person entered."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from future_finance.domain.cash_flow.entry import Cashbook
from future_finance.domain.cash_flow.reading import read_rows
from future_finance.domain.dossier import Dossier
from future_finance.domain.private_names import private_names, telling
from future_finance.domain.profile import Profile
from future_finance.domain.pseudonym import Pseudonyms


class Records:
    """One turn's; everything is read once at most. Names that come with rows are hidden from then on."""

    def __init__(
        self,
        dossier: Callable[[], Awaitable[Dossier]],
        profile: Callable[[], Awaitable[Profile]],
        pseudonyms: Pseudonyms,
    ) -> None:
        self._read_dossier = dossier
        self._read_profile = profile
        self._pseudonyms = pseudonyms
        self._dossier: Dossier | None = None
        self._cashbook: Cashbook | None = None
        self._profile: Profile | None = None

    async def dossier(self) -> Dossier:
        """Raises NotFound when the user is gone."""
        if self._dossier is None:
            self._dossier = await self._read_dossier()
        return self._dossier

    async def cashbook(self) -> Cashbook:
        """Raises NotFound when the user is gone."""
        if self._cashbook is None:
            papers = await self.dossier()
            self._cashbook = read_rows(papers)
            self._pseudonyms.know(telling(private_names(self._cashbook, papers.portfolio)))
        return self._cashbook

    async def profile(self) -> Profile:
        if self._profile is None:
            self._profile = await self._read_profile()
        return self._profile
