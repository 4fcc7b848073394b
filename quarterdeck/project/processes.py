"""Parents and children: nobody is left behind."""

import contextlib
import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1


def die_with_parent(parent: int, how: int = signal.SIGTERM) -> None:
    """Have the system end this process when its parent is gone, killed or not.

    The parent says who it is: one that is killed while its child still loads has been
    replaced by the time the child could ask. Only Linux can; elsewhere a parent that is
    killed leaves its children running.
    """
    if sys.platform != "linux":
        return
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, how)
    if os.getppid() != parent:
        os.kill(os.getpid(), how)
