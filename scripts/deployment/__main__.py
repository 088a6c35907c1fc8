"""Deploy an environment: check, build, plan, ask, apply, release Hosting, ask the result whether it works."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Callable, Sequence

from scripts.deployment import checks, providers, target, web
from scripts.deployment.bundle import BundleTooLarge
from scripts.deployment.command import Commands, Shell
from scripts.deployment.refused import Refused
from scripts.deployment.release import Failed, Release, closed_urls, endpoint_rows
from scripts.deployment.smoke import Deployed, smoke, wait_until_well

SECRET = "TF_VAR_google_client_secret"


def deploy(
    options: argparse.Namespace, commands: Commands, ask: Callable[[str], str], secret: Callable[[str], str]
) -> None:
    """Raises Refused before, and Failed after, something was touched."""
    goal = target.read(options.environment)
    checks.check_tools(commands)
    checks.check_tree(commands)
    checks.check_region(goal)
    checks.check_login(commands)
    checks.check_project(commands, goal)
    providers.pin(commands, may_write=not options.yes)
    release = Release(commands, goal)
    if options.plan:
        release.plan(None, lock=False)
        release.forget()
        return
    shell = web.build(commands)
    release.plan(None, lock=True)
    if not os.environ.get(SECRET) and release.writes_secret():
        release.forget()
        if options.yes:
            raise Refused(f"this writes the OAuth client's secret: pass it as {SECRET}")
        release.plan(secret("Secret of the OAuth client (it is not shown): "), lock=True)
    try:
        if (
            not options.yes
            and ask(f"Type {goal.project} to apply this to {goal.environment}: ") != goal.project
        ):
            raise Refused("not confirmed; nothing was changed")
        release.apply()
    finally:
        release.forget()
    release.release_hosting(shell)
    closed = closed_urls(endpoint_rows(), release.output("functions"))
    deployed = Deployed(goal.site_url, shell, release.commit(), closed)
    wrong = wait_until_well(lambda: list(smoke(deployed)))
    if wrong:
        raise Failed("deployed, but:\n" + "\n".join(wrong))
    for who in checks.standing_editors(commands, goal):
        print(f"warning: {who} may edit everything in {goal.project}; take the role away", file=sys.stderr)
    if not providers.is_committed(commands):
        print(f"commit {providers.LOCK}: it pins the builds of the providers for everybody", file=sys.stderr)
    print(f"{goal.environment} is deployed: {goal.app_url}")


def main(arguments: Sequence[str] | None = None, commands: Commands | None = None) -> int:
    parser = argparse.ArgumentParser(prog="scripts/deploy", description=__doc__)
    parser.add_argument("environment", help="dev or prod")
    parser.add_argument("--plan", action="store_true", help="show what would change, and change nothing")
    parser.add_argument("--yes", action="store_true", help="do not ask; for CI")
    options = parser.parse_args(arguments)
    try:
        deploy(options, commands or Shell(), input, getpass.getpass)
    except (Refused, BundleTooLarge) as refused:
        print(f"deploy: {refused}", file=sys.stderr)
        return 2
    except Failed as failed:
        print(f"deploy: {failed}", file=sys.stderr)
        return 1
    except (KeyboardInterrupt, EOFError):
        print("\ndeploy: cut off; what was done stays. To go on run scripts/deploy again", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
