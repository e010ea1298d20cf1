"""A reading as data to be shown: what a document holds, what was understood from it, and what is linked to where."""
