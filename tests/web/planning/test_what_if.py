"""What if: suppose by typed names, compare side by side, discard without trace."""

import pytest

from quarterdeck.domains.planning.models import Proposal, Scenario
from quarterdeck.domains.planning.services.solving import solve_proposal
from tests.domains.planning.workshop import Workshop
from tests.web.counting import queries_of

ADD = "/plan/what-if/add/"


@pytest.fixture
def shop(cast):
    return Workshop(cast)


@pytest.fixture
def alice(as_user, cast):
    return as_user(cast.alice)


def supposed(shop, **row):
    fields = {"name": "What if", "team": shop.team.pk}
    fields |= {"form-TOTAL_FORMS": 3, "form-INITIAL_FORMS": 0}
    return fields | {f"form-0-{name}": value for name, value in row.items()}


@pytest.fixture
def drafted(alice, shop):
    """The page of a what-if about one person, just asked to be compared."""
    body = supposed(shop, kind="person_leaves", about="Mara", on="2026-06-01")
    return alice.post(ADD, body).headers["Location"]


def test_a_person_is_named_by_typing(drafted):
    (row,) = Scenario.objects.get().adjustments
    assert row["kind"] == "person_leaves"
    assert Proposal.objects.get().supposed == [row]


def test_the_deadline_of_one_task_moves(alice, shop):
    task = shop.task("Cook the soup")
    shop.task("Bake")
    body = supposed(shop, kind="deadline_moves", about="soup", on="2026-06-12")
    page = alice.get(alice.post(ADD, body).headers["Location"]).text
    assert "task “Cook the soup” is 12 Jun 2026" in page
    assert Scenario.objects.get().adjustments[0]["task_id"] == task.pk


def test_words_of_several_titles_ask_for_one_of_them(alice, shop):
    first, _ = shop.task("Cook soup"), shop.task("Cook beans")
    body = supposed(shop, kind="deadline_moves", about="cook", on="2026-06-12")
    answer = alice.post(ADD, body)
    assert answer.status_code == 422
    label = f"Cook soup · Summer menu · #{first.pk}"
    assert "Several are like this" in answer.text
    assert f'<option value="{label}">' in answer.text
    body["form-0-about"] = label
    assert alice.post(ADD, body).status_code == 302


def test_two_of_one_name_are_told_apart_by_number(alice, shop):
    other = shop.person("Mara")
    body = supposed(shop, kind="person_leaves", about="Mara", on="2026-06-01")
    assert "Several are like this" in alice.post(ADD, body).text
    body["form-0-about"] = f"#{other.pk}"
    alice.post(ADD, body)
    assert Scenario.objects.get().adjustments[0]["person_id"] == other.pk


def test_somebody_of_another_team_is_not_found(alice, cast, shop):
    body = supposed(shop, kind="person_leaves", about="Charlie", on="2026-06-01")
    assert "There is no person like this in Support" in alice.post(ADD, body).text


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"kind": "person_leaves", "about": "Mara"}, "Needed for this."),
        ({"about": "Mara"}, "Choose what happens."),
        ({"kind": "person_away", "about": "Mara", "on": "2026-06-01"}, "Needed"),
    ],
)
def test_a_half_filled_row_says_what_is_missing(alice, shop, row, told):
    assert told in alice.post(ADD, supposed(shop, **row)).text
    assert not Scenario.objects.exists()


def test_suggestions_are_for_the_row_that_is_typed_in(alice, shop):
    task = shop.task("Cook soup")
    given = {
        "row": "form-1-",
        "team": shop.team.pk,
        "form-0-kind": "person_leaves",
        "form-0-about": "Mara",
        "form-1-kind": "deadline_moves",
        "form-1-about": "soup",
    }
    page = alice.get("/plan/what-if/options/", given).text
    assert page.strip() == (
        f'<option value="Cook soup · Summer menu · #{task.pk}"></option>'
    )


def test_suggestions_stay_empty_for_who_leads_nobody(as_user, cast, shop):
    given = {"team": shop.team.pk, "kind": "person_leaves", "about": "Mara"}
    assert as_user(cast.bob).get("/plan/what-if/options/", given).text.strip() == ""


def test_more_and_less_is_supposed_and_compared_again(alice, shop, drafted):
    solve_proposal.call(proposal_id=Proposal.objects.get().pk)
    assert "Compare" not in alice.get(drafted).text
    more = {
        "kind": "person_away",
        "about": "Bob",
        "on": "2026-06-02",
        "ends_on": "2026-06-05",
    }
    assert alice.post(f"{drafted}suppose/", more).status_code == 302
    page = alice.get(drafted).text
    assert "Bob is away from 2 Jun 2026 to 5 Jun 2026." in page
    assert "was changed since the comparison" in page
    alice.post(f"{drafted}suppositions/1/remove/")
    alice.post(f"{drafted}compare/")
    newest = Proposal.objects.latest("pk")
    assert [row["person_id"] for row in newest.supposed] == [shop.bob.pk]


