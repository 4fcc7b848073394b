"""The command of whoever runs the server."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command

from quarterdeck.domains.erasure import queries
from quarterdeck.domains.erasure.models import Erasure
from quarterdeck.domains.erasure.queries.forgotten import list_file
from quarterdeck.domains.erasure.services import begin_on_the_server, keep_list
from quarterdeck.domains.people.models import Person
from quarterdeck.jobs.examining import examine


def test_a_dry_run_tells_and_changes_nothing(cast, capsys):
    call_command("forget", "bob@acme.test", dry_run=True)
    told = capsys.readouterr().out
    assert "1:1 spaces, with everything in them, for both: goes" in told
    assert not Erasure.objects.exists()


def test_it_begins_the_week(cast, capsys):
    call_command("forget", "bob@acme.test")
    assert Erasure.objects.get().standing == "begun"
    assert Person.objects.filter(name="Bob").exists()


def test_at_once_needs_no_worker(cast, capsys):
    number = cast.person(cast.bob).pk
    call_command("forget", str(number), at_once=True)
    assert Erasure.objects.get().standing == "done"
    assert not Person.objects.filter(name="Bob").exists()
    assert capsys.readouterr().out == f"Number {number} is forgotten.\n"


def test_somebody_unknown_is_an_error(cast):
    with pytest.raises(CommandError):
        call_command("forget", "nobody@acme.test")


@pytest.fixture
def back(cast, settings, tmp_path):
    """Bob is forgotten, then an older copy of the database has him again."""
    settings.DATA_DIR = tmp_path
    bob = cast.person(cast.bob)
    call_command("forget", str(bob.pk), at_once=True)
    keep_list()
    Erasure.objects.all().delete()
    return Person.objects.create(
        pk=bob.pk, name="Bob", created_at=bob.created_at, updated_at=bob.created_at
    )


def test_whom_an_older_backup_brings_back_is_forgotten_again(back, at, capsys):
    assert [one for one in examine(at) if "here again" in one.sentence] != []
    call_command("forget", again=True, dry_run=True)
    assert Person.objects.filter(pk=back.pk).exists()
    call_command("forget", again=True)
    assert not Person.objects.filter(pk=back.pk).exists()
    assert f"Number {back.pk} is forgotten again." in capsys.readouterr().out
    assert queries.forgotten_after(at) == 1


def test_who_was_given_the_number_since_is_left_alone(back, at, capsys):
    Person.objects.filter(pk=back.pk).update(created_at=at + timedelta(days=1))
    call_command("forget", again=True)
    assert Person.objects.filter(pk=back.pk).exists()
    assert "Nobody who was forgotten is here." in capsys.readouterr().out


def test_the_list_says_everybody_once_and_outlives_a_torn_line(back):
    assert keep_list() == 0 and len(queries.forgotten_list()) == 1
    with list_file().open("a") as file:
        file.write('{"number": 7, "si')
    assert len(queries.forgotten_list()) == 1


def test_what_is_overdue_is_named(cast, at):
    begin_on_the_server(person=cast.person(cast.bob), at=at)
    late = at + timedelta(days=8)
    assert any("was to be forgotten on" in one.sentence for one in examine(late))
    assert all(one.good for one in examine(at + timedelta(days=6)))
