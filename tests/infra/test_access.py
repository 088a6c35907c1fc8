"""Signing in, deploying from CI, and what is logged of both."""

from __future__ import annotations

import json
import re

from tests.infra.conftest import OWN_DOMAIN, Plans
from tests.infra.offline.terraform import PROJECT, ROOT
from tests.infra.plan import Plan


def test_people_sign_in_with_google_and_nothing_else(plan: Plan) -> None:
    sign_in = plan.one("google_identity_platform_config.app").block("sign_in")
    assert [sign_in[way][0]["enabled"] for way in ("anonymous", "email", "phone_number")] == [False] * 3
    google = plan.one("google_identity_platform_default_supported_idp_config.google").values
    assert (google["idp_id"], google["enabled"]) == ("google.com", True)


def test_only_our_own_pages_may_start_a_sign_in(plans: Plans) -> None:
    ours = {f"{PROJECT}-app.web.app", f"{PROJECT}.firebaseapp.com"}
    domains = {
        name: set(plans.of(name).one("google_identity_platform_config.app").values["authorized_domains"])
        for name in ("dev", "prod")
    }
    assert domains == {"dev": {*ours, "localhost"}, "prod": ours}


def test_a_domain_of_ones_own_is_where_the_app_is(own_domain: Plan) -> None:
    assert own_domain.output("app_url") == f"https://{OWN_DOMAIN}"
    sign_in = own_domain.one("google_identity_platform_config.app")
    assert OWN_DOMAIN in sign_in.values["authorized_domains"]
    (domain,) = own_domain.of("google_firebase_hosting_custom_domain").values()
    assert domain.values["custom_domain"] == OWN_DOMAIN
    for function in own_domain.of("google_cloudfunctions2_function").values():
        settings = function.block("service_config")["environment_variables"]
        assert settings["FF_APP_URL"] == f"https://{OWN_DOMAIN}"


def test_the_web_apps_key_is_good_for_what_a_page_may_ask_at_google_and_nothing_else(plan: Plan) -> None:
    """The Firestore SDK sends the key, too: without firestore the app would never hear of a change."""
    hosting = json.loads((ROOT / "firebase.json").read_text())["hosting"]
    (policy,) = (
        each["value"]
        for rule in hosting["headers"]
        for each in rule["headers"]
        if each["key"] == "Content-Security-Policy"
    )
    (connect,) = re.findall(r"connect-src ([^;]+);", policy)
    asked = set(re.findall(r"https://(\w+\.googleapis\.com)", connect))
    assert asked >= {"firestore.googleapis.com", "identitytoolkit.googleapis.com"}
    key = plan.one("google_apikeys_key.web")
    assert {target["service"] for target in key.block("restrictions")["api_targets"]} == asked
    assert asked <= set(plan.of("google_project_service"))


def test_ci_is_one_repository_and_one_branch_by_numbers_that_nobody_can_take_over(plan: Plan) -> None:
    (provider,) = plan.of("google_iam_workload_identity_pool_provider").values()
    assert provider.values["attribute_condition"] == (
        'assertion.repository_id == "1" && assertion.repository_owner_id == "2" '
        '&& assertion.ref == "refs/heads/main"'
    )
    assert provider.values["attribute_mapping"] == {
        "google.subject": "assertion.sub",
        "attribute.environment": "assertion.environment",
    }
    assert provider.block("oidc")["issuer_uri"] == "https://token.actions.githubusercontent.com"


def test_who_uses_keys_secrets_and_accounts_is_logged(plan: Plan) -> None:
    audited = plan.of("google_project_iam_audit_config")
    assert {"cloudkms.googleapis.com", "secretmanager.googleapis.com", "iam.googleapis.com"} == set(audited)
    for each in audited.values():
        kinds = {entry["log_type"] for entry in each.values["audit_log_config"]}
        assert kinds == {"ADMIN_READ", "DATA_READ", "DATA_WRITE"}
        assert not any(entry["exempted_members"] for entry in each.values["audit_log_config"])


def test_the_stream_is_where_functions_say_it_is(plan: Plan) -> None:
    stream = plan.output("stream_url")
    assert stream.endswith(".run.app")
    for function in plan.of("google_cloudfunctions2_function").values():
        assert function.block("service_config")["environment_variables"]["FF_STREAM_URL"] == stream
