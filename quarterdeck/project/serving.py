"""The web server: granian, with a few processes that die with it.

`python -m quarterdeck.project.serving --host … --port …`; `quarterdeck run` starts it.
This process only minds its children, so it never loads Django.
"""

import argparse
import multiprocessing
import signal
from typing import Any

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from .processes import die_with_parent


def load(target: str) -> Any:
    """Load the program, in a child; a parent that was killed must not leave it behind."""
    if (parent := multiprocessing.parent_process()) and parent.pid:
        die_with_parent(parent.pid, signal.SIGKILL)
    from .wsgi import application

    return application


def main() -> None:
    parser = argparse.ArgumentParser(prog="quarterdeck.project.serving")
    parser.add_argument("--host", required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--parent", type=int, required=True)
    options = parser.parse_args()
    die_with_parent(options.parent)
    server = Granian(
        "quarterdeck.project.wsgi:application",
        address=options.host,
        port=options.port,
        interface=Interfaces.WSGI,
        workers=options.processes,
        blocking_threads=options.threads,
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=10,
        log_level=LogLevels.warning,
    )
    server.serve(target_loader=load)


if __name__ == "__main__":
    main()
