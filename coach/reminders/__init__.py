"""What is due when the app is closed: when to speak up, through what, and who wakes coach to do so."""
