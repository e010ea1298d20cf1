"""Rules about what is not to be shown."""
