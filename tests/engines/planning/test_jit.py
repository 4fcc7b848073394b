"""What cannot be compiled runs as it is; machine code of former versions goes."""

import logging
import os
from pathlib import Path
from typing import Any

import pytest

from quarterdeck.engines.planning.kernel import jit


def test_what_cannot_be_compiled_runs_as_it_is_and_is_told(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jit, "plain", set())
    asked = []

    class Dispatcher:
        """A compiler for want of memory."""

        def _compile_for_args(self, *values: object) -> object:
            asked.append(values)
            raise MemoryError

        @staticmethod
        def py_func(number: int) -> int:
            return number + 1

        def __call__(self, *values: Any) -> Any:
            return self._compile_for_args(*values)(*values)

    plus_one = jit.guarded(Dispatcher())
    with caplog.at_level(logging.ERROR):
        assert (plus_one(3), plus_one(4)) == (4, 5)
    assert asked == [(3,)]
    assert jit.plain == {"py_func"}
    assert [each.getMessage() for each in caplog.records] == [
        "py_func could not be compiled; plans are made more slowly"
    ]


def test_numba_takes_the_function_as_it_is() -> None:
    pytest.importorskip("numba")

    @jit.compiled
    def make(number: int) -> str:
        class Local:
            """The compiler knows no classes."""

        return f"{Local.__name__} {number}"

    try:
        assert make(3) == "Local 3"
        assert make(4) == "Local 4"
    finally:
        jit.plain.discard("make")


def test_no_part_of_the_kernel_is_given_up() -> None:
    from quarterdeck.engines.planning import warm

    warm.warm()
    assert jit.plain == set()


def test_machine_code_of_former_versions_goes_after_a_day(tmp_path: Path) -> None:
    now = 1_000_000.0
    for name, age in (("a" * 16, 2), ("b" * 16, 0.5), ("c" * 16, 3), ("other", 9)):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "code.nbc").write_text("code")
        os.utime(folder, (now, now - age * jit.A_DAY))
    jit.remove_older(tmp_path / ("c" * 16), now)
    assert sorted(each.name[0] for each in tmp_path.iterdir()) == ["b", "c", "o"]
