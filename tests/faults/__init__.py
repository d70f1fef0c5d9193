"""Faults put in on purpose: what was acknowledged is never lost, and the coach always starts."""
