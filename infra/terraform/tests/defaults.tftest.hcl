# What a person may rely on, in Terraform's own words: `terraform test` in this folder, or tests/infra/test_native.py.
variables {
  environment      = "dev"
  project_id       = "future-finance-test"
  google_client_id = "123456789012-abc.apps.googleusercontent.com"
  alert_email      = "alerts@example.in"
  billing_account  = "01ABCD-234567-89EFAB"
  monthly_budget   = 1000
  commit           = "0123456789abcdef0123456789abcdef01234567"
}

run "a_worker_is_closed" {
  command = plan

  assert {
    condition = alltrue([
      for name, row in var.endpoints : module.function[name].invoker != "allUsers" if contains(["tasks", "scheduler", "operator"], row.caller)
    ])
    error_message = "A function that trusts Cloud Run's check of its caller is open to all."
  }
}

run "nobody_deploys_from_ci_unless_asked" {
  command = plan

  assert {
    condition     = length(google_service_account.ci) == 0 && length(google_iam_workload_identity_pool.github) == 0
    error_message = "CI has accounts although no repository was named."
  }
}

run "nobody_is_an_operator_unless_named" {
  command = plan

  assert {
    condition     = length(google_service_account_iam_member.operator) == 0 && length(google_service_account_iam_member.script) == 0
    error_message = "Somebody may borrow an account although nobody was named."
  }
}

run "the_app_is_at_its_own_site" {
  command = plan

  assert {
    condition     = output.app_url == "https://future-finance-test-app.web.app"
    error_message = "The app's address is not that of its Hosting site."
  }
}

run "an_environment_that_does_not_exist" {
  command = plan

  variables {
    environment = "staging"
  }

  expect_failures = [var.environment]
}

run "a_region_outside_india" {
  command = plan

  variables {
    region = "europe-west1"
  }

  expect_failures = [var.region]
}

run "a_worker_that_hosting_reaches" {
  command = plan

  variables {
    endpoints = {
      retention = {
        entry_point     = "retention"
        caller          = "scheduler"
        account         = "ff-retention"
        hosted          = true
        memory_mib      = 256
        cpu             = 1
        concurrency     = 1
        max_instances   = 10
        timeout_seconds = 300
        secrets         = []
      }
    }
  }

  expect_failures = [var.endpoints]
}
