"""MPSPLIB as JSON: projects with release dates, shared and private resources."""

from __future__ import annotations

import json

from quarterdeck.engines.planning import Dependency, Problem, Resource

from .common import finish, task_with


def read_mpsplib(text: str) -> Problem:
    """Read ``resources`` and ``tasks`` with ``dur``, ``rel``, ``pred`` and ``req``."""
    found = json.loads(text)
    kinds = list(found["resources"])
    tasks, links = [], []
    for each in found["tasks"]:
        name, wanted = f"{each['id']}", each.get("req", {})
        unknown = sorted(wanted.keys() - set(kinds))
        if unknown:
            raise ValueError(f"task {name} takes {unknown[0]}, which is not there.")
        amounts = [wanted.get(kind, 0) for kind in kinds]
        release = each.get("rel", 0)
        ways = [(each["dur"], amounts)]
        tasks.append(task_with(name, ways, kinds, release=release))
        links += [Dependency(before=f"{b}", after=name) for b in each.get("pred", ())]
    resources = [Resource(id=kind, capacity=found["resources"][kind]) for kind in kinds]
    return finish(tasks, links, resources)
