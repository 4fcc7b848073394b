import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.one_on_ones import services
from quarterdeck.domains.one_on_ones.models import Motivation
from quarterdeck.domains.one_on_ones.queries import motivation_of, own_motivation
from quarterdeck.shared.errors import StaleEdit

ALL = ("alice", "bob", "charlie", "dana", "olga", "gwen")


def seen_by(cast):
    bob = cast.person(cast.bob)
    return {n for n in ALL if motivation_of(user=getattr(cast, n), person=bob)}


def write(cast, at, audience, **more):
    return services.write_motivation(
        text="Teaching", audience=audience, by=cast.bob, at=at, **more
    )


@pytest.mark.parametrize(
    ("audience", "readers"),
    [
        ("me", {"bob"}),
        ("partners", {"bob", "alice"}),
        ("team", {"bob", "alice", "dana"}),
    ],
)
def test_it_is_read_by_whom_its_writer_says(cast, at, pair, audience, readers):
    write(cast, at, audience)
    assert seen_by(cast) == readers


def test_who_meets_no_more_reads_it_no_more(cast, at, pair):
    write(cast, at, "partners")
    services.end_pair(pair=pair, by=cast.alice, at=at)
    assert seen_by(cast) == {"bob"}


def test_an_account_in_doubt_neither_reads_nor_writes(cast, at, pair, closed):
    write(cast, at, "team")
    bob = closed(cast.bob, at)
    assert own_motivation(bob) is None
    with pytest.raises(PermissionDenied):
        services.write_motivation(text="X", audience="team", by=bob, at=at)


def test_an_empty_text_takes_it_away(cast, at):
    write(cast, at, "team")
    services.write_motivation(text=" ", audience="team", by=cast.bob, at=at)
    assert not Motivation.objects.exists()


def test_two_tabs_do_not_lose_a_text(cast, at):
    seen = write(cast, at, "me").version
    services.write_motivation(
        text="First", audience="me", by=cast.bob, at=at, seen_version=seen
    )
    with pytest.raises(StaleEdit):
        services.write_motivation(
            text="Second", audience="me", by=cast.bob, at=at, seen_version=seen
        )
