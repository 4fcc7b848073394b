"""What the tests run in confined children."""

import os
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import msgspec


class Order(msgspec.Struct):
    count: int
    day: date


class Answer(msgspec.Struct):
    count: int
    day: date
    names: list[str] = []


class Refused(Exception):
    """An expected no."""


class VeryRefused(Refused):
    pass


def double(order: Order) -> Answer:
    print("a library that talks")
    return Answer(order.count * 2, order.day)


def count_aloud(most: int, tell) -> int:
    for number in range(most):
        tell({"number": number})
    return most


def refuse(sentence: str) -> None:
    raise VeryRefused(sentence)


def break_down(_: None) -> None:
    raise ZeroDivisionError("a secret detail")


def die(_: None) -> None:
    os.abort()


def sleep(seconds: float) -> None:
    time.sleep(seconds)


def spin(_: None) -> None:
    while True:
        pass


def hoard(step: int) -> int:
    held = []
    while True:
        held.append(bytearray(step))


def hoard_in_arrays(_: None) -> int:
    import numpy

    return int(numpy.ones(400_000_000).sum())


def environment(_: None) -> dict[str, str]:
    return dict(os.environ)


def modules(_: None) -> list[str]:
    return sorted({name.partition(".")[0] for name in sys.modules})


def sizes(_: None, files: list[Path]) -> list[int]:
    return [file.stat().st_size for file in files]


def leave_a_grandchild(_: None, tell) -> None:
    other = subprocess.Popen(["sleep", "60"])
    tell({"pids": [os.getpid(), other.pid]})
    time.sleep(60)


def answer_at_length(megabytes: int) -> str:
    return "x" * (megabytes * 1_000_000)


def write_a_large_file(folder: str) -> None:
    with (Path(folder) / "large").open("wb") as file:
        for _ in range(200):
            file.write(bytes(1_000_000))
