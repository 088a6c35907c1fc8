"""Deploys to Google Cloud: what scripts/deploy, scripts/bundle, scripts/rollback and scripts/bootstrap-project do."""
