"""The key that signs OIDC tokens locally."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from emulators.identity_token import Signer


def test_processes_that_start_together_share_one_private_key_file(tmp_path: Path) -> None:
    path = tmp_path / "state" / "signing-key.pem"
    with ThreadPoolExecutor(4) as pool:
        signers = list(pool.map(lambda _: Signer.from_file(path), range(4)))
    assert len({signer.key_id for signer in signers}) == 1
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]
