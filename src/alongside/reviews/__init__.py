"""What is owed, and what people concluded."""
