"""What is asked of each number: its value, period and sign, and whose it is."""
