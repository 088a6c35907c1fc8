"""Secret Manager on a laptop: secrets with versions and checksums, in memory."""
