"""Claims that are told without a number."""
