"""Reading, checking and writing collections; no Qt."""
