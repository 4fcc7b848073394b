"""The pages of training: what they show to whom, and what their forms do."""

import csv
from decimal import Decimal
from io import BytesIO, StringIO

import openpyxl
import pytest

from quarterdeck.domains.development import services as development
from quarterdeck.domains.development.models import SkillProof
from quarterdeck.domains.people import services as people
from quarterdeck.domains.training import services
from quarterdeck.domains.training.models import (
    Comparison,
    Enrolment,
    Evaluation,
    Programme,
    Topic,
    TrainingBudget,
)
from tests.web.counting import queries_of


def test_an_empty_catalogue_is_begun_in_one_act(as_user, cast):
    client = as_user(cast.alice)
    assert "Begin with these five" in client.get("/training/").text
    page = client.post("/training/start/", follow=True).text
    assert "Conflict resolution" in page
    assert client.post("/training/start/").status_code == 409
    assert "Begin with these five" not in as_user(cast.bob).get("/training/").text


def test_a_programme_is_added_edited_and_scored(as_user, cast, room):
    client = as_user(cast.alice)
    facts = {"name": "First team", "price_per": "group", "currency": "EUR"}
    body = {**facts, "price": "720", "group_size": "6", "topics": [room.topic.pk]}
    page = client.post("/training/programmes/add/", body, follow=True).text
    assert "120.00" in page
    assert "Provider unknown" in page
    added = Programme.objects.get(name="First team")
    at = f"/training/programmes/{added.pk}/"
    edit = {**facts, "name": "Your first team", "version": "1"}
    client.post(f"{at}edit/", edit)
    assert client.post(f"{at}edit/", {**edit, "name": "X"}).status_code == 409
    added.refresh_from_db()
    assert (added.name, added.price, added.topics.count()) == (
        "Your first team",
        None,
        0,
    )
    client.post(f"{at}score/", {"criterion": "needs", "score": "", "evidence": "W"})
    client.post(f"{at}score/", {"criterion": "practice", "score": "4"})
    assert (
        client.post(f"{at}score/", {"criterion": "practice", "score": "5"}).status_code
        == 422
    )
    kept = {row.criterion: row.score for row in added.scores.all()}
    assert kept == {"needs": None, "practice": 4}


def test_topics_are_kept_on_their_page(as_user, cast, room):
    client = as_user(cast.alice)
    client.post("/training/topics/", {"name": "Tills"})
    topic = Topic.objects.get(name="Tills")
    assert not topic.is_leadership
    body = {"name": "Tills and cash", "is_leadership": "on", "version": "1"}
    client.post(f"/training/topics/{topic.pk}/edit/", body)
    page = client.post(f"/training/topics/{topic.pk}/remove/", follow=True).text
    assert f"/training/topics/{topic.pk}/restore/" in page, "it can be taken back"


def test_from_the_question_to_the_answer(as_user, cast, room):
    at = f"/training/programmes/{room.programme.pk}/"
    asked = as_user(cast.bob).post(f"{at}ask/", {"why": "I dread them"})
    place = asked.headers["Location"]
    alice = as_user(cast.alice)
    assert "Bob asks for a place" in alice.get("/").text
    assert "I dread them" in alice.get("/training/team/").text
    assert alice.post(f"{place}decline/", {}).status_code == 422
    alice.post(f"{place}approve/")
    services.set_training_budget(
        team=cast.support, year=2026, amount=Decimal(100), **room.act
    )
    page = alice.post(
        f"{place}book/", {"cost": "300", "starts_on": "2026-05-04"}, follow=True
    ).text
    assert "over its budget" in page
    bob = as_user(cast.bob)
    assert "300.00" not in bob.get(place).text, "what it costs is its leaders' to know"
    bob.post(f"{place}attend/", {"on": "2026-05-04"})
    assert "questions about training" in bob.get("/").text
    reaction = Evaluation.objects.get(stage="reaction")
    answer = f"/training/answers/{reaction.pk}/"
    assert "Who reads it?" in bob.get(answer).text
    bob.post(answer, {"mark": "4", "words": "Good", "share_with": room.alice.pk})
    reaction.refresh_from_db()
    assert (reaction.mark, reaction.shared_with) == (4, room.alice)
    assert "Good" in as_user(cast.alice).get(answer).text
    assert as_user(cast.dana).get(answer).status_code == 404
    bob = as_user(cast.bob)
    bob.post(f"{answer}narrow/")
    assert as_user(cast.alice).get(answer).status_code == 404


def test_what_one_can_do_now_is_shown_in_one_step(as_user, cast, attended, room):
    client = as_user(cast.bob)
    place = f"/training/places/{attended.pk}/"
    assert "Show what you can do now" in client.get(place).text
    body = {"skill": room.skill.pk, "level": "4", "what": "Did", "asked": room.alice.pk}
    client.post(f"{place}show-skill/", body)
    assert SkillProof.objects.get().asked == room.alice


def test_an_invitation_comes_from_the_needs(as_user, cast, room):
    client = as_user(cast.alice)
    page = client.get("/training/needs/").text
    assert "1 below their role in Leading talks" in page
    found = client.get(f"/training/needs/{room.skill.pk}/?kind=gap").text
    link = f"/training/programmes/{room.programme.pk}/?person={room.bob.pk}"
    assert link in found
    assert f'value="{room.bob.pk}" selected' in client.get(link).text
    at = f"/training/programmes/{room.programme.pk}/invite/"
    client.post(at, {"person": room.bob.pk})
    assert Enrolment.objects.get().state == "invited"
    stranger = {"person": cast.person(cast.charlie).pk}
    assert client.post(at, stranger).status_code == 422


