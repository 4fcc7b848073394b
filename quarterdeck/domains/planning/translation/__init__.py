"""Between records and the planner: the only place that knows both."""

from .axis import Axis
from .problem import Translation, translate
from .supposing import suppose

__all__ = ["Axis", "Translation", "suppose", "translate"]
