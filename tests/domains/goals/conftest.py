import pytest

from quarterdeck.domains.goals import services


@pytest.fixture
def make(cast, at):
    """Make a goal that Alice owns: make("Title", formula="goals")."""

    def make(title, **fields):
        owner = cast.person(cast.alice)
        return services.add_goal(
            title=title,
            why=f"why of {title}",
            by=cast.alice,
            at=at,
            **{"owner": owner, "team": cast.support, **fields},
        )

    return make


@pytest.fixture
def measured(cast, at):
    """Give a goal a key result from 0 to 100 that stands at `value`."""

    def measured(goal, value, weight=1):
        row = services.add_key_result(
            goal=goal, title="Share", target=100, weight=weight, by=cast.alice, at=at
        )
        if value is not None:
            services.record_measurement(
                key_result=row, value=value, by=cast.alice, at=at
            )
        return row

    return measured


@pytest.fixture
def link(cast, at):
    def link(child, parent, weight=1, by=cast.alice):
        return services.link_goal(
            child=child, parent=parent, weight=weight, by=by, at=at
        )

    return link
