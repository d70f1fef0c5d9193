"""Measurements on the real clock; run by hand, `python -m tests.bench.player`, never by the test suite."""
