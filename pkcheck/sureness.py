"""How sure a reading must be."""

UNSURE = 0.75
"""What was read from a picture with less confidence is for a person to check."""
