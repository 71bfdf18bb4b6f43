"""The records of a collection, its columns and the questions asked of them; no Qt."""
