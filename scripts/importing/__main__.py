"""`scripts/import-export`: bring a full export as json into an empty account.

On a laptop `--port` names the running stack; without it the environment says which project, as for any function.
Sealed sign-ins are in no export: afterwards, connect to Fi again.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import firebase_admin
import httpx2
from firebase_admin import auth
from firebase_admin.exceptions import FirebaseError
from google.auth.exceptions import GoogleAuthError

from emulators import option
from emulators.supervisor.addresses import url
from future_finance.adapters.firestore.client import connect, disconnect
from future_finance.adapters.firestore.documents import Documents
from future_finance.config import settings
from future_finance.errors import AppError, ConfigError
from scripts.importing.account import import_into
from scripts.importing.archive import Archive, ImportRefused


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="scripts/import-export",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("zip", type=Path, metavar="ZIP", help="a full export in the format json")
    whose = parser.add_mutually_exclusive_group(required=True)
    whose.add_argument("--uid", help="the account's id")
    whose.add_argument("--as", dest="email", metavar="EMAIL", help="the account's e-mail address")
    parser.add_argument("--port", type=option.port, help="port of the stack on this machine")
    return parser.parse_args(arguments)


def _use_stack(port: int) -> None:
    """Its addresses become this process's environment. Raises ImportRefused."""
    try:
        status = httpx2.get(f"{url(port)}/__local/status", timeout=10).raise_for_status().json()
    except (httpx2.HTTPError, ValueError):
        raise ImportRefused(f"no stack answers at port {port}; start it with scripts/dev") from None
    os.environ.update(status["environment"])


def _uid_of(email: str) -> str:
    """Raises ImportRefused, ConfigError."""
    app = firebase_admin.initialize_app(options={"projectId": settings().project}, name="import")
    try:
        return str(auth.get_user_by_email(email, app=app).uid)
    except GoogleAuthError:
        raise ConfigError("there are no credentials that Firebase Auth takes") from None
    except (FirebaseError, ValueError):
        raise ImportRefused("there is no account with this e-mail address; sign in once to make it") from None
    finally:
        firebase_admin.delete_app(app)


async def _imported(archive: Archive, uid: str) -> dict[str, int]:
    client = connect(settings().project)
    try:
        return await import_into(Documents(client), uid, archive)
    finally:
        await disconnect(client)


def main(arguments: Sequence[str] | None = None) -> int:
    options = _options(arguments)
    try:
        archive = Archive(Path(os.environ.get("FF_CALLED_FROM", ".")) / options.zip)
        if options.port is not None:
            _use_stack(options.port)
        counts = asyncio.run(_imported(archive, options.uid or _uid_of(options.email)))
        archive.close()
    except (ImportRefused, ConfigError) as error:
        print(f"import-export: {error}", file=sys.stderr)
        return 2
    except AppError as error:
        print(f"import-export: {error.message} The same command goes on where it stopped.", file=sys.stderr)
        return 1
    print("imported " + ", ".join(f"{name} {count}" for name, count in counts.items() if count))
    return 0


if __name__ == "__main__":
    sys.exit(main())
