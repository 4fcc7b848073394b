"""Public instances are read as what they say; skipped without the samples."""

from pathlib import Path

import pytest

from bench.planning.organizations import agency, three_each
from bench.planning.readers import read, read_imopse
from quarterdeck.engines.planning import MaxIterations, solve, verify

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


def test_imopse_is_read() -> None:
    problem = read_imopse(IMOPSE)
    assert problem.people[0].skills == (("Q3", 1), ("Q5", 1))
    assert [task.effort for task in problem.tasks] == [30, 38]
    result = solve(problem, stop=MaxIterations(5), seed=1, workers=1)
    assert (result.status, result.objective) == ("OPTIMAL", 68.0)


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
