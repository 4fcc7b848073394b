"""The planner's inner loops on plain arrays, compiled where numba is installed.

Every function here also runs as plain Python (``NUMBA_DISABLE_JIT=1``, or no numba):
slower by a factor of a hundred, with the same result to the last bit.
"""
