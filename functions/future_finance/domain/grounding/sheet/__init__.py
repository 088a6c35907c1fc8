"""The facts of one person as the check sees them."""
