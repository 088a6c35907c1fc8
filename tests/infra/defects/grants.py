"""Who may do what. Any of these also shows where all grants are compared with what is written down."""

from __future__ import annotations

from tests.infra import test_grants, test_observability
from tests.infra.defects.defect import Caught, Defect
from tests.infra.defects.refused import FUNCTION

_EXACTLY = test_grants.test_what_is_granted_is_exactly_what_is_written_down
_TOO_WIDE = test_grants.test_nobody_holds_a_role_that_reaches_everything
_OWN_ROLES = test_grants.test_roles_of_our_own_hold_no_wildcard_and_nothing_of_other_services
_OPEN = test_grants.test_only_functions_that_check_their_callers_are_open_to_all
_ONE_DATABASE = test_grants.test_databases_are_reached_only_one_at_a_time
_KEY_HOLDERS = test_grants.test_the_key_is_for_the_accounts_of_the_vault_alone
_REDELIVERY = test_grants.test_who_delivers_again_adds_and_deletes_no_document_and_opens_no_vault
_SIGNERS = test_grants.test_an_account_signs_for_itself_alone
_ALL = (_EXACTLY,)
# Whatever reads grants stops at a way of granting that it does not know.
_UNREADABLE = (
    *(_EXACTLY, _TOO_WIDE, _OPEN, _ONE_DATABASE, _KEY_HOLDERS, _SIGNERS, _REDELIVERY),
    test_observability.test_somebody_else_who_uses_the_key_is_noticed,
)

_EDITOR = """
resource "google_project_iam_member" "convenient" {
  project = var.project_id
  role    = "roles/editor"
  member  = google_service_account.function["ff-reader"].member
}
"""
_BINDING = """
resource "google_project_iam_binding" "whole" {
  project = var.project_id
  role    = "roles/run.invoker"
  members = ["allUsers"]
}
"""
_KEY = """
resource "google_service_account_key" "copy" {
  service_account_id = google_service_account.function["ff-sync"].name
}
"""
_CONDITION = """
  condition {
    title      = "people's data, not the vault"
    expression = local.database_condition["(default)"]
  }
"""

