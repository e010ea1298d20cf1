"""From a document to agreements: what a PK looks like on paper."""
