"""Rules about parties."""
