"""What outsiders' commands tell can be checked by others."""

from pathlib import Path

from bench.planning.outside import instances, solved, warm_up
from bench.planning.peers import by_cp_sat, measured
from bench.planning.plot import plot
from bench.planning.readers import read_mslib, read_psplib

from .test_readers import MSLIB, PSPLIB


def test_a_line_holds_the_schedule_by_the_numbers_of_the_file() -> None:
    warm_up()  # as the command does: machine code made now would take the seconds
    line = solved("a.mm", read_psplib(PSPLIB), 2.0, 1, 1)
    assert (line.objective, line.lower_bound, line.checked) == (6, 6, True)
    assert sorted(line.schedule) == ["1", "2", "3", "4"]
    assert line.schedule["2"] == {"start": 0, "mode": 2, "people": []}


def test_folders_give_the_files_that_can_be_read(tmp_path: Path) -> None:
    for name in ("b.sm", "a.rcp", "notes.md"):
        (tmp_path / name).write_text("")
    names = [path.name for path in instances([tmp_path, tmp_path / "gone.mm"])]
    assert names == ["a.rcp", "b.sm", "gone.mm"]


def test_the_textbook_model_is_held_to_the_same_checker() -> None:
    for problem, best in ((read_psplib(PSPLIB), 6), (read_mslib(MSLIB), 4)):
        found = measured(by_cp_sat, problem, 5.0, 1)
        assert (found["objective"], found["checked"]) == (best, True)


def test_the_plot_names_every_instance_and_who_found_no_plan() -> None:
    rows: list[dict[str, object]] = [
        {"instance": "a<b", "bound": 100, "One": 110, "Two": None}
    ]
    drawn = plot(rows, ["One", "Two"])
    assert "a&lt;b" in drawn
    assert "10.00 %" in drawn
    assert "no plan" in drawn
