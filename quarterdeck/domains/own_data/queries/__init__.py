"""Read what is kept about somebody, for that somebody alone."""

from .files import file_of, get_file
from .sections import everything_of

__all__ = ["everything_of", "file_of", "get_file"]
