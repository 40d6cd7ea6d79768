"""Settings, databases, the start-up self-check and the server. May import anything; only `cli.py` imports it."""
