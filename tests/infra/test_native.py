"""`terraform test` passes; its runs stand in infra/terraform/tests/."""

from __future__ import annotations

import re
from pathlib import Path

from tests.infra.offline.terraform import Terraform


def test_terraforms_own_tests_pass(terraform: Terraform, archive: Path) -> None:
    said = terraform.need("test", "-no-color", f"-var=source_archive={archive}")
    passed = re.search(r"Success! (\d+) passed, 0 failed", said)
    assert passed is not None, said
    runs = "".join(file.read_text() for file in (terraform.folder / "tests").glob("*.hcl")).count('\nrun "')
    assert int(passed[1]) == runs
