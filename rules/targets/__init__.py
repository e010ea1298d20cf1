"""Rules about targets."""
