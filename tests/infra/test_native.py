"""`terraform test` passes; its runs stand in infra/terraform/tests/."""

from __future__ import annotations

import re
from concurrent.futures import Future

from tests.infra.offline.terraform import ROOT

OWN = ROOT / "infra" / "terraform" / "tests"


def test_terraforms_own_tests_pass(natively: Future[str]) -> None:
    said = natively.result()
    passed = re.search(r"Success! (\d+) passed, 0 failed", said)
    assert passed is not None, said
    runs = "".join(file.read_text() for file in OWN.glob("*.hcl")).count('\nrun "')
    assert int(passed[1]) == runs
