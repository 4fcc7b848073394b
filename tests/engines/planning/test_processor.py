"""The clock of the benchmarks does not count what others had the processor for."""

import time

from bench.planning.processor import ProcessorClock, budget
from quarterdeck.engines.planning import Progress


def test_the_clock_of_the_processor_stands_still_while_others_have_it() -> None:
    clock = ProcessorClock()
    began = clock()
    time.sleep(0.05)
    slept = clock() - began
    total = 0
    for number in range(400_000):
        total += number * number
    worked = clock() - began - slept
    assert slept < 0.03
    assert worked > 0.005


def test_a_budget_ends_when_so_much_was_worked() -> None:
    stop, clock = budget(0.05, processor=True)
    began, rounds = clock(), 0
    while not stop(Progress(phase="search")):
        rounds += sum(range(1000)) > 0
    assert rounds > 3
    assert 0.04 < clock() - began < 0.5
