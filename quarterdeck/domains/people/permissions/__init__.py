"""Where somebody stands, and what follows from it."""

from quarterdeck.domains.organization.permissions import is_admin, is_member, role_of

from .confirming import can_confirm, is_led_by
from .cost_rates import (
    can_see_cost_rates,
    can_set_cost_rate_in,
    can_set_cost_rate_of,
    home_paths,
    seen_among,
    whose_rate_is_seen,
)
from .records import (
    can_add_people,
    can_assess,
    can_curate_skills,
    can_edit_person,
    can_keep_holidays,
    can_manage_person,
    can_name_leader,
    can_plan_time_off,
    can_see_load_of,
    can_see_reasons_of,
    can_staff,
    can_wish_for,
    is_self,
)
from .standing import (
    Standing,
    is_let_in,
    leads_person,
    leads_somebody,
    leads_team,
    standing_of,
    teams_near,
)

__all__ = [
    "Standing",
    "can_add_people",
    "can_assess",
    "can_confirm",
    "can_curate_skills",
    "can_edit_person",
    "can_keep_holidays",
    "can_manage_person",
    "can_name_leader",
    "can_plan_time_off",
    "can_see_cost_rates",
    "can_see_load_of",
    "can_see_reasons_of",
    "can_set_cost_rate_in",
    "can_set_cost_rate_of",
    "can_staff",
    "can_wish_for",
    "home_paths",
    "is_admin",
    "is_led_by",
    "is_let_in",
    "is_member",
    "is_self",
    "leads_person",
    "leads_somebody",
    "leads_team",
    "role_of",
    "seen_among",
    "standing_of",
    "teams_near",
    "whose_rate_is_seen",
]
