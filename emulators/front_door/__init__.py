"""The workers' front door on a laptop: does what Cloud Run IAM does before a function sees a request."""
