"""What rules may look at: documented tables (Ibis; no database, no Django)."""
