"""One file each, made by a job, there for a day, for its person alone."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.accounts.models import AccountOpening, User
from quarterdeck.domains.accounts.services import make_token
from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.background_jobs.models import Job
from quarterdeck.domains.background_jobs.services import Worker
from quarterdeck.domains.one_on_ones.services import start_pair
from quarterdeck.domains.own_data import queries, services
from quarterdeck.domains.own_data.models import OwnDataFile
from tests.own_data import data_of, unpacked

pytestmark = pytest.mark.django_db


def work(at, times=1):
    worker = Worker(clock=lambda: at, name="in the test")
    for _ in range(times):
        worker.work_once()


def test_a_worker_makes_it_and_takes_it_away_a_day_later(cast, at):
    services.prepare_own_data(by=cast.bob, at=at)
    assert queries.file_of(cast.bob).is_being_made
    work(at)
    file = queries.get_file(user=cast.bob)
    assert unpacked(file.content)["person"][0]["name"] == "Bob"
    assert file.job.result_url == "/account/data/"
    work(at + timedelta(hours=23))
    assert queries.file_of(cast.bob) is not None
    work(at + timedelta(days=1))
    assert queries.file_of(cast.bob) is None
    assert Job.objects.exclude(state=Job.State.DONE).count() == 0


def test_asked_again_while_it_is_made_it_is_one(cast, at):
    first = services.prepare_own_data(by=cast.bob, at=at)
    assert services.prepare_own_data(by=cast.bob, at=at) == first
    work(at)
    assert services.prepare_own_data(by=cast.bob, at=at) != first
    assert OwnDataFile.objects.count() == 1


def test_it_holds_mine_and_nothing_secret_and_nothing_of_others(cast, at):
    make_token(user=cast.bob, name="Nightly", scopes=["goals:read"], at=at)
    make_token(user=cast.alice, name="Others", scopes=["goals:read"], at=at)
    mine = data_of(cast.bob, at)
    assert mine["account"][0]["email"] == "bob@acme.test"
    assert [token["name"] for token in mine["api_tokens"]] == ["Nightly"]
    for secret in ("alice@acme.test", "token_hash", "'password'"):
        assert secret not in str(mine)


def test_nobody_else_has_a_way_to_it(cast, at):
    data_of(cast.bob, at)
    file = queries.get_file(user=cast.bob)
    for other in (cast.alice, cast.dana, cast.olga, cast.gwen):
        assert queries.file_of(other) is None
        with pytest.raises(PermissionDenied):
            services.remove_own_data(file=file, by=other, at=at)
    act = Activity.objects.get(verb="own_data.prepared")
    assert [reader.user_id for reader in act.readers.all()] == [cast.bob.pk]


def test_whoever_came_in_by_a_link_gets_no_private_word(cast, at):
    pair = start_pair(person=cast.person(cast.bob), by=cast.alice, at=at)
    assert [row["id"] for row in data_of(cast.bob, at)["one_on_ones"]] == [pair.pk]
    AccountOpening.objects.create(user=cast.bob, link_made_by=cast.olga, opened_at=at)
    bob = User.objects.get(pk=cast.bob.pk)
    assert queries.file_of(bob) is None
    open_now = data_of(bob, at)
    assert (open_now["one_on_ones"], len(open_now["person"])) == ([], 1)
    assert queries.get_file(user=bob).holds_private is False
