import json

import pytest

from quarterdeck.project.command import main


@pytest.fixture
def tasks(tmp_path):
    file = tmp_path / "tasks.csv"
    file.write_text(
        "Title,Assignee,Sparkle\nPaint the door,Ann,x\nOil the lock,Ben,y\n"
    )
    return file


def test_it_counts_as_json(tasks, capsys):
    assert main(["import", str(tasks), "--dry-run", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["tasks"], told["people"]) == (2, 2)
    assert told["dropped_columns"] == 1
    assert told["columns_left_out"][0]["name"] == "Sparkle"


def test_it_says_so_in_words(tasks, capsys):
    assert main(["import", str(tasks), "--dry-run"]) == 0
    said = capsys.readouterr().out
    assert "2 tasks" in said and "'Sparkle' is left out" in said


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"Dear all,\n\nbest"])
def test_what_cannot_be_read_is_one_sentence(tmp_path, content, capsys):
    file = tmp_path / "letter.csv"
    file.write_bytes(content)
    assert main(["import", str(file), "--dry-run", "--json"]) == 2
    said = capsys.readouterr()
    assert said.out == "" and len(said.err.splitlines()) == 1


def test_a_missing_file_and_a_folder_are_named(tmp_path, capsys):
    assert main(["import", str(tmp_path / "none.csv"), "--dry-run"]) == 2
    assert "No such file" in capsys.readouterr().err
    assert main(["import", str(tmp_path), "--dry-run"]) == 2
    assert "directory" in capsys.readouterr().err
