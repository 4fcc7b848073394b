"""Microsoft Project XML (MSPDI), as Project 2002 to 2019 and others write it."""

from .reader import read_mspdi

__all__ = ["read_mspdi"]
