"""The same code in a process of its own, with machine code and without."""

import os
import subprocess
import sys
from pathlib import Path


def printed(script: str, **environment: str) -> str:
    """What a script prints."""
    return subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, **environment},
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    ).stdout


def printed_uncompiled(script: str) -> str:
    """What it prints where nothing is compiled."""
    return printed(script, NUMBA_DISABLE_JIT="1")
