"""Django's PostgreSQL backend, which also tells each transaction whose program it works in and who is acting."""
