from quarterdeck.domains.accounts.models import User
from quarterdeck.domains.organization.models import Organization
from quarterdeck.domains.organization.queries import zone_of, zone_of_reader


def test_a_zone_that_nobody_knows_is_utc():
    assert zone_of(Organization(time_zone="Europe/Berlin")).key == "Europe/Berlin"
    for name in ("Mars/Olympus", "", "../../etc/passwd"):
        assert zone_of(Organization(time_zone=name)).key == "UTC"
    assert zone_of(None).key == "UTC"


def test_a_reader_is_where_they_say_else_where_the_organization_is():
    home = Organization(time_zone="Pacific/Auckland")
    assert zone_of_reader(User(time_zone="Asia/Tokyo"), home).key == "Asia/Tokyo"
    assert zone_of_reader(User(), home).key == "Pacific/Auckland"
    assert zone_of_reader(User(time_zone="Mars/Olympus"), home).key == "UTC"
