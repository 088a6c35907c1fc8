# A project that does not exist, for the tests.
project_id           = "future-finance-test"
google_client_id     = "123456789012-abc.apps.googleusercontent.com"
google_client_secret = "the-clients-secret"
operators            = ["user:operator@example.in"]
alert_email          = "alerts@example.in"
billing_account      = "01ABCD-234567-89EFAB"
commit               = "0123456789abcdef0123456789abcdef01234567"

ai_tokens_per_day        = 150000
ai_global_tokens_per_day = 15000000

ci = {
  repository    = "someone/future-finance"
  repository_id = "1"
  owner_id      = "2"
}
