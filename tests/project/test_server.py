import socket

from quarterdeck.project import server


def test_a_free_port_is_free():
    assert server.taken("127.0.0.1", 0) is None


def test_a_taken_port_is_named_with_a_way_out():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        said = server.taken("127.0.0.1", port)
    assert f"Port {port}" in said and f"PORT={port + 1}" in said


def test_each_worker_is_told_of_the_one_before():
    names = server.WorkerNames()
    first, second = names.command(), names.command()
    assert "--instead-of" not in first
    assert second[second.index("--instead-of") + 1] == first[first.index("--name") + 1]


def test_a_child_that_dies_young_is_started_with_growing_pauses(capsys):
    child = server.Child("thing", lambda: ["true"])
    pauses = []
    for _ in range(4):
        child.start()
        child.process.wait()
        child.look_after()
        pauses.append(child.pause)
    assert pauses == [0.2, 0.4, 0.8, 1.6]
