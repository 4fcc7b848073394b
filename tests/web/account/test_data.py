"""What is kept about oneself: prepared, downloaded, removed, by nobody else."""

import pytest

from quarterdeck.domains.background_jobs.models import Job
from quarterdeck.domains.own_data.models import OwnDataFile
from quarterdeck.domains.own_data.services import make_own_data
from tests.own_data import data_of, unpacked

pytestmark = pytest.mark.django_db
PAGE = "/account/data/"


def test_from_asking_to_the_file_and_away_again(as_user, cast):
    bob = as_user(cast.bob)
    assert "Prepare the file" in bob.get(PAGE).text
    answer = bob.post(f"{PAGE}prepare/")
    job = Job.objects.get(name="Gather your data")
    assert answer.headers["Location"] == f"/jobs/{job.pk}/"
    assert "It is being prepared" in bob.get(PAGE).text
    make_own_data.call(OwnDataFile.objects.get().pk)
    assert "Memberships" in bob.get(PAGE).text
    file = bob.get(f"{PAGE}download/")
    assert "attachment" in file.headers["Content-Disposition"]
    assert file.headers["Cache-Control"] == "no-store"
    assert unpacked(file.content)["account"][0]["email"] == "bob@acme.test"
    assert "Prepare the file" in bob.post(f"{PAGE}remove/", follow=True).text


def test_a_preparing_that_failed_says_so(as_user, cast):
    bob = as_user(cast.bob)
    bob.post(f"{PAGE}prepare/")
    Job.objects.update(state=Job.State.FAILED)
    assert "did not come to its end" in bob.get(PAGE).text


def test_there_is_no_way_to_that_of_another(as_user, cast, at):
    data_of(cast.bob, at)
    for other in (cast.alice, cast.olga, cast.gwen):
        assert as_user(other).get(f"{PAGE}download/").status_code == 404
        assert as_user(other).post(f"{PAGE}remove/").status_code == 404
    assert as_user(cast.bob).get(f"{PAGE}prepare/").status_code == 405


def test_the_page_asks_little(as_user, cast, at, django_assert_max_num_queries):
    data_of(cast.bob, at)
    bob = as_user(cast.bob)
    with django_assert_max_num_queries(12):
        bob.get(PAGE)
