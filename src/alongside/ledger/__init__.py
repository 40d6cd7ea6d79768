"""Who did what: append-only, written by database triggers, sealed into a hash tree, verifiable."""
