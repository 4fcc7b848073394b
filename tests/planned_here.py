"""Plans are made in the process of the tests, where the planner is loaded once.

An instance makes each in a child with bounds, which is a second of processor before it
begins. Tests marked `in_children` do as an instance does.
"""

from contextlib import nullcontext

import msgspec
import pytest

from quarterdeck.domains.mentoring.services import proposing
from quarterdeck.domains.planning.services import asking, handing_out, parts, weighing
from quarterdeck.shared.confined_child import _call, _find

ASKING = (asking, handing_out, parts, proposing, weighing)


def answer(name, payload, *, result_type, on_message=None, **_):
    """What `run_confined` answers, by the same JSON."""
    tell = on_message or (lambda message: None)
    there = {"tell": lambda message: tell(again(message)), "files": []}
    found = _call(_find(name), msgspec.json.encode(payload), there)
    return again(found, result_type)


def again(what, kind=object):
    return msgspec.json.decode(msgspec.json.encode(what), type=kind)


@pytest.fixture(autouse=True)
def planned_here(request, monkeypatch):
    if request.node.get_closest_marker("in_children"):
        return
    for module in ASKING:
        monkeypatch.setattr(module, "run_confined", answer)
    monkeypatch.setattr(asking, "Child", lambda *_: nullcontext())
