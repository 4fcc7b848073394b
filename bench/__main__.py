"""``python -m bench [--quick] [--database sqlite|postgresql|both]``: figures and targets.

Nothing is written into the repository; instances live in a temporary folder.
"""

import argparse
import os

from .instances import Instance, databases, instance
from .serving import megabytes_of_server
from .tables import line, write_tasks

PAGES = {"timeline of 3,000 tasks": (400, 400)}
USUAL = (30, 100)  # p50 and p95, in milliseconds of server time
BOARD_KB = 300
PREVIEW, COMMIT = 1_000, 500  # rows a second
FILL_SECONDS, FIRST_PLAN_SECONDS, MEMORY_MB = 60, 5, 500


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of the size")
    parser.add_argument(
        "--database", choices=("sqlite", "postgresql", "both"), default="both"
    )
    options = parser.parse_args()
    large = (1_000, 10_000) if options.quick else (10_000, 100_000)
    small = (200, 2_000) if options.quick else (1_000, 10_000)
    rounds, rows = (10, 2_000) if options.quick else (30, 20_000)
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the start.")
    print("Ratio: measured to target. Pages: in-process WSGI, as leader of all.")
    with databases(options.database) as found:
        for name, (one, two) in found.items():
            print(f"\n{name}: {large[0]:,} people, {large[1]:,} tasks", flush=True)
            with instance(one) as big, instance(two) as little:
                measure(big, little, large, small, rounds, rows, options.quick)


def measure(
    big: Instance,
    little: Instance,
    large: tuple[int, int],
    small: tuple[int, int],
    rounds: int,
    rows: int,
    quick: bool,
) -> None:
    seconds = fill(big, *large)
    say(line("fill an empty instance", seconds, "s", FILL_SECONDS))
    fill(little, *small)
    say_pages(big.inside("pages", str(rounds)), little.inside("pages", "3"))
    plan = big.inside("proposal", "3" if quick else "10")
    what = f"first plan, {plan['people']} people, {plan['tasks']} tasks"
    say(line(what, plan["first"], "s", FIRST_PLAN_SECONDS))
    say_import(little, rows)
    size, processes = megabytes_of_server(little)
    say(line(f"memory of {processes} processes", size, "MB", MEMORY_MB))


def fill(where: Instance, people: int, tasks: int) -> float:
    seconds, _ = where.run("demo", "--people", str(people), "--tasks", str(tasks))
    return seconds


def say_pages(big: dict, little: dict) -> None:
    for name, got in big.items():
        half, most = PAGES.get(name, USUAL)
        say(line(f"{name}, p50", got["p50"], "ms", half))
        say(line(f"{name}, p95", got["p95"], "ms", most))
        if name == "board":
            say(line("board, size", got["kB"], "kB", BOARD_KB))
        before, after = int(little[name]["queries"]), int(got["queries"])
        same = "the same" if before == after else f"MISSED: {before} when small"
        busy = f"{got['processor']:.0f} ms of processor"
        say(f"  {name + ', queries':<34}{after:>10}         {same:>9}   {busy}")


def say_import(where: Instance, rows: int) -> None:
    """Whole commands, start of the program included."""
    path = where.folder / "tasks.csv"
    write_tasks(path, rows)
    preview, _ = where.run("import", str(path), "--dry-run")
    say(
        line(f"preview of {rows:,} rows", rows / preview, "rows/s", PREVIEW, least=True)
    )
    commit, _ = where.run("import", str(path))
    say(line(f"commit of {rows:,} rows", rows / commit, "rows/s", COMMIT, least=True))


def say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    main()
