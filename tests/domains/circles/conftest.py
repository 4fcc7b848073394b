import pytest

from quarterdeck.domains.circles import services


@pytest.fixture
def circle(cast, at):
    return services.start_circle(
        name="Leads", purpose="P", rule="What is said here stays here.", by=cast.alice,
        at=at,
    )  # fmt: skip


@pytest.fixture
def join(cast, at, circle):
    """Invite people and let them join."""

    def come_in(*users, by=None):
        for user in users:
            person = cast.person(user)
            services.invite_to_circle(
                circle=circle, person=person, by=by or cast.alice, at=at
            )
            circle.refresh_from_db()
            services.join_circle(
                circle=circle, rule_number=circle.rule_number, by=user, at=at
            )

    return come_in


@pytest.fixture
def share(circle, at):
    def bring(user, words="S"):
        return services.share_case(
            circle=circle, situation=words, tried="T", question="Q", by=user, at=at
        )

    return bring
