"""Poses made into pictures of terminal cells; knows nothing of the terminal itself."""
