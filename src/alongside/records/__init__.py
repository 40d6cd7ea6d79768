"""What happened: the records of the people served and of the people who serve them. Knows nothing of rules."""
