"""What would help: a few changes to a problem, each weighed by planning with it."""

from .choosing import chosen
from .kinds import Lever, with_lever
from .weighing import Outcome, Variant, Weighed, Weighing, gain, weigh

__all__ = [
    "Lever",
    "Outcome",
    "Variant",
    "Weighed",
    "Weighing",
    "chosen",
    "gain",
    "weigh",
    "with_lever",
]
