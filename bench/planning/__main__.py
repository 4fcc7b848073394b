"""``python -m bench.planning [PATH…] [--seconds S] [--seed N] [--json] [--peers]``.

With paths (files or folders of public instances): one line each, or with ``--peers`` a
table and a plot of several schedulers side by side. Without: organizations made from the
seed, and a few public instances if the samples lie beside the repository.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

from quarterdeck.engines import planning

from .inside import measure
from .organizations import agency, three_each
from .outside import Line, instances, solved, warm_up
from .peers import measured, peers
from .plot import plot
from .processor import HELP
from .readers import read

SAMPLES = Path(__file__).parents[3] / "shared" / "samples" / "planning"
PUBLIC = (
    "imopse/d36/100_5_22_15.def",
    "imopse/d36/100_10_65_15.def",
    "imopse/d36/200_10_50_15.def",
    "imopse/d36/200_20_55_9.def",
    "imopse/GenRegular/100_5_512_5_D.def",
)
HEADINGS = ("instance", "tasks", "people", "first s", "first", "after s", "finish")
MORE = ("objective", "bound", "gap %", "left out", "checked", "status")
TOLD = ("instance", "objective", "lower bound", "seconds", "checked", "status")


def main() -> int:
    """Read the command line, solve, print; 2 when a file could not be read."""
    asked = _arguments()
    if not asked.paths:
        return _organizations(asked)
    warm_up()
    refused = False
    rows: list[dict[str, object]] = []
    if not asked.json and not asked.peers:
        print(_row(TOLD), flush=True)
    if asked.peers:
        print(_wide(["instance", "Quarterdeck", *peers(), "best bound"]), flush=True)
    for path in instances(asked.paths):
        try:
            problem = read(path)
        except ValueError as error:
            print(error, file=sys.stderr, flush=True)
            refused = True
            continue
        if asked.only not in path.name:
            continue
        line = solved(
            path.name,
            problem,
            asked.seconds,
            asked.seed,
            asked.workers,
            processor=asked.processor,
        )
        if asked.peers:
            rows.append(_beside(line, problem, asked))
        elif asked.json:
            print(json.dumps(asdict(line)), flush=True)
        else:
            print(_row(list(asdict(line).values())[:-1]), flush=True)
    if asked.peers:
        names = ["Quarterdeck", *peers()]
        asked.plot.write_text(plot(rows, names))
        print(f"The plot is in {asked.plot}.")
    return 2 if refused else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.planning")
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int)
    parser.add_argument("--json", action="store_true", help="one line of JSON each")
    parser.add_argument("--processor", action="store_true", help=HELP)
    parser.add_argument("--only", default="", help="instances whose names hold this")
    parser.add_argument("--peers", action="store_true", help="others side by side")
    parser.add_argument("--plot", type=Path, default=Path("planning-peers.svg"))
    return parser.parse_args()


def _beside(
    line: Line, problem: planning.Problem, asked: argparse.Namespace
) -> dict[str, object]:
    """Let the peers solve the same instance, and print one row."""
    row: dict[str, object] = {"instance": line.instance, "Quarterdeck": line.objective}
    bounds = [line.lower_bound or 0]
    told: list[object] = [
        line.instance,
        _told(line.objective, line.seconds, line.checked),
    ]
    for name, peer in peers().items():
        found = measured(
            peer, problem, asked.seconds, asked.workers or os.cpu_count() or 1
        )
        row[name] = found["objective"] if found["checked"] else None
        bounds.append(int(found.get("lower_bound") or 0))
        told.append(_told(found["objective"], found["seconds"], found["checked"]))
    row["bound"] = max(bounds)
    print(_wide([*told, row["bound"]]), flush=True)
    return row


def _told(objective: object, seconds: float, checked: bool) -> str:
    if objective is None:
        return f"no plan ({seconds:.1f} s)"
    return f"{objective} ({seconds:.1f} s){'' if checked else ' broken'}"


def _organizations(asked: argparse.Namespace) -> int:
    if not asked.json:
        print(_row((*HEADINGS, *MORE)), flush=True)
    for name, problem in _usual(asked.seed):
        if asked.only in name:
            row = measure(name, problem, asked.seconds, asked.seed, asked.workers)
            print(json.dumps(row) if asked.json else _row(row.values()), flush=True)
    return 0


def _usual(seed: int) -> Iterator[tuple[str, planning.Problem]]:
    for tasks, people in ((60, 12), (300, 40), (1000, 100), (5000, 100), (10_000, 500)):
        yield f"agency {tasks} x {people}", agency(tasks, people, seed)
    for tasks, people in ((1000, 50), (2000, 100), (5000, 100)):
        for name in "pq":
            made = three_each(tasks, people, seed, priorities=name == "p")
            yield f"{name} {tasks} x {people}", made
    for name in PUBLIC:
        if (SAMPLES / name).exists():
            yield name, read(SAMPLES / name)


def _row(values: Iterable[object]) -> str:
    cells = [str(each) for each in values]
    return f"{cells[0][-32:]:32}" + "".join(f"{cell:>12}" for cell in cells[1:])


def _wide(values: Iterable[object]) -> str:
    cells = [str(each) for each in values]
    return f"{cells[0][-40:]:40}" + "".join(f"{cell:>22}" for cell in cells[1:])


if __name__ == "__main__":
    sys.exit(main())
