"""Civil dates, uncertain dates and clocks; standard library and python-dateutil only."""
