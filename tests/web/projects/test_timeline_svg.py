from datetime import UTC, date, datetime, timedelta
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quarterdeck.domains.projects.queries import Arrow, Bar
from quarterdeck.web.projects.timeline_svg import DAY, ROW, Window, draw, lines_of
from quarterdeck.web.projects.words import late_words

MONDAY = datetime(2026, 6, 1, 9, tzinfo=UTC)
TODAY = date(2026, 6, 10)
WINDOW = Window(date(2026, 6, 1), 28, TODAY)


def bar(task_id=1, day=0, days=1, **fields):
    start = MONDAY + timedelta(days=day)
    known = {
        "task_id": task_id,
        "title": "Bake",
        "group_id": 1,
        "group": "Party",
        "project": "Party",
        "accountable": "Bob",
        "start": start,
        "end": start + timedelta(days=days - 1, hours=8),
        "deadline": None,
        "status": "todo",
        "done_share": None,
    }
    return Bar(**{**known, **fields})


def picture(*bars, arrows=(), holidays=(), window=WINDOW):
    return draw(bars, arrows, window, holidays=holidays, address="/tasks/0/")


def elements(drawn, name):
    root = ElementTree.fromstring(drawn.bars)
    return [e for e in root.iter() if e.get("class") == name]


def test_a_bar_stands_at_its_days_and_links_to_its_task():
    drawn = picture(bar(7, day=2, days=3, status="done"))
    (plan,) = elements(drawn, "plan")
    assert float(plan.get("x")) == pytest.approx(DAY * (2 + 9 / 24))
    assert float(plan.get("width")) == pytest.approx(DAY * (2 + 8 / 24), abs=0.1)
    (link,) = elements(drawn, "bar")
    assert link.get("href") == "/tasks/7/"
    assert link.get("aria-label") == "Bake: 3 Jun to 5 Jun"


def test_the_done_share_is_drawn_over_the_plan():
    drawn = picture(bar(day=20, days=5, done_share=0.5))
    (plan,), (done,) = elements(drawn, "plan"), elements(drawn, "done")
    half = float(plan.get("width")) / 2
    assert float(done.get("width")) == pytest.approx(half, abs=0.1)
    assert elements(picture(bar(day=20)), "done") == []


def test_late_is_told_by_a_sign_and_in_words():
    drawn = picture(bar(day=0, deadline=date(2026, 6, 5)))
    (link,) = elements(drawn, "bar late")
    assert "late: 5 days past its deadline" in link.get("aria-label")
    assert len(elements(drawn, "sign")) == 1
    assert ">late<" in drawn.labels


@pytest.mark.parametrize(
    ("made", "words"),
    [
        ({"day": 0}, "should have ended 9 days ago"),
        ({"day": 20, "deadline": date(2026, 6, 20)}, "planned 1 day past its deadline"),
        ({"day": 20, "deadline": date(2026, 6, 21)}, ""),
        ({"day": 0, "status": "done", "deadline": date(2026, 6, 1)}, ""),
        ({"day": 9}, ""),
    ],
)
def test_what_counts_as_late(made, words):
    assert late_words(bar(**made), TODAY) == words


def test_weekends_and_holidays_are_shaded_once():
    drawn = picture(bar(), holidays={date(2026, 6, 4), date(2026, 6, 6)})
    assert len(elements(drawn, "rest")) == 4
    assert len(elements(drawn, "rest holiday")) == 1


def test_an_arrow_goes_from_the_end_to_the_start():
    bars = [bar(1, day=0), bar(2, day=8, title="Ice")]
    drawn = picture(*bars, arrows=[Arrow(1, 2, "FS")])
    (arrow,) = elements(drawn, "arrow")
    begins = f"M{DAY * 17 / 24:g} {ROW * 1.5:g}"
    assert arrow.get("d").startswith(begins)
    assert f"V{ROW * 2.5:g}H{DAY * (8 + 9 / 24):g}l-4" in arrow.get("d")


def test_today_is_marked_only_where_it_is_seen():
    assert len(elements(picture(bar()), "now")) == 1
    past = Window(date(2026, 1, 5), 28, TODAY)
    assert elements(picture(bar(), window=past), "now") == []


def test_groups_have_a_head_with_their_size():
    bars = [bar(1), bar(2), bar(3, group_id=2, group="Fair")]
    heads = [(line.group, line.count) for line in lines_of(bars) if line.bar is None]
    assert heads == [("Party", 2), ("Fair", 1)]


@given(
    st.lists(
        st.tuples(st.text(max_size=20), st.integers(-99, 99), st.integers(1, 90)),
        max_size=8,
    )
)
def test_whatever_is_typed_it_stays_well_formed_and_inside(rows):
    printable = [
        (t.encode("utf-8", "ignore").decode(), d, n)
        for t, d, n in rows
        if all(sign >= " " and sign not in "\ufffe\uffff" for sign in t)
    ]
    bars = [bar(n, day=d, days=k, title=t) for n, (t, d, k) in enumerate(printable)]
    drawn = picture(*bars)
    ElementTree.fromstring(f"<div>{drawn.labels}</div>")
    for plan in elements(drawn, "plan"):
        x, width = float(plan.get("x")), float(plan.get("width"))
        assert x >= 0 and x + width <= WINDOW.width + 6
