"""Who looks for people, who hears of candidates, who takes newcomers in."""

from .onboarding import (
    can_answer,
    can_curate_templates,
    can_read_answer,
    can_run_onboarding,
    can_start_onboarding,
)
from .roles import (
    can_choose_hiring_team,
    can_decide,
    can_edit_role,
    can_hire,
    can_open_role,
    can_open_roles,
    is_interviewer,
    is_on_hiring_team,
)

__all__ = [
    "can_answer",
    "can_choose_hiring_team",
    "can_curate_templates",
    "can_decide",
    "can_edit_role",
    "can_hire",
    "can_open_role",
    "can_open_roles",
    "can_read_answer",
    "can_run_onboarding",
    "can_start_onboarding",
    "is_interviewer",
    "is_on_hiring_team",
]