CAUGHT: Caught = {
    _EXACTLY: (
        Defect(
            "a capability too few",
            "grants.tf",
            'ff-erase     = ["write_data", "shred_vault", ',
            'ff-erase     = ["write_data", ',
        ),
        Defect(
            "both databases",
            "grants.tf",
            'expression = local.database_condition["(default)"]',
            'expression = "true"',
        ),
        Defect("a wider role", "grants.tf", '"roles/datastore.viewer"', '"roles/datastore.user"'),
        Defect(
            "every queue for whoever fills one",
            "grants.tf",
            "[for queue in row.enqueues : {",
            "[for queue in(length(row.enqueues) == 0 ? [] : keys(local.queue_row)) : {",
        ),
        Defect(
            "a queue that nobody may fill",
            "grants.tf",
            "row = local.queue_row[queue] }]",
            'row = local.queue_row[queue] } if queue != "erase-data"]',
        ),
        Defect(
            "an operator who fills another queue",
            "grants.tf",
            'toset(["build-export", "erase-data", ',
            'toset(["build-export", "send-push", ',
        ),
        Defect(
            "a push by whoever sends none",
            "grants.tf",
            'ff-retention = ["write_data", ',
            'ff-retention = ["write_data", "push", ',
        ),
    ),
    _TOO_WIDE: (
        Defect("project-wide editor", "grants.tf", "", _EDITOR, _ALL),
        Defect(
            "actAs in the project",
            "source.tf",
            '"roles/logging.logWriter"',
            '"roles/iam.serviceAccountUser"',
            _ALL,
        ),
    ),
    _ONE_DATABASE: (Defect("no condition", "grants.tf", _CONDITION, "", _ALL),),
    _OPEN: (
        Defect(
            "everything open to all",
            FUNCTION,
            "  member   = var.invoker\n",
            '  member   = "allUsers"\n',
            _ALL,
        ),
        Defect(
            "people shut out",
            "functions.tf",
            '    user           = "allUsers"\n',
            '    user           = google_service_account.helper["ff-operator"].member\n',
            _ALL,
        ),
    ),
    _REDELIVERY: (
        Defect(
            "an operator who deletes documents",
            "grants.tf",
            '"datastore.entities.list", "datastore.entities.update"]',
            '"datastore.entities.list", "datastore.entities.delete"]',
            (_OWN_ROLES,),
        ),
        Defect(
            "an operator with a wider role",
            "grants.tf",
            '  role    = google_project_iam_custom_role.function["redeliver"].name\n',
            '  role    = "roles/datastore.user"\n',
            _ALL,
        ),
    ),
    _KEY_HOLDERS: (
        Defect(
            "a capability too many",
            "grants.tf",
            'ff-enqueue   = ["write_data", ',
            'ff-enqueue   = ["write_data", "open_vault", ',
            _ALL,
        ),
    ),
    _SIGNERS: (
        Defect(
            "signing as another",
            "grants.tf",
            "  service_account_id = google_service_account.function[each.value].name\n",
            '  service_account_id = google_service_account.helper["ff-rotation"].name\n',
            _ALL,
        ),
    ),
    test_grants.test_no_policy_is_replaced_as_a_whole: (
        Defect("a whole policy", "grants.tf", "", _BINDING, _UNREADABLE),
    ),
    _OWN_ROLES: (
        Defect(
            "more of the model",
            "grants.tf",
            '["aiplatform.endpoints.predict"]',
            '["aiplatform.endpoints.*"]',
        ),
        Defect(
            "another's tokens",
            "grants.tf",
            '["iam.serviceAccounts.signBlob"]',
            '["iam.serviceAccounts.signBlob", "iam.serviceAccounts.getAccessToken"]',
        ),
        Defect(
            "shredding that writes",
            "grants.tf",
            '"datastore.entities.delete", "datastore.entities.get"',
            '"datastore.entities.delete", "datastore.entities.update"',
        ),
        Defect(
            "pushing that reads settings",
            "grants.tf",
            '["cloudmessaging.messages.create"]',
            '["cloudmessaging.messages.create", "firebase.projects.get"]',
        ),
        Defect(
            "looking people up and changing them",
            "grants.tf",
            'look_up_people = ["firebaseauth.users.get"]',
            'look_up_people = ["firebaseauth.users.get", "firebaseauth.users.update"]',
        ),
    ),
    test_grants.test_the_planner_of_ci_changes_nothing_and_sees_no_data: (
        Defect(
            "CI reads secrets",
            "ci_permissions.tf",
            '"secretmanager.versions.get",',
            '"secretmanager.versions.access",',
            (test_grants.test_the_deployer_of_ci_widens_nobodys_rights_in_the_project,),
        ),
        Defect(
            "CI reads logs",
            "ci_permissions.tf",
            '"logging.logMetrics.get",',
            '"logging.logEntries.list",',
            (test_grants.test_the_deployer_of_ci_widens_nobodys_rights_in_the_project,),
        ),
    ),
    test_grants.test_the_deployer_of_ci_widens_nobodys_rights_in_the_project: (
        Defect(
            "CI sets the project's policy",
            "ci_permissions.tf",
            '"run.services.setIamPolicy",',
            '"resourcemanager.projects.setIamPolicy",',
        ),
    ),
    test_grants.test_no_account_has_a_key_that_could_be_copied: (
        Defect("a key to copy", "accounts.tf", "", _KEY),
    ),
    test_grants.test_an_accounts_id_is_its_trust_class: (
        Defect(
            "an account under another name",
            "accounts.tf",
            "  account_id   = each.value\n",
            '  account_id   = each.value == "ff-push" ? "ff-pusher" : each.value\n',
            _ALL,
        ),
    ),
}
