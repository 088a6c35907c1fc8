"""Where nothing was found, the reason may be that nobody is there."""

from __future__ import annotations

from future_finance import bootstrap
from future_finance.domain.user import User


async def require_account(user: User, *, unless: object = None) -> None:
    """Of who has no account any more nothing is told, not even that they have nothing. Whoever has something has an
    account, so that it is looked up only where nothing was found. Raises NotFound.

    `unless`: what was found.
    """
    if not unless:
        await bootstrap.accounts().require(user.uid)
