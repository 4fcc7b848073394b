"""The other side of `confined`: wait for the order, set the bounds, call, answer.

Run as a file in a fresh interpreter; it imports what it was begun with, what the order
names, and nothing else.
"""

import contextlib
import ctypes
import importlib
import inspect
import os
import resource
import signal
import sys
import traceback
from pathlib import Path
from typing import Any, NoReturn

DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG
LARGEST_FILE = 64_000_000


def main() -> NoReturn:
    _die_with_parent()
    # The answers go out on a descriptor of their own: a library that prints must not
    # end up between them.
    answers = os.dup(1)
    os.dup2(2, 1)
    import msgspec

    _wait_for_order(int(sys.argv[1]), sys.argv[2], sys.argv[3:])

    def say(**line: Any) -> None:
        rest = memoryview(msgspec.json.encode(line) + b"\n")
        while rest:
            rest = rest[os.write(answers, rest) :]

    try:
        order = msgspec.json.decode(
            sys.stdin.buffer.read(), type=dict[str, msgspec.Raw]
        )
        read = {k: msgspec.json.decode(v) for k, v in order.items() if k != "payload"}
        sys.path[:] = read["path"]
        function = _find(read["function"])
        say(started=_set_bounds(read["megabytes"], read["processor_seconds"]))
        tell = {"tell": lambda message: say(message=message)}
        files = {"files": [Path(file) for file in read["files"]]}
        say(result=_call(function, order["payload"], tell | files))
    except MemoryError:
        say(broken="memory")
    except Exception as error:
        say(
            refused=[f"{k.__module__}:{k.__qualname__}" for k in type(error).__mro__],
            sentence=str(error),
            broken=traceback.format_exc()[-4_000:],
        )
    # Threads of a library that are still at it must not keep the child alive.
    os._exit(0)


def _wait_for_order(waits: int, modules: str, path: list[str]) -> None:
    """Bring up modules meanwhile; one that breaks does so again when it is asked."""
    if modules:
        sys.path[:] = path
        for name in modules.split(","):
            with contextlib.suppress(Exception):
                importlib.import_module(name)
    if not os.read(waits, 1):
        os._exit(0)  # nobody has an order
    os.close(waits)


def _find(name: str) -> Any:
    module, _, attribute = name.partition(":")
    return getattr(importlib.import_module(module), attribute)


def _call(function: Any, payload: Any, offered: dict[str, Any]) -> Any:
    """Call with the payload as the type its parameter names, and what it asks for."""
    import msgspec

    wanted = inspect.signature(function, eval_str=True).parameters
    kind = next(iter(wanted.values())).annotation
    kind = Any if kind is inspect.Parameter.empty else kind
    value = msgspec.json.decode(payload, type=kind, strict=False)
    return function(value, **{k: v for k, v in offered.items() if k in wanted})


def _set_bounds(megabytes: int, processor_seconds: int) -> float:
    """Bound what the work may take on top of what the imports have taken.

    RLIMIT_DATA counts memory that can be written; RLIMIT_AS would also count the
    address space that numeric libraries reserve and never touch.
    """
    _, data, resident = _memory()
    _lower(resource.RLIMIT_DATA, int(data + megabytes * 1_000_000))
    _lower(resource.RLIMIT_CPU, processor_seconds)
    _lower(resource.RLIMIT_FSIZE, LARGEST_FILE)
    _lower(resource.RLIMIT_CORE, 0)
    return resident / 1_000_000


def _lower(what: int, to: int) -> None:
    _, hard = resource.getrlimit(what)
    if hard != resource.RLIM_INFINITY:
        to = min(to, hard)
    # macOS refuses some of these; the parent watches time and memory as well.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(what, (to, to))


def _memory() -> tuple[int, int, int]:
    """Return total, writable and resident bytes of this process."""
    try:
        fields = Path("/proc/self/statm").read_text().split()
    except OSError:
        return 0, 0, 0
    page = resource.getpagesize()
    return int(fields[0]) * page, int(fields[5]) * page, int(fields[1]) * page


def _die_with_parent() -> None:
    parent = os.getppid()
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


if __name__ == "__main__":
    main()
