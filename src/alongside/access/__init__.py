"""Who may see and do what: users, programs, memberships, roles, policies with reasons, row-level security."""
