"""Cloud Scheduler on a laptop: cron jobs in their time zone, OIDC, and runs on demand."""
