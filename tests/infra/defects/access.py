"""Signing in, deploying from CI, and what is logged of both."""

from __future__ import annotations

from tests.infra import test_access
from tests.infra.defects.defect import Caught, Defect

CAUGHT: Caught = {
    test_access.test_people_sign_in_with_google_and_nothing_else: (
        Defect(
            "anonymous sign-in",
            "identity.tf",
            "anonymous {\n      enabled = false",
            "anonymous {\n      enabled = true",
        ),
        Defect(
            "sign-in by password",
            "identity.tf",
            "email {\n      enabled = false",
            "email {\n      enabled = true",
        ),
        Defect("no sign-in at all", "identity.tf", "  enabled       = true", "  enabled       = false"),
    ),
    test_access.test_only_our_own_pages_may_start_a_sign_in: (
        Defect(
            "a laptop signs in to prod",
            "identity.tf",
            'var.environment == "dev" ? ["localhost"] : []',
            '["localhost"]',
        ),
        Defect("another's page", "identity.tf", "[local.app_host,", '["example.com", local.app_host,'),
    ),
    test_access.test_a_domain_of_ones_own_is_where_the_app_is: (
        Defect(
            "an address that stays Firebase's",
            "endpoints.tf",
            "coalesce(var.app_domain, local.site_host)",
            "local.site_host",
        ),
        Defect(
            "a domain that nobody signs in at",
            "identity.tf",
            "[local.app_host, local.site_host,",
            "[local.site_host,",
        ),
        Defect(
            "a domain that Hosting does not serve",
            "firebase.tf",
            "count                 = var.app_domain == null ? 0 : 1",
            "count                 = 0",
        ),
    ),
    test_access.test_the_web_apps_key_is_good_for_what_a_page_may_ask_at_google_and_nothing_else: (
        Defect(
            "a key for the model",
            "firebase.tf",
            "  web_apis = toset([\n",
            '  web_apis = toset([\n    "generativelanguage.googleapis.com",\n',
        ),
        Defect(
            "a key that hears of no change",
            "firebase.tf",
            '    "firestore.googleapis.com",             # to be told of a change\n',
            "",
        ),
    ),
    test_access.test_the_stream_is_where_functions_say_it_is: (
        Defect(
            "a stream that the page may not ask",
            "outputs.tf",
            "one([for name in local.streaming : local.function_url[name]])",
            'local.function_url["health"]',
        ),
    ),
    test_access.test_ci_is_one_repository_and_one_branch_by_numbers_that_nobody_can_take_over: (
        Defect("any branch", "ci.tf", 'assertion.ref == \\"refs/heads/${var.ci.branch}\\"', "true"),
        Defect(
            "a repository by its name",
            "ci.tf",
            'assertion.repository_id == \\"${var.ci.repository_id}\\"',
            'assertion.repository == \\"${var.ci.repository}\\"',
        ),
        Defect(
            "another issuer", "ci.tf", "https://token.actions.githubusercontent.com", "https://tokens.example"
        ),
    ),
    test_access.test_who_uses_keys_secrets_and_accounts_is_logged: (
        Defect(
            "no audit of keys",
            "audit.tf",
            '"cloudkms.googleapis.com"      = ["ADMIN_READ", "DATA_READ", "DATA_WRITE"]',
            '"cloudkms.googleapis.com"      = ["ADMIN_READ"]',
        ),
        Defect(
            "no audit of borrowing",
            "audit.tf",
            '    "iam.googleapis.com"           = ["ADMIN_READ", "DATA_READ", "DATA_WRITE"]\n',
            "",
        ),
    ),
}
