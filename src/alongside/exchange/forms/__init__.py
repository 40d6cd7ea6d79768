"""Records on paper: accessible PDF, and the state's own Word forms."""
