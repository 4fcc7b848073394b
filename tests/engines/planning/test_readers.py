"""Public instances are read as what they say; hand-written ones, and the samples."""

from pathlib import Path

import pytest

from bench.planning.organizations import agency, three_each
from bench.planning.readers import (
    read,
    read_imopse,
    read_mplib,
    read_mpsplib,
    read_mslib,
    read_mspsp,
    read_patterson,
    read_psplib,
)
from quarterdeck.engines.planning import MaxIterations, Need, Problem, solve, verify

SAMPLES = Path(__file__).parents[4] / "shared" / "samples" / "planning"
IMOPSE = """
===
ResourceID 	 Salary 	 Skills
1	 	 	52.9	 	 Q3: 1 	  Q5: 1
2	 	 	51.2	 	 Q3: 2
===
TaskID 	 Duration 	 Skill 	 Predecessor IDs
1	 	 	30	 Q3: 2
2	 	 	38	 Q5: 0	 	1
===
"""
PSPLIB = """
  - renewable                 :  1   R
  - nonrenewable              :  1   N
PRECEDENCE RELATIONS:
jobnr.    #modes  #successors   successors
   1        1          2           2   3
   2        2          1           4
   3        1          1           4
   4        1          0
REQUESTS/DURATIONS:
jobnr. mode duration  R 1  N 1
------------------------------
  1      1     0       0    0
  2      1     3       2    5
         2     6       1    0
  3      1     4       1    4
  4      1     0       0    0
RESOURCEAVAILABILITIES:
  R 1  N 1
    2    8
"""
PATTERSON = """
4 1
2
0 0 2 2 3
3 2 1
4
4 1 1 4
0 0 0
"""
MPLIB = """
2
1
3
2 0
1
2 3 1 1:2
1 1 0
2 4
1
5 1 1 2:2
2 3 0
"""
MPSPLIB = """{"resources": {"crane": 2}, "tasks": [
  {"id": 1, "dur": 3, "rel": 2, "pred": [], "req": {"crane": 2}},
  {"id": 7, "dur": 4, "rel": 0, "pred": [1], "req": {"crane": 1}}]}
"""
MSLIB = """
\\* Project Module *\\
3	2	2	1

50

50

0	1	2
4	1	3
0	0

\\* Workforce Module *\\
1	0
1	1

\\* Workforce Module with Skill Levels *\\
3	0
1	2

\\* Skill Requirements Module *\\
0	0
1	1
0	0

\\* Cost Module
100	1
"""
MSPSP = """
nActs = 3; % three
dur = [0,4,0];
nSkills = 2;
sreq = [| 0,0,
        | 1,1,
        | 0,0, |];
nResources = 2;
mastery = [| true,false,
           | true,true, |];
pred = [1,2]; succ = [2,3];
"""


def ends(problem: Problem) -> tuple[str, int]:
    result = solve(problem, stop=MaxIterations(12), seed=1, workers=1)
    assert verify(problem, result) == ()
    assert not result.unplaced
    return result.status, max(each.end for each in result.assignments)


def test_imopse_is_read() -> None:
    problem = read_imopse(IMOPSE)
    assert problem.people[0].skills == (("Q3", 1), ("Q5", 1))
    assert [task.effort for task in problem.tasks] == [30, 38]
    assert ends(problem) == ("OPTIMAL", 68)


def test_psplib_is_read_with_modes_and_nonrenewable_resources() -> None:
    problem = read_psplib(PSPLIB)
    assert [(r.id, r.capacity, r.renewable) for r in problem.resources] == [
        ("R1", 2, True),
        ("N1", 8, False),
    ]
    second = problem.tasks[1]
    assert [mode.effort for mode in second.modes] == [3, 6]
    assert second.modes[0].amounts == (("R1", 2), ("N1", 5))
    # both at once would take nine of eight: the slow mode beside task 3 it is
    assert ends(problem) == ("OPTIMAL", 6)


