"""A file is seen by who brought it, and by nobody else; leaders and admins bring."""

from django.core.files.uploadedfile import SimpleUploadedFile

from . import HIDDEN, NO, OK, Row, operation

OTHERS = ["guest", "stranger", "peer", "owner", "captain", "admin"]
HIDES = dict.fromkeys(OTHERS, HIDDEN)
DENIES = dict.fromkeys(["guest", "stranger", "peer", "owner"], NO)


def run(name):
    return {"arguments": lambda world: {"import_id": getattr(world, name).pk}}


def file(world):
    return {"file": SimpleUploadedFile("cakes.csv", b"Title\nBake\n")}


def team(world):
    return {"team": world.cast.support.pk}


MEANINGS = {"columns": [{"key": "Odd", "field": "why"}]}
READY, DONE = run("ready_import"), run("done_import")
ROWS = [
    Row("imports:start", guest=OK),
    Row("imports:receive", "POST", file, **DENIES),
    Row("imports:show", **HIDES, **READY),
    Row("imports:map", "POST", **HIDES, **READY),
    Row("imports:commit", "POST", team, **HIDES, **READY),
    Row("imports:undo", "POST", **HIDES, **DONE),
    Row("imports:discard", "POST", **HIDES, **READY),
    Row("imports:left_out", **HIDES, **READY),
    operation("list_imports", guest=OK),
    operation("receive_file", "POST", file, **DENIES),
    operation("get_import", **HIDES, **READY),
    operation("list_columns", **HIDES, **READY),
    operation("map_columns", "PUT", MEANINGS, **HIDES, **READY),
    operation("list_left_out", **HIDES, **READY),
    operation("list_earlier_imports", **HIDES, **READY),
    operation(
        "take_over",
        "POST",
        lambda world: {"team_id": world.cast.support.pk},
        **HIDES,
        **READY,
    ),
    operation("undo_import", "POST", **HIDES, **DONE),
    operation("discard_import", "DELETE", **HIDES, **READY),
]
