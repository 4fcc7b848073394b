"""What a disk that is full or closed is called, by systems and databases."""

import errno
import os

import pytest

from quarterdeck.shared.errors import NO_ROOM, NOT_WRITABLE, cannot_write


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), NO_ROOM),
        (OSError(errno.EDQUOT, os.strerror(errno.EDQUOT)), NO_ROOM),
        (OSError(errno.EROFS, os.strerror(errno.EROFS), "/data/x"), NOT_WRITABLE),
        (OSError(errno.EACCES, os.strerror(errno.EACCES)), NOT_WRITABLE),
        (Exception("database or disk is full"), NO_ROOM),
        (Exception("attempt to write a readonly database"), NOT_WRITABLE),
        (Exception('could not extend file "x": No space left on device'), NO_ROOM),
        (Exception("cannot execute INSERT in a read-only transaction"), NOT_WRITABLE),
    ],
)
def test_a_full_or_closed_disk_is_told_in_plain_words(error, said):
    sentence = cannot_write(error)
    assert sentence.startswith(said)
    assert "Nothing was changed." in sentence


@pytest.mark.parametrize("words", ["database is locked", "disk", "", "no such table"])
def test_anything_else_is_no_matter_of_the_disk(words):
    assert cannot_write(OSError(words)) is None
