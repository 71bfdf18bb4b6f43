"""Pure geometry: from events and a view to a scene in pixels; no Qt."""
