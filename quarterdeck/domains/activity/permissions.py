"""Activities are written by services and never edited, so there is nothing to permit."""
