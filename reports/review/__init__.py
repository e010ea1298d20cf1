"""How the findings report is laid out: by typst, and as a Word document."""
