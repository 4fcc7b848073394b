from datetime import date

import pytest

from quarterdeck.domains.people.rules import cover_of, is_stale, load_of, read_lines


@pytest.mark.parametrize(
    ("assessed", "today", "stale"),
    [
        (date(2025, 6, 1), date(2026, 6, 1), False),  # its anniversary still counts
        (date(2025, 6, 1), date(2026, 6, 2), True),
        (date(2024, 2, 29), date(2025, 2, 28), False),
        (date(2024, 2, 29), date(2025, 3, 1), True),
        (date(2026, 6, 1), date(2025, 6, 1), False),
    ],
)
def test_a_level_is_old_after_twelve_months(assessed, today, stale):
    assert is_stale(assessed, today) is stale


@pytest.mark.parametrize(
    ("employment", "kind", "words"),
    [
        ("full_time", "over", "over the target"),
        ("part_time", "over", "over the ceiling"),
        ("contractor", "over", "over the billable cap"),
        ("volunteer", "uncounted", "not counted against a limit"),
    ],
)
def test_being_over_means_what_the_employment_says(employment, kind, words):
    load = load_of(42, 40, employment)
    assert (load.kind, load.words) == (kind, words)


def test_over_has_a_sign_beside_its_colour():
    assert load_of(50, 40, "full_time").sign
    assert load_of(8, 0, "full_time").words == "planned while away"
    assert load_of(40.4, 40, "full_time").kind == "full"


def test_one_person_only_is_marked():
    assert cover_of({5: 1, 2: 1, 1: 1}, growing=0).words == "one person only"
    assert cover_of({5: 1, 3: 1}, growing=0).words == ""
    assert cover_of({2: 1}, growing=1, level=4, wanted=2).words == "nobody"
    assert cover_of({4: 1}, growing=1, level=4, wanted=2).words == "1 missing"
    assert cover_of({3: 40, 2: 7}, growing=0).able == 40


def test_pasted_lines_are_read_as_people_write_them():
    text = "Ana Li <ANA@li.org>\nBo Ek, bo@ek.test\n\ncara.diaz@x.test\nEve\nEve\nx@y"
    lines = read_lines(text)
    assert [(line.name, line.email) for line in lines[:4]] == [
        ("Ana Li", "ana@li.org"),
        ("Bo Ek", "bo@ek.test"),
        ("Cara Diaz", "cara.diaz@x.test"),
        ("Eve", ""),
    ]
    assert lines[4].problem == "stands here twice"
    assert lines[5].problem == "this is no e-mail address"


def test_a_pasted_list_has_an_end():
    assert len(read_lines("\n".join(f"P{n}" for n in range(900)))) == 500
