"""Read goals: the organization's goals are for every member to see."""

from .chain import WhyStep, why_chain, why_of_goals
from .coverage import goals_without_measure, goals_without_told_work
from .forecast import GoalAtPace, goals_at_pace
from .links import candidates_to_link, children_of, parents_of, weight_of
from .parts import Ingredients, ingredients_of, roll_up_of
from .tree import branches, open_children_of, roots_visible_to, with_branches
from .visible import (
    closed_goals_visible_to,
    get_goal,
    get_key_result,
    goals_visible_to,
    key_results_of,
    measurements_of,
    open_goals_visible_to,
    removed_key_results_of,
)

__all__ = [
    "GoalAtPace",
    "Ingredients",
    "WhyStep",
    "branches",
    "candidates_to_link",
    "children_of",
    "closed_goals_visible_to",
    "get_goal",
    "get_key_result",
    "goals_at_pace",
    "goals_visible_to",
    "goals_without_measure",
    "goals_without_told_work",
    "ingredients_of",
    "key_results_of",
    "measurements_of",
    "open_children_of",
    "open_goals_visible_to",
    "parents_of",
    "removed_key_results_of",
    "roll_up_of",
    "roots_visible_to",
    "weight_of",
    "why_chain",
    "why_of_goals",
    "with_branches",
]
