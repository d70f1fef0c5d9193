"""What is heard of a guided session: tones, speech, the bell, and a command of the person's own."""
