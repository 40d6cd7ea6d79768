"""The packet as files: one PDF with bookmarks and stamps, a manifest, an archive, and the check of it. No database."""
