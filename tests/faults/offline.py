"""The main job on the real server and worker, told as JSON; run where there is no net.

`python -m tests.faults.offline READY OWN`: a folder that is ready, and one to work in.
"""

import contextlib
import json
import socket
import sys
from pathlib import Path
from types import SimpleNamespace

from .instance import Instance, until
from .parallel import Quarrel

PAGES = (
    "/", "/goals/", "/people/", "/people/workload/", "/people/skills/", "/projects/",
    "/projects/tasks/", "/plan/", "/import/", "/account/", "/vision/",
    "/search/?q=till", "/api/v1/reference/",
)  # fmt: skip
ROWS = "".join(f"Task {number},4,Bob\n" for number in range(8))


def refused_ways() -> int:
    """How often anything here asked for an address beyond this machine."""
    counted = 0
    names, values = [
        line.split()
        for line in Path("/proc/net/snmp").read_text().splitlines()
        if line.startswith("Ip:")
    ]
    counted += int(values[names.index("OutNoRoutes")])
    with contextlib.suppress(OSError):
        for line in Path("/proc/net/snmp6").read_text().splitlines():
            if line.startswith("Ip6OutNoRoutes"):
                counted += int(line.split()[1])
    return counted


def knock_outside() -> None:
    """The control: an attempt, that it may be seen to be counted."""
    with socket.socket() as one, contextlib.suppress(OSError):
        one.connect(("192.0.2.1", 80))


def main(ready: str, own: str) -> None:
    instance = Instance(Path(own), like=SimpleNamespace(folder=ready, database=""))
    try:
        shop = Quarrel(instance)
        instance.run(stdout=sys.stderr)
        told = the_job(shop)
        told["pages"] = {page: look(shop, page) for page in PAGES}
        instance.command("backup", Path(own) / "copy.zip")
        instance.command("verify-activity")
    finally:
        instance.end()
    told["outside"] = refused_ways()
    knock_outside()
    told["control"] = refused_ways()
    print(json.dumps(told))


def the_job(shop: Quarrel) -> dict:
    """From a file to a plan of which everything is accepted."""
    shop.upload("summer.csv", f"title,hours,assignee\n{ROWS}".encode())
    imports = "/api/v1/imports/"
    until(lambda: latest(shop, imports)["state"] == "ready", what="reading")
    path = f"{imports}{latest(shop, imports)['id']}/take-over/"
    shop.api("POST", path, {"team_id": shop.world["team"]})
    until(lambda: latest(shop, imports)["state"] == "done", what="taking over")
    plans = "/api/v1/planning/proposals/"
    shop.api("POST", plans, {"team_id": shop.world["team"], "seconds": 5})
    until(lambda: latest(shop, plans)["state"] == "ready", what="a plan")
    return shop.api("POST", f"{plans}{latest(shop, plans)['id']}/accept/", {})


def latest(shop: Quarrel, path: str) -> dict:
    return max(shop.api("GET", path)["items"], key=lambda one: one["id"])


def look(shop: Quarrel, page: str) -> list:
    """The status of a page, and what it would fetch from elsewhere."""
    ((status, text),) = shop.all_at_once(("browser", "GET", page, {}))
    marks = ('src="http', 'src="//', '<link rel="stylesheet" href="http', "@import")
    return [status, [mark for mark in marks if mark in text]]


if __name__ == "__main__":
    main(*sys.argv[1:])
