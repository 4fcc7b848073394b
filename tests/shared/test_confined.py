import os
import subprocess
import sys
import threading
import time
from datetime import date
from pathlib import Path

import pytest

from quarterdeck.shared.confined import (
    Child,
    ConfinedFailure,
    ConfinedStopped,
    run_confined,
)
from tests.shared.confined_work import Answer, Order, Refused

ROOT = Path(__file__).parents[2]


def run(name, payload=None, result_type=object, **more):
    bounds = {"seconds": 10, "megabytes": 200, **more}
    return run_confined(
        f"tests.shared.confined_work:{name}",
        payload,
        result_type=result_type,
        **bounds,
    )


def gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    # A grandchild that was adopted by process 1 may wait to be reaped.
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
        return stat.rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


def soon(check, seconds=2.0):
    end = time.monotonic() + seconds
    while not check():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.02)


def test_the_answer_comes_back_as_its_type():
    order = Order(21, date(2026, 6, 1))
    assert run("double", order, Answer) == Answer(42, date(2026, 6, 1))


def test_messages_come_back_in_order():
    heard = []
    assert run("count_aloud", 5, int, on_message=heard.append) == 5
    assert heard == [{"number": n} for n in range(5)]


def test_a_refusal_comes_back_as_its_sentence():
    with pytest.raises(Refused, match=r"^Line 3 holds no date\.$"):
        run("refuse", "Line 3 holds no date.", refusals=(Refused,))


def test_an_error_nobody_expected_is_one_plain_sentence_and_a_log_entry(caplog):
    with pytest.raises(ConfinedFailure) as caught:
        run("break_down")
    assert "secret" not in str(caught.value)
    assert "a secret detail" in caplog.text


def test_a_crash_is_one_plain_sentence():
    with pytest.raises(ConfinedFailure, match="stopped unexpectedly"):
        run("die")


@pytest.mark.parametrize(("work", "payload"), [("sleep", 60), ("spin", None)])
def test_time_is_bounded(work, payload):
    began = time.monotonic()
    with pytest.raises(ConfinedFailure, match=r"longer than 0\.5 seconds"):
        run(work, payload, seconds=0.5)
    assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    ("work", "payload"),
    [("hoard", 100_000), ("hoard", 50_000_000), ("hoard_in_arrays", None)],
)
def test_memory_is_bounded(work, payload):
    with pytest.raises(ConfinedFailure, match="more than 150 MB of memory"):
        run(work, payload, megabytes=150)


def test_an_answer_that_is_too_large_is_not_taken_in(monkeypatch):
    monkeypatch.setattr("quarterdeck.shared.confined.ANSWER_MEGABYTES", 1)
    with pytest.raises(ConfinedFailure, match="too large"):
        run("answer_at_length", 8)


def test_a_child_cannot_fill_the_disk(tmp_path):
    with pytest.raises(ConfinedFailure):
        run("write_a_large_file", str(tmp_path))
    assert (tmp_path / "large").stat().st_size <= 64_000_000


def test_cancel_ends_the_child_and_its_children_within_two_seconds():
    pids, asked = [], threading.Event()

    def heard(message):
        pids.extend(message["pids"])
        asked.set()

    began = time.monotonic()
    with pytest.raises(ConfinedStopped):
        run("leave_a_grandchild", on_message=heard, cancelled=asked.is_set, seconds=30)
    assert time.monotonic() - began < 2 + 1  # starting it counts too
    soon(lambda: all(gone(pid) for pid in pids))


def test_a_caller_that_raises_ends_the_child():
    pids = []

    def heard(message):
        pids.extend(message["pids"])
        raise LookupError

    with pytest.raises(LookupError):
        run("leave_a_grandchild", on_message=heard)
    soon(lambda: all(gone(pid) for pid in pids))


def test_no_secret_is_inherited(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "canary")
    monkeypatch.setenv("DATABASE_URL", "canary")
    assert "canary" not in run("environment", None, dict[str, str]).values()


def test_the_child_does_not_know_django_and_starts_quickly():
    began = time.monotonic()
    assert "django" not in run("modules", None, list[str])
    assert time.monotonic() - began < 2


def test_a_child_begun_ahead_answers_and_has_brought_up_what_it_was_told():
    with Child("tests.shared.confined_work", "no.such_module") as child:
        order = Order(21, date(2026, 6, 1))
        assert run("double", order, Answer, child=child).count == 42
    assert gone(child.process.pid)


def test_a_child_begun_ahead_that_nobody_asks_ends_with_its_block():
    with Child("tests.shared.confined_work") as child:
        assert not gone(child.process.pid)
    assert gone(child.process.pid)


def test_files_are_handed_over_by_path(tmp_path):
    (tmp_path / "a").write_bytes(b"12345")
    assert run("sizes", None, list[int], files=[tmp_path / "a"]) == [5]


def test_it_works_from_several_threads_at_once():
    answers = []
    order = Order(4, date(2026, 6, 1))
    threads = [
        threading.Thread(
            target=lambda: answers.append(run("double", order, Answer).count)
        )
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [8, 8, 8, 8]


def test_when_the_parent_is_killed_the_child_dies_too():
    work = "tests.shared.confined_work:leave_a_grandchild"
    script = (
        "from quarterdeck.shared.confined import run_confined\n"
        f"run_confined({work!r}, None, result_type=int, seconds=60, megabytes=99,"
        " on_message=lambda m: print(m['pids'][0], flush=True))"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, cwd=ROOT
    )
    child = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    parent.stdout.close()
    soon(lambda: gone(child))
