"""How well the chat answers: people with known finances, questions with known answers, and what went wrong."""
