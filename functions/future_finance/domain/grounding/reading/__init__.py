"""A text read as claims: its numbers, words and clauses."""
