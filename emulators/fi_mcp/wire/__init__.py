"""Fi's six answers in Fi's JSON, built from one person and one date."""
