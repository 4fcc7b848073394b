from tests.domains.mentoring.conftest import ask, days, pair, room

__all__ = ["ask", "days", "pair", "room"]
