from hypothesis import given
from hypothesis import strategies as st

from quarterdeck.domains.strategy.rules import compare

texts = st.text("ab \n", max_size=40)


@given(texts, texts)
def test_both_texts_can_be_read_from_what_changed(before, after):
    spans = compare(before, after)
    assert "".join(s.text for s in spans if s.kind != "added") == before
    assert "".join(s.text for s in spans if s.kind != "removed") == after


@given(texts)
def test_nothing_changed_is_all_kept(text):
    assert {s.kind for s in compare(text, text)} <= {"kept"}
