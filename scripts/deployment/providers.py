"""Which builds of Terraform's providers are taken: on every machine those that the lock file names by their hashes."""

from __future__ import annotations

from scripts.deployment.command import ROOT, Commands
from scripts.deployment.refused import Refused
from scripts.deployment.target import TERRAFORM

LOCK = TERRAFORM / ".terraform.lock.hcl"
PLATFORMS = ("darwin_amd64", "darwin_arm64", "linux_amd64", "linux_arm64")


def pin(commands: Commands, *, may_write: bool) -> None:
    """See to the lock file; only Terraform's registry knows the hashes, so the first deployment writes it.

    Raises Refused where it is missing and may not be written: a plan and its apply could take different builds.
    """
    if LOCK.is_file():
        return
    if not may_write:
        raise Refused(
            f"{LOCK.relative_to(ROOT)} is missing: deploy once by hand, which writes it, and commit it"
        )
    locking = ("providers", "lock", *(f"-platform={platform}" for platform in PLATFORMS))
    for step in (("get",), locking):
        if not commands.do("terraform", *step, within=TERRAFORM):
            raise Refused(f"terraform {step[0]} failed; see its message above")


def is_committed(commands: Commands) -> bool:
    """Whether everybody who clones the project gets the lock file, as it is."""
    return commands.ask("git", "ls-files", "--error-unmatch", str(LOCK)).code == 0
