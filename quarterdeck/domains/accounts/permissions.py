"""An account belongs to its user: every query here starts from that user."""
