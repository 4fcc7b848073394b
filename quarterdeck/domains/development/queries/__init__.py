"""Read role profiles, plans and proofs, through whose development one may see."""

from .growth import (
    Goal,
    Growth,
    Role,
    get_goal,
    get_holding,
    get_person_to_develop,
    get_step,
    growth_of,
)
from .own import own_development_records
from .own_plan import OwnPlan, get_own_step, own_plan
from .profiles import (
    get_profile,
    profiles_visible_to,
    requirements_of,
    retired_profiles_visible_to,
    with_requirements,
)
from .proofs import (
    Shown,
    get_proof,
    lines_to_answer,
    proofs_to_answer,
    proofs_visible_to,
    tasks_that_show,
    who_can_confirm,
)
from .team import Member, members_to_develop, with_plans

__all__ = [
    "Goal",
    "Growth",
    "Member",
    "OwnPlan",
    "Role",
    "Shown",
    "get_goal",
    "get_holding",
    "get_own_step",
    "get_person_to_develop",
    "get_profile",
    "get_proof",
    "get_step",
    "growth_of",
    "lines_to_answer",
    "members_to_develop",
    "own_development_records",
    "own_plan",
    "profiles_visible_to",
    "proofs_to_answer",
    "proofs_visible_to",
    "requirements_of",
    "retired_profiles_visible_to",
    "tasks_that_show",
    "who_can_confirm",
    "with_plans",
    "with_requirements",
]