def test_a_comparison_says_what_decides_it(as_user, cast, room):
    other = services.add_programme(name="Films", **room.act)
    for programme, score in ((room.programme, 4), (other, 1)):
        services.score_programme(
            programme=programme, criterion="practice", score=score, **room.act
        )
    client = as_user(cast.alice)
    body = {"title": "For leads", "programmes": [room.programme.pk, other.pk]}
    page = client.post("/training/compare/", body, follow=True).text
    assert "Hard talks is ahead" in page
    assert "20 unknown scores could still turn it round" in page
    assert "ahead in several methods, with practice" in page
    kept = Comparison.objects.get()
    at = f"/training/compare/{kept.pk}/"
    client.post(f"{at}weigh/", {"weight_practice": "0"})
    assert "share the first place" in client.get(at).text
    assert client.post(f"{at}weigh/", {"weight_practice": "9"}).status_code == 422
    member = as_user(cast.bob).get(at).text
    assert "Weigh again" not in member
    assert "Films" in member


def test_a_budget_is_set_and_seen_by_who_leads(as_user, cast, room, attended):
    at = f"/training/budget/{cast.support.pk}/2026/"
    client = as_user(cast.alice)
    client.post(at, {"amount": "900"})
    row = TrainingBudget.objects.get()
    assert client.post(at, {"amount": "800", "version": "1"}).status_code == 302
    assert client.post(at, {"amount": "700", "version": "1"}).status_code == 409
    page = client.get(at).text
    assert "500.00" in page, "800 less the 300 that are spent"
    assert row.team == cast.support
    assert as_user(cast.bob).get(at).status_code == 404
    assert as_user(cast.olga).get(at).status_code == 404


def test_the_list_leaves_as_a_file_that_calculates_nothing(as_user, cast, room, place):
    Enrolment.objects.update(why="=1+1")
    client = as_user(cast.alice)
    sheet = client.get("/training/team/export.csv?state=asked")
    rows = list(csv.reader(StringIO(sheet.content.decode("utf-8-sig"))))
    assert rows[0][0] == "Person"
    assert rows[1][:2] == ["Bob", "Hard talks"]
    assert rows[1][4] == "'=1+1"
    book = client.get("/training/team/export.xlsx")
    cells = openpyxl.load_workbook(BytesIO(book.content)).active
    assert cells["B2"].value == "Hard talks"
    empty = client.get("/training/team/export.csv?state=missed").content
    assert len(empty.splitlines()) == 1


def test_the_report_leads_to_its_records(as_user, cast, room):
    own = services.ask_for_place(
        programme=room.programme,
        person=room.alice,
        by=cast.alice,
        at=room.act["at"],
    )
    services.approve_place(enrolment=own, by=cast.dana, at=room.act["at"])
    services.attend_programme(
        enrolment=own, on=room.act["at"].date(), by=cast.alice, at=room.act["at"]
    )
    client = as_user(cast.dana)
    page = client.get("/training/report/?months=36").text
    assert "1 trained who lead 1 to 4" in page
    behind = client.get(
        "/training/report/leaders/?size=1-4&months=36&which=trained"
    ).text
    assert f"/training/places/{own.pk}/" in behind


POSTS = ["start/", "programmes/1/retire/", "places/1/approve/", "answers/1/narrow/"]


@pytest.mark.parametrize("path", POSTS)
def test_get_is_405(as_user, cast, path):
    assert as_user(cast.alice).get(f"/training/{path}").status_code == 405


COUNTED = [
    *("", "team/", "needs/", "needs/{skill}/?kind=wish", "report/"),
    *("compare/{comparison}/", "report/leaders/?size=1-4"),
    *("budget/{team}/2026/", "programmes/{programme}/"),
]


def test_pages_cost_the_same_for_three_and_thirteen(as_user, cast, room):
    ids = {
        "comparison": services.add_comparison(
            title="C", programmes=[room.programme], **room.act
        ).pk,
        "skill": room.skill.pk,
        "team": cast.support.pk,
        "programme": room.programme.pk,
    }
    urls = [f"/training/{path.format(**ids)}" for path in COUNTED]
    grow(cast, room, 3)
    client = as_user(cast.alice)
    few = {url: queries_of(client, url) for url in urls}
    grow(cast, room, 10, first=3)
    assert {url: queries_of(client, url) for url in urls} == few
    assert max(few.values()) < 40


def grow(cast, room, count, first=0):
    for number in range(first, first + count):
        person = cast.person(cast._join(f"Tim{number}", cast.support))
        programme = services.add_programme(name=f"P{number}", **room.act)
        people.assess_skill(
            person=person,
            skill=room.skill,
            level=1,
            wants_to_grow=True,
            on=room.act["at"].date(),
            **room.act,
        )
        development.aim_for_role(
            person=person, profile=room.role, since=room.act["at"].date(), **room.act
        )
        for each in (programme, room.programme):
            services.invite_to_programme(programme=each, person=person, **room.act)


def test_a_place_is_cancelled_with_its_reason(as_user, cast, place):
    page = f"/training/places/{place.pk}/"
    bob = as_user(cast.bob)
    assert 'name="reason"' in bob.get(page).text
    told = bob.post(f"{page}cancel/", {"reason": "I am away"}, follow=True).text
    assert "The place is cancelled." in told and "“I am away”" in told