def test_patterson_is_read_across_line_breaks() -> None:
    problem = read_patterson(PATTERSON)
    assert {(d.before, d.after) for d in problem.dependencies} == {
        ("1", "2"),
        ("1", "3"),
        ("2", "4"),
        ("3", "4"),
    }
    assert ends(problem) == ("OPTIMAL", 7)


def test_mplib_is_read_with_release_dates_by_project() -> None:
    problem = read_mplib(MPLIB)
    assert [task.id for task in problem.tasks] == ["1:1", "1:2", "2:1", "2:2"]
    assert [task.release for task in problem.tasks] == [0, 0, 4, 4]
    assert ends(problem) == ("OPTIMAL", 11)


def test_mpsplib_is_read_with_the_numbers_of_the_file() -> None:
    problem = read_mpsplib(MPSPLIB)
    assert [task.id for task in problem.tasks] == ["1", "7"]
    assert ends(problem) == ("OPTIMAL", 9)


@pytest.mark.parametrize("reader", [read_mslib, read_mspsp])
def test_tasks_for_several_people_are_read(reader: object) -> None:
    problem = reader(MSLIB if reader is read_mslib else MSPSP)  # type: ignore[operator]
    assert problem.people[0].skills == (("s0", 1),)
    assert problem.people[1].skills == (("s0", 1), ("s1", 1))
    one, other = Need(skill="s0", level=1), Need(skill="s1", level=1)
    assert problem.tasks[1].needs == (one, other)
    assert ends(problem) == ("OPTIMAL", 4)


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.xyz", "", "no reader for .xyz"),
        ("a.rcp", "3 1\n2\n0 0 1", "ends too early"),
        ("a.rcp", "1 1\n2\nx 0 0", "'x' is not a whole number"),
        ("a.rcp", "1 0\n\n-4 0", "effort of a mode"),
        ("a.sm", "nothing", "renewable resources is missing"),
        ("a.mm", PSPLIB.replace("  3      1     4", "  9      1     4"), "task 9"),
        ("a.def", IMOPSE.split("TaskID")[0], "holds no tasks"),
        ("a.dzn", "nActs = 3;", "nSkills is missing"),
        ("a.json", "{}", "resources"),
        ("a.json", MPSPLIB.replace('"crane": 1', '"van": 1'), "takes van"),
        ("a.rcmp", "1\n1\n2\n2 0\n1\n1 1 1 1:9\n1 1 0", "not there: 1:9"),
        ("a.msrcp", MSLIB.split("\\* Skill R")[0], "Skill Requirements"),
    ],
)
def test_a_broken_file_is_refused_in_one_sentence(
    tmp_path: Path, name: str, text: str, words: str
) -> None:
    path = tmp_path / name
    path.write_text(text)
    with pytest.raises(ValueError, match=words) as refused:
        read(path)
    assert f"{refused.value}".startswith(name)
    assert "\n" not in f"{refused.value}"


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="cannot be opened"):
        read(tmp_path / "gone.sm")


@pytest.mark.parametrize("pattern", ["*/*.*"])
def test_all_samples_are_read(pattern: str) -> None:
    paths = [
        p for p in sorted(SAMPLES.glob(pattern)) if p.suffix not in (".csv", ".md")
    ]
    if not paths:
        pytest.skip("the samples are not beside the repository")
    for path in paths[::40]:
        assert len(read(path).tasks) > 5


@pytest.mark.parametrize("pattern", ["imopse/d36/*.def", "mspsp/**/*.dzn", "j30/*.sm"])
def test_samples_are_planned_and_checked(pattern: str) -> None:
    paths = sorted(SAMPLES.glob(pattern))[:2]
    if not paths:
        pytest.skip("the samples are not beside the repository")
    for path in paths:
        problem = read(path)
        result = solve(problem, stop=MaxIterations(4), seed=1, workers=1)
        assert not result.unplaced
        assert verify(problem, result) == ()


def test_the_same_seed_makes_the_same_organization() -> None:
    assert agency(30, 6, 4) == agency(30, 6, 4)
    assert agency(30, 6, 4) != agency(30, 6, 5)
    assert three_each(20, 5, 1, priorities=True).tasks[0].priority != 500
