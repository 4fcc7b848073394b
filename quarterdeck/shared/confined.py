"""Run a function in a child process that may not take the program down with it.

Whatever reads a foreign file or computes for long runs here: the child has bounds of
time, processor and memory, none of the parent's secrets, a session of its own, and
dies with everything it started. What comes back is JSON, decoded into `result_type`;
never a pickle. The child does not import Django, so it starts in a tenth of a second.

    def count_rows(order: Order, tell: Tell) -> Counts: ...

    counts = run_confined(
        "quarterdeck.formats.counting:count_rows", order,
        result_type=Counts, seconds=20, megabytes=300,
        refusals=(Refused,), on_message=print, cancelled=cancel_wanted,
    )

The function may take up to three arguments, by name: the payload first, then `tell`
(send a progress message, any JSON value) and `files` (the paths it was handed).
"""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from .confined_answers import Answers, ConfinedFailure, Refusals
from .confined_start import Child
from .errors import RuleBroken

__all__ = ["Child", "ConfinedFailure", "ConfinedStopped", "Tell", "run_confined"]

Result = TypeVar("Result")
Tell = Callable[[Any], None]
LOOK_EVERY = 0.05  # seconds between looks at the clock, the memory and the caller
ASK_EVERY = 0.4  # seconds between questions whether the caller still wants it
ANSWER_MEGABYTES = 256


class ConfinedStopped(RuleBroken):
    """The caller no longer wants the answer; the child was ended."""


def run_confined(
    function: str,
    payload: Any,
    *,
    result_type: type[Result],
    seconds: float,
    megabytes: int,
    files: Sequence[Path] = (),
    refusals: Refusals = (),
    on_message: Tell | None = None,
    cancelled: Callable[[], bool] | None = None,
    child: Child | None = None,
) -> Result:
    """Return what `function` ("module:name") answers, or say in a sentence why not.

    `child` is one that was begun ahead, so that it is up when it is asked; it serves once.
    """
    order = {
        "function": function,
        "payload": payload,
        "files": [str(Path(file).resolve()) for file in files],
        "path": [str(Path(entry or ".").resolve()) for entry in sys.path],
        "megabytes": megabytes,
        # Several threads may compute at once; this bound only catches a child whose
        # parent is gone.
        "processor_seconds": int(seconds * (os.cpu_count() or 1)) + 2,
    }
    with child or Child() as begun:
        begun.ask(msgspec.json.encode(order))
        answers = Answers(begun.process, begun.stderr, ANSWER_MEGABYTES, on_message)
        _watch(begun.process, answers, seconds, megabytes, cancelled)
        with contextlib.suppress(subprocess.TimeoutExpired):
            begun.process.wait(1)
        begun.end()
        return answers.outcome(result_type, refusals, megabytes)


def _watch(
    child: "subprocess.Popen[bytes]",
    answers: Answers,
    seconds: float,
    megabytes: int,
    cancelled: Callable[[], bool] | None,
) -> None:
    """Hand messages on until the child has answered; raise when a bound is crossed."""
    deadline = time.monotonic() + seconds
    ask_at = 0.0
    while not answers.finished:
        answers.read(LOOK_EVERY)
        now = time.monotonic()
        if answers.finished:
            return
        if now > deadline:
            raise ConfinedFailure(
                f"It took longer than {seconds:g} seconds and was stopped."
            )
        if _resident_megabytes(child.pid) > megabytes + answers.at_start:
            raise ConfinedFailure.memory(megabytes)
        if cancelled is not None and now >= ask_at:
            ask_at = now + ASK_EVERY
            if cancelled():
                raise ConfinedStopped("It was stopped before it was finished.")


def _resident_megabytes(pid: int) -> float:
    """Return what the child holds in memory; 0 where the system does not tell."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, ValueError, IndexError):
        return 0
    return pages * _PAGE / 1_000_000


_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096
