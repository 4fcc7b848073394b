"""Copies of everything, verified when they are made and again before they are used."""

from .making import make_backup
from .restoring import restore_backup

__all__ = ["make_backup", "restore_backup"]
