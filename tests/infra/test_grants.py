"""Nobody is granted anything but what is written down."""

from __future__ import annotations

import pytest

from future_finance.endpoints import ENDPOINTS, Caller
from tests.infra import allowed
from tests.infra.allowed import account, role
from tests.infra.conftest import ENVIRONMENTS, Plans
from tests.infra.plan import Plan

# Roles that reach everything in a project, or everything of a kind.
TOO_WIDE = {
    "roles/owner",
    "roles/editor",
    "roles/viewer",
    "roles/run.invoker",
    "roles/run.admin",
    "roles/cloudfunctions.admin",
    "roles/cloudfunctions.invoker",
    "roles/storage.admin",
    "roles/storage.objectAdmin",
    "roles/iam.serviceAccountUser",
    "roles/iam.serviceAccountTokenCreator",
    "roles/iam.securityAdmin",
    "roles/resourcemanager.projectIamAdmin",
    "roles/secretmanager.admin",
    "roles/secretmanager.secretAccessor",
    "roles/cloudkms.admin",
    "roles/cloudkms.cryptoKeyEncrypterDecrypter",
    "roles/datastore.owner",
    "roles/firebase.admin",
    "roles/firebaseauth.admin",
    "roles/aiplatform.user",
    "roles/aiplatform.admin",
}
CI = {"planner", "deployer"}  # whose roles have tests of their own
OPEN_TO_ALL = {Caller.ANYONE, Caller.USER, Caller.USER_OR_COOKIE}


@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_what_is_granted_is_exactly_what_is_written_down(environment: str, plans: Plans) -> None:
    assert plans.of(environment).grants() == allowed.expected(ENDPOINTS, environment)


def test_of_every_trust_class_it_is_written_down_what_it_may_do() -> None:
    assert allowed.unknown(row.trust for row in ENDPOINTS) == set()


def test_nobody_holds_a_role_that_reaches_everything(plan: Plan) -> None:
    assert [
        grant for grant in plan.grants() if grant.scope.startswith("project:") and grant.role in TOO_WIDE
    ] == []


def test_databases_are_reached_only_one_at_a_time(plan: Plan) -> None:
    unbounded = [
        grant for grant in plan.grants() if grant.role.startswith("roles/datastore.") and not grant.condition
    ]
    assert unbounded == []


def test_who_delivers_again_adds_and_deletes_no_document_and_opens_no_vault(plan: Plan) -> None:
    theirs = [grant for grant in plan.grants() if grant.member == account("ff-redelivery")]
    assert [
        grant for grant in theirs if "datastore" in grant.role or "vault" in (grant.condition or "")
    ] == []
    assert [grant for grant in theirs if grant.scope.startswith("key:")] == []
    permissions = plan.of("google_project_iam_custom_role")["redeliver"].values["permissions"]
    assert not {each for each in permissions if each.rpartition(".")[2] in {"create", "delete"}}


def test_only_functions_that_check_their_callers_are_open_to_all(plan: Plan) -> None:
    anyones = {
        grant.scope for grant in plan.grants() if grant.member in {"allUsers", "allAuthenticatedUsers"}
    }
    assert anyones == {f"function:{row.name}" for row in ENDPOINTS if row.caller in OPEN_TO_ALL}


def test_the_key_is_for_the_accounts_of_the_vault_alone(plan: Plan) -> None:
    holders = {grant.member for grant in plan.grants() if grant.scope.startswith("key:")}
    used = {row.trust.value for row in ENDPOINTS}
    assert holders == {account(name) for name in (used & allowed.OPENS_THE_VAULT) | {"ff-rotation"}}


def test_an_account_signs_for_itself_alone(plan: Plan) -> None:
    signing = [grant for grant in plan.grants() if grant.role == role("sign")]
    assert signing
    assert all(grant.member.removeprefix("serviceAccount:") in grant.scope for grant in signing)


def test_no_policy_is_replaced_as_a_whole(plan: Plan) -> None:
    """Google's own agents hold roles in the project; an authoritative policy would take them away."""
    whole = ("_iam_policy", "_iam_binding")
    assert [resource.address for resource in plan.resources if resource.kind.endswith(whole)] == []


def test_roles_of_our_own_hold_no_wildcard_and_nothing_of_other_services(plan: Plan) -> None:
    roles = {
        name: each.values["permissions"] for name, each in plan.of("google_project_iam_custom_role").items()
    }
    ours = {name: set(permissions) for name, permissions in roles.items() if name not in CI}
    assert ours == allowed.OWN_ROLES
    assert all("*" not in permission for each in roles.values() for permission in each)


PRIVILEGED = (
    "setIamPolicy",
    "actAs",
    "getAccessToken",
    "signBlob",
    "versions.access",
    "useToDecrypt",
    "useToEncrypt",
    "datastore.entities",
    "logging.logEntries",
    "firebaseauth.users",
    "run.routes.invoke",
    "storage.objects",
    "iam.roles.update",
    "iam.roles.create",
    "serviceAccountKeys",
    "projects.setIamPolicy",
)


def test_the_planner_of_ci_changes_nothing_and_sees_no_data(plan: Plan) -> None:
    permissions = plan.of("google_project_iam_custom_role")["planner"].values["permissions"]
    verbs = {permission.rpartition(".")[2] for permission in permissions}
    assert verbs <= {"get", "list", "getIamPolicy", "getMetadata", "getKeyString", "use"}
    assert [each for each in permissions if any(word in each for word in PRIVILEGED)] == []


def test_the_deployer_of_ci_widens_nobodys_rights_in_the_project(plan: Plan) -> None:
    permissions = plan.of("google_project_iam_custom_role")["deployer"].values["permissions"]
    privileged = {each for each in permissions if any(word in each for word in PRIVILEGED)}
    # A new row needs its caller and its queue's callers; both are on that one function or queue.
    assert privileged == {"cloudtasks.queues.setIamPolicy", "run.services.setIamPolicy"}


def test_no_account_has_a_key_that_could_be_copied(plan: Plan) -> None:
    assert plan.of("google_service_account_key") == {}


def test_an_accounts_id_is_its_trust_class(plan: Plan) -> None:
    used = {row.trust.value for row in ENDPOINTS}
    accounts = {
        each.values["account_id"]
        for each in plan.resources
        if each.address.startswith("google_service_account.function")
    }
    assert accounts == used
