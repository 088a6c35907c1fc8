"""Cloud Tasks on a laptop: queues, retries, dedupe, schedule times and OIDC, in memory."""
