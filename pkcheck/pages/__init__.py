"""The parts of web pages that tell an outcome: each is elements from a record, in the language of the record."""
