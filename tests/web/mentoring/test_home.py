"""What Home says of mentoring: each act in a sentence, and what waits for an answer."""

from quarterdeck.web.home.mentoring import SAID
from tests.architecture.test_docs_name_everything import verbs_in_code
from tests.web.counting import queries_of

OURS = ("mentor", "pairing.", "shadow", "leadership_project.")


def test_each_act_has_a_sentence():
    assert {verb for verb in verbs_in_code() if verb.startswith(OURS)} == set(SAID)


def test_what_waits_is_one_query(as_user, cast, ask, monkeypatch):
    from quarterdeck.web.home import private

    ask()
    client = as_user(cast.charlie)
    assert "You are asked to mentor Bob" in client.get("/").text
    whole = queries_of(client, "/")
    monkeypatch.setattr(private, "mentoring_needs", lambda user: [])
    assert whole - queries_of(client, "/") == 1
