"""The eight invented people of the simulator; each one's state is a function of the date."""
