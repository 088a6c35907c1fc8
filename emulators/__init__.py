"""The local cloud: stands in for Google's and Fi's services on a laptop and in CI."""
