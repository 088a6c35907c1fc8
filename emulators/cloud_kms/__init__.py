"""Cloud KMS on a laptop: symmetric keys with versions, AES-256-GCM, checksums and their states."""
