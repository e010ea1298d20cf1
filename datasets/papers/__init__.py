"""Office papers from Python: Word files, workbooks, printed pages and scans of them. What is said in them is the caller's."""
