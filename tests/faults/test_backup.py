"""A backup taken during writes holds every write acknowledged before it began."""

import os
import subprocess

import pytest

from .instance import until
from .test_kill import TITLES
from .writers import Writers

pytestmark = pytest.mark.slow


def test_back_up_while_writing_then_restore(instance, tmp_path):
    server = instance.run("--no-worker", stdout=subprocess.DEVNULL)
    backup = tmp_path / "copy.zip"
    with Writers(instance) as writers:
        until(lambda: len(writers.acknowledged) > 20)
        before = set(writers.acknowledged)
        instance.command("backup", backup)
    refused = instance.command("backup", backup, check=False)
    assert refused.returncode == 2 and "exists already" in refused.stderr
    if not instance.is_postgresql:
        running = instance.command("restore", backup, check=False)
        assert running.returncode == 2 and "stop it" in running.stderr
    server.terminate()
    server.wait(15)
    at_the_end = set(instance.python(TITLES))
    said = instance.command("restore", backup).stdout
    restored = set(instance.python(TITLES))
    assert before <= restored <= at_the_end
    assert restored < at_the_end, "nothing was written during the backup"
    assert ".before-" in said
    assert any(".before-" in path.name for path in tmp_path.iterdir())
    instance.command("verify-activity")


@pytest.mark.skipif("DATABASE_URL" not in os.environ, reason="about PostgreSQL")
def test_without_pg_dump_it_says_so(instance, tmp_path):
    refused = instance.command(
        "backup", tmp_path / "b.zip", check=False, PATH="/nowhere"
    )
    assert refused.returncode == 2 and "pg_dump was not found" in refused.stderr
