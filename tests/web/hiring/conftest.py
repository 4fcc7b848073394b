from tests.domains.hiring.conftest import hand_in, heard, room

__all__ = ["hand_in", "heard", "room"]
