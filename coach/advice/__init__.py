"""What follows from facts and diary: pure functions from values to frozen views."""
