from tests.domains.mentoring.conftest import ask, days, pair, planned_here, room

__all__ = ["ask", "days", "pair", "planned_here", "room"]
