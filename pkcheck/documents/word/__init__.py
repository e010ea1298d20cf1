"""Word documents (Office Open XML): their parts, automatic numbers, running text and tables."""