def test_a_wrong_row_is_shown_again_beside_what_is_supposed(alice, drafted):
    body = {"kind": "person_leaves", "about": "Nobody", "on": "2026-06-02"}
    answer = alice.post(f"{drafted}suppose/", body)
    assert answer.status_code == 422
    assert "There is no person like this" in answer.text
    assert "Mara leaves: gone from 1 Jun 2026." in answer.text


def test_discarded_nothing_is_left(alice, drafted):
    alice.post(f"{drafted}discard/")
    assert alice.get(drafted).status_code == 404
    assert not Scenario.objects.exists()
    assert not Proposal.objects.exists()


def test_who_does_not_lead_the_team_finds_nothing(as_user, cast, drafted):
    for user in (cast.bob, cast.charlie, cast.olga):
        assert as_user(user).get(drafted).status_code == 404
        assert as_user(user).post(f"{drafted}compare/").status_code == 404


def test_the_acts_are_forms_that_are_posted(alice, drafted):
    for act in ("suppose/", "suppositions/1/remove/", "compare/", "discard/"):
        assert alice.get(f"{drafted}{act}").status_code == 405


def test_the_form_asks_the_same_few_questions_of_any_team(alice, shop):
    few = queries_of(alice, ADD)
    for number in range(30):
        shop.person(f"Person {number}")
        shop.task(f"Task {number}")
    assert queries_of(alice, ADD) == few


def test_the_page_asks_the_same_few_questions_however_much_is_supposed(
    alice, shop, drafted
):
    few = queries_of(alice, drafted)
    for number in range(10):
        task = shop.task(f"Task {number}")
        body = {"kind": "deadline_moves", "about": f"#{task.pk}", "on": "2026-06-12"}
        alice.post(f"{drafted}suppose/", body)
    assert queries_of(alice, drafted) == few + 1  # the names of tasks


def new_person(shop):
    shop.skill(shop.mara, "Cooking", 4)
    skill = shop.mara.skills.get().skill_id
    more = {"skill": skill, "level": 4, "count": 2, "on": "2026-06-08"}
    told = {"skill_id": skill, "level": 4, "count": 2, "on": "2026-06-08"}
    return {"about": str(shop.team), **more}, {"team_id": shop.team.pk, **told}


def fewer_hours(shop):
    task = shop.task("Cook the soup")
    return {"about": "soup", "hours": "2.5"}, {"task_id": task.pk, "hours": 2.5}


def other_leave(shop):
    given = {"about": "Mara", "on": "2026-06-01", "ends_on": "2026-06-05"}
    told = {"starts_on": "2026-06-01", "ends_on": "2026-06-05", "on": "2026-07-01"}
    return {**given, "to": "2026-07-01"}, {"person_id": shop.mara.pk, **told}


def longer_days(shop):
    given = {"about": "Mara", "on": "2026-06-01", "ends_on": "2026-06-05", "hours": "1"}
    told = {"starts_on": "2026-06-01", "ends_on": "2026-06-05", "hours": 1.0}
    return given, {"person_id": shop.mara.pk, **told}


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        ("people_join", new_person),
        ("fewer_hours", fewer_hours),
        ("leave_moves", other_leave),
        ("longer_days", longer_days),
    ],
)
def test_what_levers_suppose_can_be_supposed_by_hand(alice, shop, kind, wanted):
    given, told = wanted(shop)
    answer = alice.post(ADD, supposed(shop, kind=kind, **given))
    assert answer.status_code == 302, answer.text
    assert Scenario.objects.get().adjustments == [{"kind": kind, **told, "number": 1}]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"kind": "fewer_hours", "about": "soup"}, "Needed for this."),
        (
            {
                "kind": "longer_days",
                "about": "Mara",
                "on": "2026-06-01",
                "ends_on": "2026-06-05",
                "hours": "13",
            },
            "At most 12 hours more a day.",
        ),
    ],
)
def test_what_is_missing_or_too_much_is_said_at_its_field(alice, shop, row, said):
    shop.task("Cook the soup")
    answer = alice.post(ADD, supposed(shop, **row))
    assert answer.status_code == 422
    assert said in answer.text
    assert not Scenario.objects.exists()
