"""Settings, databases, the start-up self-check and the server. May import anything; imported by nothing but `cli.py`."""
