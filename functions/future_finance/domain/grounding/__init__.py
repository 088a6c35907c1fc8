"""Every number in a text must be a fact, or have been said by the person."""
