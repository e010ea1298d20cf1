"""The findings report as plain data: what it says, in the reader's language, whichever renderer lays it out."""
