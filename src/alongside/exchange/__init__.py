"""In and out: spreadsheets, reports, the command line. Reading and reporting need no database and no Django."""
