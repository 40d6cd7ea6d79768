"""Who may see: a process of its own with Django, a database and two programs, which the beds A1 to A9 ask."""
