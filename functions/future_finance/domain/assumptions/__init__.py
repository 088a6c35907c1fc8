"""What simulations take for granted: dated rows with their sources, none of them hidden in code."""
