"""What a confined child says: messages on the way, and in the end one answer."""

import logging
import os
import selectors
import subprocess
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec

from .errors import RuleBroken

Result = TypeVar("Result")
Refusals = tuple[type[Exception], ...]
log = logging.getLogger(__name__)


class ConfinedFailure(RuleBroken):
    """The work was stopped at a bound or broke; the message says which, in words."""

    @classmethod
    def memory(cls, megabytes: int) -> "ConfinedFailure":
        return cls(f"It needed more than {megabytes} MB of memory and was stopped.")


NOTHING = msgspec.Raw()
# How C++ says that memory, or the room for one more thread, is used up.
USED_UP = ("bad_alloc", "Resource temporarily unavailable")


class Line(msgspec.Struct):
    """One line of the child: exactly one of these is filled."""

    started: float | None = None  # megabytes it held before the work began
    message: msgspec.Raw = NOTHING
    result: msgspec.Raw = NOTHING
    refused: list[str] | None = None  # the names of the error and of its ancestors
    sentence: str = ""
    broken: str | None = None  # "memory", or the trace for the log


class Answers:
    """Reads the child's lines; holds at most `megabytes` of them."""

    def __init__(
        self,
        child: "subprocess.Popen[bytes]",
        stderr: Any,
        megabytes: int,
        on_message: Callable[[Any], None] | None,
    ) -> None:
        assert child.stdout is not None
        self.child, self.stderr = child, stderr
        self.most = megabytes * 1_000_000
        self.on_message = on_message
        self.at_start = 0.0
        self.finished = False
        self.last: Line | None = None
        self._parts: list[bytes] = []
        self._length = 0
        self._pipe = child.stdout.fileno()
        self._ready = selectors.DefaultSelector()
        self._ready.register(self._pipe, selectors.EVENT_READ)

    def read(self, seconds: float) -> None:
        """Wait at most this long for something to read, and read it."""
        if not self._ready.select(seconds):
            return
        chunk = os.read(self._pipe, 1 << 20)
        if not chunk:
            self.finished = True
            self._ready.close()
            return
        *whole, rest = chunk.split(b"\n")
        for end in whole:
            self._line(b"".join([*self._parts, end]))
            self._parts, self._length = [], 0
        self._parts.append(rest)
        self._length += len(rest)
        if self._length > self.most:
            raise ConfinedFailure("Its answer is too large to be taken in.")

    def _line(self, text: bytes) -> None:
        line = msgspec.json.decode(text, type=Line)
        if line.started is not None:
            self.at_start = line.started
        elif line.message != NOTHING:
            if self.on_message is not None:
                self.on_message(msgspec.json.decode(line.message))
        else:
            self.last = line

    def outcome(
        self, result_type: type[Result], refusals: Refusals, megabytes: int
    ) -> Result:
        """Return the result, or raise what the child ended with."""
        line = self.last
        if line is not None and line.result != NOTHING:
            return msgspec.json.decode(line.result, type=result_type)
        if line is not None and line.refused is not None:
            for kind in refusals:
                if f"{kind.__module__}:{kind.__qualname__}" in line.refused:
                    raise kind(line.sentence)
        if line is not None and line.broken == "memory":
            raise ConfinedFailure.memory(megabytes)
        said = self._last_words()
        if any(sign in said for sign in USED_UP):
            raise ConfinedFailure.memory(megabytes)
        trace = (line.broken or "") if line is not None else ""
        log.error(
            "A confined child ended with %s.\n%s%s", self.child.returncode, trace, said
        )
        raise ConfinedFailure("It stopped unexpectedly, before it had an answer.")

    def _last_words(self) -> str:
        size = self.stderr.seek(0, os.SEEK_END)
        self.stderr.seek(max(0, size - 4_000))
        return str(self.stderr.read().decode("utf-8", "replace"))
