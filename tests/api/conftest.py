from tests.planned_here import planned_here

__all__ = ["planned_here"]
