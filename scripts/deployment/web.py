"""Builds the web app of the commit that is deployed, for Hosting."""

from __future__ import annotations

from scripts.deployment.command import ROOT, Commands
from scripts.deployment.refused import Refused

WEB = ROOT / "web"
SHELL = WEB / "dist" / "index.html"
_STEPS = (("ci", "--ignore-scripts", "--no-audit", "--no-fund"), ("run", "build"))


def build(commands: Commands) -> str:
    """The app's page; it names its program by a hash, so that it stands for the whole build. Raises Refused.

    The tree has to be clean: what is built is then the commit's.
    """
    SHELL.unlink(missing_ok=True)  # another commit's must not be taken for it
    for step in _STEPS:
        if not commands.do("npm", f"--prefix={WEB}", *step):
            raise Refused(f"npm {' '.join(step)} failed in web/; see its message above")
    if not SHELL.is_file():
        raise Refused("the build of web/ made no web/dist/index.html")
    return _shell()


def is_still(shell: str) -> bool:
    """Whether what was built is there as it was: another build may have run in the same folder since."""
    return SHELL.is_file() and _shell() == shell


def _shell() -> str:
    return SHELL.read_bytes().decode()  # to the letter, as it is compared with what Hosting serves
