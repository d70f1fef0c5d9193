"""The counter at which the command line and the app order: one method for each thing a person does."""
