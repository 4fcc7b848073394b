"""The command of whoever runs the server."""

import pytest
from django.core.management import CommandError, call_command

from quarterdeck.domains.erasure.models import Erasure
from quarterdeck.domains.people.models import Person


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
