import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.strategy import queries, services
from quarterdeck.shared.errors import StaleEdit


def publish(text, by, at, **more):
    return services.publish_vision(text=text, reason="", by=by, at=at, **more)


@pytest.fixture
def values(cast, at):
    return [
        services.add_value(name=name, meaning="", by=cast.dana, at=at)
        for name in ("Candour", "Care", "Craft")
    ]


def names(user):
    return [value.name for value in queries.values_visible_to(user)]


def test_versions_count_up_and_the_newest_is_in_force(cast, at):
    publish("One", cast.dana, at)
    publish("Two", cast.dana, at)
    assert queries.vision_in_force(cast.bob).number == 2
    assert [v.text for v in queries.visions_visible_to(cast.gwen)] == ["Two", "One"]


def test_the_same_words_are_no_new_version(cast, at):
    publish("One", cast.dana, at)
    with pytest.raises(services.VisionUnchanged):
        publish("One", cast.dana, at)


def test_who_writes_on_an_old_version_is_shown_both(cast, at):
    publish("One", cast.dana, at)
    publish("Theirs", cast.olga, at, seen_number=1)
    with pytest.raises(StaleEdit) as caught:
        publish("Mine", cast.dana, at, seen_number=1)
    (conflict,) = caught.value.conflicts
    assert (conflict.theirs, conflict.yours, conflict.by) == ("Theirs", "Mine", "Olga")


@pytest.mark.parametrize("name", ["alice", "bob", "charlie", "gwen"])
def test_who_does_not_lead_everybody_publishes_nothing(cast, at, name):
    with pytest.raises(PermissionDenied):
        publish("X", getattr(cast, name), at)


def test_a_version_stands_beside_the_one_before(cast, at):
    publish("Answer within a week", cast.dana, at)
    publish("Answer within a day", cast.dana, at)
    found = queries.compared_vision(user=cast.bob, number=2)
    assert found.before.number == 1
    changed = [(s.kind, s.text) for s in found.spans if s.kind != "kept"]
    assert changed == [("removed", "week"), ("added", "day")]


def test_values_are_put_in_order(values, cast, at):
    services.move_value(value=values[2], places=-1, by=cast.dana, at=at)
    assert names(cast.bob) == ["Candour", "Craft", "Care"]
    services.move_value(value=values[0], places=9, by=cast.dana, at=at)
    assert names(cast.bob) == ["Craft", "Care", "Candour"]


def test_a_value_retires_and_comes_back(values, cast, at):
    services.retire_value(value=values[0], by=cast.dana, at=at)
    assert names(cast.bob) == ["Care", "Craft"]
    with pytest.raises(services.ValueRetired):
        services.retire_value(value=values[0], by=cast.dana, at=at)
    with pytest.raises(services.ValueRetired):
        services.move_value(value=values[0], places=1, by=cast.dana, at=at)
    services.restore_value(value=values[0], by=cast.dana, at=at)
    assert names(cast.bob) == ["Candour", "Care", "Craft"]
    with pytest.raises(services.ValueNotRetired):
        services.restore_value(value=values[0], by=cast.dana, at=at)


def test_a_name_is_taken_once(values, cast, at):
    with pytest.raises(services.ValueNameTaken, match="Care"):
        services.add_value(name="care", meaning="", by=cast.dana, at=at)
    with pytest.raises(services.ValueNameTaken, match="Care"):
        edit(values[0], cast, at, name="Care")


def edit(value, cast, at, seen=None, **fields):
    words = {"name": value.name, "meaning": value.meaning, **fields}
    return services.edit_value(
        value=value, seen_version=seen, by=cast.dana, at=at, **words
    )


def test_a_stale_value_is_not_lost(values, cast, at):
    edit(values[0], cast, at, seen=1, meaning="theirs")
    with pytest.raises(StaleEdit):
        edit(values[0], cast, at, seen=1, meaning="mine")


def test_a_peer_words_no_value(values, cast, at):
    with pytest.raises(PermissionDenied):
        services.add_value(name="X", meaning="", by=cast.bob, at=at)
