"""One cast for the tests of a file: made once, and after each of them as it was.

Making it costs more than most tests do with it. It is made in a transaction that stays
open while tests follow each other that ask for it; each of them is a savepoint in it.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from copy import deepcopy
from datetime import datetime
from pathlib import Path

import pytest
from django.db import connection, transaction

from tests.cast import Cast


class KeptCast:
    """The cast of the file whose tests run now; none between two files."""

    def __init__(self, unblock: Callable[[], AbstractContextManager[None]]) -> None:
        self.unblock = unblock
        self._file: Path | None = None
        self._made: Cast | None = None
        self._open: AbstractContextManager[None] | None = None

    def before(self, item: pytest.Item, at: datetime) -> None:
        """Begin or end the transaction, before the test begins its own."""
        if item.path != self._file or not may_keep(item):
            self.end()
        # A test in a transaction that its file keeps open makes a cast of its own.
        if self._open is None and may_keep(item) and not connection.in_atomic_block:
            with self.unblock():
                self._file, self._open = item.path, transaction.atomic()
                self._open.__enter__()
                self._made = Cast(at)

    def end(self) -> None:
        """Take back all there is."""
        if self._open is not None:
            with self.unblock():
                transaction.set_rollback(True)
                self._open.__exit__(None, None, None)
        self._file = self._made = self._open = None

    def copy(self) -> Cast | None:
        """What a test may change; None where no cast is kept."""
        return deepcopy(self._made)


def may_keep(item: pytest.Item) -> bool:
    """Whether a test asks for the cast and takes back what it wrote."""
    asked = getattr(item, "fixturenames", ())
    marks = item.iter_markers("django_db")
    commits = any(mark.kwargs.get("transaction") for mark in marks)
    return "cast" in asked and "transactional_db" not in asked and not commits
