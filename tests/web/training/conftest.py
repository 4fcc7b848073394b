from tests.domains.training.conftest import attended, place, room

__all__ = ["attended", "place", "room"]
