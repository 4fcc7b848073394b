"""A child process of `confined`, from its start to its end.

It may be begun before what it is to do is known: it brings up the modules named, and
waits for its order meanwhile.
"""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from types import TracebackType

# Run as a file, not as a module of the package: nothing of ours is imported before
# the order has been read. The tests measure what it costs to start.
_CHILD = Path(__file__).with_name("confined_child.py")
_ENVIRONMENT = {
    "PATH": os.defpath,
    "LANG": "C.UTF-8",
    "TZ": "UTC",
    "MPLCONFIGDIR": tempfile.gettempdir(),
    # where machine code is kept, if somebody chose a place
    **{name: os.environ[name] for name in ("NUMBA_CACHE_DIR",) if name in os.environ},
}


class Child:
    """One child for one order; whoever leaves the block ends it, asked or not."""

    def __init__(self, *modules: str) -> None:
        with contextlib.ExitStack() as kept:
            self._stdin = kept.enter_context(tempfile.TemporaryFile())
            self.stderr = kept.enter_context(tempfile.TemporaryFile())
            waits, self._go = os.pipe()
            kept.callback(os.close, self._go)
            self._kept = kept.pop_all()
        ahead = [str(waits), ",".join(modules), *_import_path()]
        try:
            self.process = subprocess.Popen(
                [sys.executable, "-I", "-X", "utf8", str(_CHILD), *ahead],
                stdin=self._stdin,
                stdout=subprocess.PIPE,
                stderr=self.stderr,
                env=_ENVIRONMENT,
                cwd=tempfile.gettempdir(),
                start_new_session=True,
                pass_fds=(waits,),
            )
        finally:
            os.close(waits)

    def ask(self, order: bytes) -> None:
        """Write the order where the child reads it, and let it go on."""
        # The child shares the place in the file, so it is turned back before.
        self._stdin.write(order)
        self._stdin.seek(0)
        with contextlib.suppress(BrokenPipeError):
            os.write(self._go, b"g")

    def end(self) -> None:
        """Kill the child with whatever it started; it leads its own session."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        if self.process.stdout is not None:
            self.process.stdout.close()

    def __enter__(self) -> "Child":
        """Nothing more is needed: it has begun."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End it and put away what it had."""
        self.end()
        self._kept.close()


def _import_path() -> list[str]:
    return [str(Path(entry or ".").resolve()) for entry in sys.path]
