"""Quarterdeck: lead and manage a team with a shared why and a plan that fits the people."""
