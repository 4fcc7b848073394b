"""Addresses that are worked out once are those that `reverse` gives each time."""

import pytest
from django.urls import NoReverseMatch, reverse
from hypothesis import given
from hypothesis import strategies as st

from quarterdeck.web.shell.addresses import path_of

ids = st.integers(min_value=0, max_value=10**17 - 1)


@given(one=ids, other=ids)
def test_the_address_is_the_one_that_reverse_gives(one: int, other: int) -> None:
    names = {
        "projects:tasks": [],
        "projects:task": [one],
        "people:show": [other],
        "projects:remove_member": [one, other],
    }
    for name, given_ids in names.items():
        assert path_of(name, *given_ids) == reverse(name, args=given_ids)


def test_a_page_that_is_not_there_has_no_address() -> None:
    with pytest.raises(NoReverseMatch):
        path_of("projects:nowhere", 1)
    with pytest.raises(NoReverseMatch):
        path_of("projects:task")
