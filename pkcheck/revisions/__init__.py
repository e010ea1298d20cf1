"""Two versions of a set of agreements beside each other: what changed, and which findings came and went."""
