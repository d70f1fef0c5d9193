"""The full-screen app: screens order at the service counter, widgets show views and post intents."""
