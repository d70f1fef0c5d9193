"""What the coach knows: `content/` read one kind at a time, on first use."""
