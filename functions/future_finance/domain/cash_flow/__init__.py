"""What the rows of bank statements mean: who was paid, what for, and which rows are the person's own transfers."""
