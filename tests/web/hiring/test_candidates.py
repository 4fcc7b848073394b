"""From a name written down to somebody who starts; each scores alone."""

from quarterdeck.domains.hiring.models import Candidate, HiringDecision, Interview
from quarterdeck.domains.people.models import Person
from tests.web.counting import queries_of

CARD = "/hiring/interviews/{}/"


def at_candidate(room, path=""):
    return f"/hiring/candidates/{room.pia.pk}/{path}"


def card(room, *scores, evidence="Three loaves"):
    body = {"version": "1"}
    for question, score in zip(room.questions, scores, strict=True):
        body[f"score_{question.pk}"] = str(score)
        body[f"evidence_{question.pk}"] = f"{evidence} {score}"
    return body


def test_a_candidate_is_written_down_and_edited(as_user, cast, room):
    client = as_user(cast.bob)
    add = f"/hiring/{room.role.pk}/candidates/add/"
    page = client.post(add, {"name": "Pol", "contact": "pol@x.test"}, follow=True).text
    assert "Pol" in page and "pol@x.test" in page
    assert client.post(add, {"name": ""}).status_code == 422
    body = {"name": "Pia P", "erase_on": "2026-07-01", "version": "1"}
    client.post(at_candidate(room, "edit/"), body)
    assert "1 July 2026" in client.get(at_candidate(room)).text
    told = client.post(at_candidate(room, "withdraw/"), follow=True).text
    assert at_candidate(room, "return/") in told
    client.post(at_candidate(room, "return/"))
    assert Candidate.objects.get(name="Pia P").withdrew_at is None


def test_each_scores_alone_then_all_lies_side_by_side(as_user, cast, room):
    client = as_user(cast.bob)
    bobs = CARD.format(room.bobs.pk)
    assert "Which loaf failed?" in client.get(bobs).text
    draft = {"version": "1", f"evidence_{room.questions[0].pk}": "half"}
    assert "half" in client.post(f"{bobs}write/", draft, follow=True).text
    lacking = client.post(f"{bobs}hand-in/", {**draft, "version": "2"})
    assert lacking.status_code == 409
    client.post(f"{bobs}hand-in/", {**card(room, 1, 3), "version": "2"})
    assert "Three loaves 1" in client.get(at_candidate(room)).text
    charlie = as_user(cast.charlie)
    assert "Three loaves" not in charlie.get(at_candidate(room)).text
    assert "Three loaves" not in charlie.get(bobs).text
    charlie.post(f"{CARD.format(room.charlies.pk)}hand-in/", card(room, 4, 3))
    assert "Three loaves 1" in charlie.get(at_candidate(room)).text
    alice = as_user(cast.alice)
    assert "Three loaves" not in alice.get(at_candidate(room)).text
    page = alice.post(at_candidate(room, "open/"), follow=True).text
    assert "talk about this" in page and "1 × 1, 1 × 4" in page


def test_nobody_writes_anothers_scorecard(as_user, cast, room):
    for act in ("write", "hand-in"):
        url = f"{CARD.format(room.bobs.pk)}{act}/"
        assert as_user(cast.charlie).post(url, card(room, 1, 1)).status_code == 404
        assert as_user(cast.bob).get(url).status_code == 405


def test_interviews_are_planned_moved_and_cancelled(as_user, cast, room):
    client = as_user(cast.alice)
    plan = at_candidate(room, "plan/")
    person = cast.person(cast.alice).pk
    client.post(plan, {"person": person, "planned_on": "2026-06-09"})
    interview = Interview.objects.get(interviewer_id=person)
    url = CARD.format(interview.pk)
    client.post(f"{url}move/", {"planned_on": "2026-06-10", "planned_time": "14:00"})
    assert "14:00" in client.get(url).text
    client.post(f"{url}cancel/")
    assert not Interview.objects.filter(pk=interview.pk).exists()
    assert client.post(plan, {}).status_code == 422
    assert client.post(f"{CARD.format(room.bobs.pk)}move/", {}).status_code == 422


def test_decided_dissented_told_hired_and_taken_back(as_user, cast, heard):
    client = as_user(cast.alice)
    body = {"outcome": "hire", "reason": "Three loaves", "skills": [heard.baking.pk]}
    assert client.post(at_candidate(heard, "decide/"), {}).status_code == 422
    page = client.post(at_candidate(heard, "decide/"), body, follow=True).text
    assert "Decision: hire" in page and at_candidate(heard, "take-back/") in page
    as_user(cast.bob).post(at_candidate(heard, "dissent/"), {"text": "Not sure"})
    client = as_user(cast.alice)
    assert "Not sure" in client.get(at_candidate(heard)).text
    client.post(at_candidate(heard, "tell/"), {"on": "2026-06-02"})
    assert "told on 2 June 2026" in client.get(at_candidate(heard)).text
    hire = {"starts_on": "2026-08-03", "email": "pia@acme.test"}
    page = client.post(at_candidate(heard, "hire/"), hire, follow=True).text
    assert at_candidate(heard, "undo-hire/") in page
    assert Person.objects.get(email="pia@acme.test").name == "Pia"
    client.post(at_candidate(heard, "undo-hire/"))
    assert not Person.objects.filter(name="Pia").exists()
    client.post(at_candidate(heard, "take-back/"))
    assert not HiringDecision.objects.exists()
    assert as_user(cast.bob).post(at_candidate(heard, "decide/"), body).status_code == (
        403
    )


def test_erasing_is_asked_once_more(as_user, cast, room):
    erase = at_candidate(room, "erase/")
    assert as_user(cast.bob).get(erase).status_code == 403
    client = as_user(cast.alice)
    assert "gone for good" in client.get(erase).text
    client.post(erase)
    assert not Candidate.objects.exists()
    assert "1 candidate was erased" in client.get(f"/hiring/{room.role.pk}/team/").text


def test_who_is_due_is_erased_in_one_act(as_user, cast, room, at):
    Candidate.objects.update(erase_on=at.date())
    client = as_user(cast.alice)
    assert "due to be erased" in client.get("/hiring/").text
    assert "Pia" in client.get("/hiring/due/").text
    assert "Pia" not in as_user(cast.bob).get("/hiring/due/").text
    as_user(cast.alice).post("/hiring/due/erase/")
    assert not Candidate.objects.exists()


def test_a_candidate_costs_the_same_with_many_interviews(as_user, cast, heard, at):
    client = as_user(cast.alice)
    client.get(at_candidate(heard))
    few = queries_of(client, at_candidate(heard))
    for number in range(8):
        person = cast.person(cast._join(f"P{number}", cast.support))
        interview = Interview.objects.create(
            candidate=heard.pia,
            interviewer=person,
            planned_on=at.date(),
            handed_in_at=at,
            created_at=at,
            updated_at=at,
        )
        for question in heard.questions:
            interview.scores.create(question=question, score=2, evidence="e")
    assert queries_of(client, at_candidate(heard)) == few


def test_home_tells_of_scorecards_and_of_who_is_due(as_user, cast, room, at):
    Interview.objects.update(planned_on=at.date())
    assert "Score the interview with Pia" in as_user(cast.bob).get("/").text
    Candidate.objects.update(erase_on=at.date())
    assert "1 candidate is due to be erased" in as_user(cast.alice).get("/").text
    assert "Pia" not in as_user(cast.dana).get("/").text
