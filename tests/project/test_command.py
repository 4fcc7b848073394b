"""The `quarterdeck` command: thin, quick where it can be, and never a trace."""

import json
import os
import subprocess
import sys

import pytest

from quarterdeck.project import command
from quarterdeck.shared.errors import RuleBroken


def test_help_names_every_command(capsys):
    assert command.main(["--help"]) == 0
    said = capsys.readouterr().out
    assert all(f"\n  {name}" in said for name in ["run", *command.MANAGED])


def test_an_unknown_command_ends_with_2(capsys):
    assert command.main(["steer"]) == 2
    assert "no command 'steer'" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["run", *command.MANAGED])
def test_each_command_has_help_of_its_own(name, capsys):
    with pytest.raises(SystemExit) as end:
        command.main([name, "--help"])
    assert end.value.code == 0
    said = capsys.readouterr().out
    assert f"usage: quarterdeck {name}" in said
    assert "--settings" not in said


def test_an_unknown_option_ends_with_2(capsys):
    with pytest.raises(SystemExit) as end:
        command.main(["doctor", "--gently"])
    assert end.value.code == 2


def test_a_rule_that_says_no_is_one_sentence(monkeypatch, capsys):
    def refuse(name, rest):
        raise RuleBroken("There is no organization\nyet.")

    monkeypatch.setattr(command, "_execute", refuse)
    assert command.main(["plan"]) == 2
    assert capsys.readouterr().err == "There is no organization yet.\n"


def test_the_version_is_told(capsys):
    assert command.main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("quarterdeck ")


@pytest.mark.parametrize("arguments", [["--help"], ["import", "{file}", "--dry-run"]])
def test_what_needs_no_database_does_not_load_django(tmp_path, arguments):
    file = tmp_path / "tasks.csv"
    file.write_text("Title,Assignee\nPaint the door,Ann\n")
    given = [str(file) if each == "{file}" else each for each in arguments]
    script = (
        "import sys\nfrom quarterdeck.project.command import main\n"
        f"code = main({given!r})\n"
        "loaded = [name for name in sys.modules if name.startswith('django.db')]\n"
        "sys.exit(code or len(loaded))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("variable", "value", "sentence"),
    [
        ("PORT", "eighty", "PORT must be a number, not 'eighty'."),
        ("QUARTERDECK_DATA_DIR", "/dev/null/x", "/dev/null/x: Not a directory."),
        ("DATABASE_URL", "mysql://x/y", "DATABASE_URL must begin with sqlite://"),
    ],
)
def test_a_wrong_setting_is_one_sentence(variable, value, sentence):
    name = "run" if variable == "PORT" else "migrate"
    done = subprocess.run(
        [sys.executable, "-m", "quarterdeck.project.command", name],
        env={**os.environ, variable: value},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert sentence in done.stderr and len(done.stderr.splitlines()) == 1


@pytest.mark.slow
def test_the_first_command_of_all_makes_the_tables(tmp_path):
    file = tmp_path / "tasks.csv"
    file.write_text("Title,Assignee\nPaint the door,Ann\n")
    environment = {**os.environ, "QUARTERDECK_DATA_DIR": str(tmp_path / "data")}
    environment.pop("DATABASE_URL", None)
    base = [sys.executable, "-m", "quarterdeck.project.command"]
    refused = subprocess.run(
        [*base, "plan"], env=environment, capture_output=True, text=True, check=False
    )
    assert refused.returncode == 2 and "no organisation yet" in refused.stderr
    done = subprocess.run(
        [*base, "import", str(file), "--json"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["tasks_added"] == 1
