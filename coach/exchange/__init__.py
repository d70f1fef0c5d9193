"""The diary carried in and out: JSON and CSV, and backups as zip files; formats, not deeds."""
