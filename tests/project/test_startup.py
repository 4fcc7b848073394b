"""SQLite must keep what it acknowledges; one weak setting stops the start."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core import checks
from django.db import ConnectionHandler

from quarterdeck.project import startup
from quarterdeck.project.env import sqlite

ROOT = Path(__file__).parents[2]


@pytest.fixture
def faults(db, tmp_path, monkeypatch):
    """Tell what is said of a database file with changed settings: faults(change)."""

    def look(change=lambda settings: None):
        settings = sqlite(str(tmp_path / "one.sqlite3"))
        change(settings)
        handler = ConnectionHandler({"default": settings})
        monkeypatch.setattr(startup, "connections", handler)
        try:
            return [message.msg for message in startup.check_database(["default"])]
        finally:
            handler["default"].close()

    return look


def replaced(old, new):
    def change(settings):
        before = settings["OPTIONS"]["init_command"]
        assert old in before
        settings["OPTIONS"]["init_command"] = before.replace(old, new)

    return change


def test_the_settings_of_the_program_are_sound(faults):
    assert faults() == []


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            replaced("journal_mode=WAL", "journal_mode=DELETE"),
            "journal_mode WAL, not delete",
        ),
        (replaced("synchronous=FULL", "synchronous=NORMAL"), "synchronous FULL, not 1"),
        (replaced("foreign_keys=ON", "foreign_keys=OFF"), "foreign_keys ON, not 0"),
        (
            lambda settings: settings["OPTIONS"].pop("transaction_mode"),
            "IMMEDIATE, not DEFERRED",
        ),
    ],
    ids=["journal", "synchronous", "foreign keys", "transactions"],
)
def test_each_weak_setting_is_named(faults, change, sentence):
    found = faults(change)
    assert len(found) == 1 and sentence in found[0]


def test_the_start_is_refused(monkeypatch):
    weak = [checks.Error("It must be FULL."), checks.Error("It must be IMMEDIATE.")]
    monkeypatch.setattr(startup, "check_database", lambda databases: weak)
    with pytest.raises(startup.UnsafeDatabase, match=r"FULL\. It must be IMMEDIATE"):
        startup.refuse_unsafe_database()


@pytest.mark.slow
def test_django_finds_nothing_to_say_about_a_server_behind_tls(tmp_path):
    done = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=ROOT,
        env={
            "PATH": os.defpath,
            "QUARTERDECK_DATA_DIR": str(tmp_path),
            "HTTPS": "yes",
            "SECRET_KEY": "0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "no issues" in done.stdout
