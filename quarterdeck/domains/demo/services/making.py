"""Make the demo organization: a café of 12 and an agency of 60, from one seed."""

import random
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.goals.services.rolling_up import recompute_all
from quarterdeck.domains.organization.models import Organization
from quarterdeck.domains.people.services import begin
from quarterdeck.shared.errors import RuleBroken

from ..models import DemoOrganization
from ..queries import is_empty
from .calendar import ZONE
from .cast import Cast
from .circle import gather_a_circle
from .clients import client_projects
from .diary import Diary
from .growing import grow
from .hiring import look_for_somebody
from .leading import hand_over_the_floor
from .learning import learn
from .meeting import meet_one_by_one
from .mentoring import help_one_another
from .story.agency import AGENCY_WORK
from .story.cafe import CAFE_WORK
from .story.telling import Who
from .strategy import set_aims
from .talk import talk_it_through
from .thanks import tell_thanks
from .work import Work

NAME = "Lumen & North"
LEADER = Who(
    "maya",
    "Maya Brandt",
    "Owner and café manager",
    "Café Lumen",
    "Hosting guests 5, Shift planning 4, Public speaking 4, Handling complaints 5",
    leads=True,
    account=True,
    factor="0.60",
)


class InstanceNotEmpty(RuleBroken):
    pass


@transaction.atomic
def make_demo(*, at: datetime, seed: int = 1) -> Any:
    """Fill an empty instance with the story; return the account of its leader.

    The same seed and day give the same organization, to the last name.
    """
    if not is_empty():
        raise InstanceNotEmpty(
            "This instance is not empty; a demo is made only in an empty one."
        )
    chance = random.Random(seed)
    began = at - timedelta(days=70)
    leader = begin(
        organization=NAME,
        name=LEADER.name,
        email="maya.brandt@demo.example",
        password=None,
        at=began,
    )
    Organization.objects.filter(pk=1).update(
        time_zone=str(ZONE), country="GB", subdivision="ENG"
    )
    cast = Cast(leader, LEADER, at=at, began=began, chance=chance, diary=Diary())
    with activity.in_order_of_time():
        brought = _tell_the_story(cast, chance)
        demo = DemoOrganization.objects.create(
            pk=1, seed=seed, made_at=at, brought={**cast.brought, **brought}
        )
        activity.record(
            by=leader,
            verb="demo.made",
            subject=demo,
            at=at,
            audience=activity.everyone(),
        )
    return leader


def _tell_the_story(cast: Cast, chance: random.Random) -> dict[str, Any]:
    """Scene by scene; when things happened, each scene says itself."""
    goals, brought = set_aims(cast, chance)
    work = Work(cast, goals, chance)
    for undertaking in (*CAFE_WORK, *AGENCY_WORK, *client_projects(cast, chance)):
        work.take_on(undertaking)
    work.hand_over()
    work.tell_goals()
    grow(cast, goals)
    learn(cast)
    recompute_all(at=cast.at)
    look_for_somebody(cast, goals)
    tell_thanks(cast)
    meet_one_by_one(cast)
    help_one_another(cast)
    hand_over_the_floor(cast)
    gather_a_circle(cast)
    talk_it_through(cast)
    return brought
