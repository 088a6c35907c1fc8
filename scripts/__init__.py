"""The commands of this repository that need more than a few lines."""
