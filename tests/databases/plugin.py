"""Loaded by pytest before Django reads its settings: where the run keeps its data,
and which examples it tries.

A run never touches an instance's own data. PostgreSQL is brought when it is asked for;
the workers of one run share the server that its controller started.
"""

import atexit
import gc
import os
import tempfile
from collections.abc import Callable
from typing import Any

from _pytest import runner
from hypothesis import HealthCheck, settings

# The same examples in every run and no limit of time, so that a change alone turns a
# test red, and never a busy machine.
calm = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("steady", derandomize=True, **calm)
# Others in every run, to look for more: QUARTERDECK_TEST_EXAMPLES=random.
settings.register_profile("random", derandomize=False, **calm)
# The second of two rounds, on the other database: fewer, the rules are the same there.
settings.register_profile("second", derandomize=True, max_examples=8, **calm)

# Two rounds share what no database has a say in: "first", "second"; alone: everything.
ROUND = os.environ.get("QUARTERDECK_TEST_ROUND", "")
STEADY = "second" if ROUND == "second" else "steady"
settings.load_profile(os.environ.get("QUARTERDECK_TEST_EXAMPLES", STEADY))

os.environ.setdefault(
    "QUARTERDECK_DATA_DIR", tempfile.mkdtemp(prefix="quarterdeck-test-")
)
os.environ.setdefault("API_REQUESTS_A_MINUTE", "0")  # its own test sets a rate
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's loop

if os.environ.get("QUARTERDECK_TEST_DATABASE") == "postgresql":
    if "DATABASE_URL" not in os.environ:
        from tests.databases.postgresql import Cluster

        cluster = Cluster()
        os.environ["DATABASE_URL"] = (
            f"postgresql://quarterdeck@/quarterdeck?host={cluster.start()}"
        )
        atexit.register(cluster.stop)
else:
    os.environ.pop("DATABASE_URL", None)


def pytest_collection_finish() -> None:
    """What is loaded by now stays: to look through it again and again costs a tenth.

    Circles that tests leave are looked for less often than Python would by itself.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)


def in_one_piece(act: Callable[[], Any]) -> Any:
    """Call it in a frame that asks for so much stack that all calls below fit beside it.

    CPython lays frames in pieces of 16 kB, and a loop whose calls begin a new piece takes
    that from the system and gives it back at each of them. A request that is asked for
    deep inside of pytest does so thousands of times: a fifth of a run.
    """
    return act()


in_one_piece.__code__ = in_one_piece.__code__.replace(co_stacksize=70_000)


def pytest_runtest_protocol(item: Any, nextitem: Any) -> Any:
    return in_one_piece(lambda: runner.pytest_runtest_protocol(item, nextitem))
