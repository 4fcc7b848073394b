"""Who is one of the two, and who may become one."""

from .pairs import can_answer, can_start_with, is_in, needs_agreement

__all__ = ["can_answer", "can_start_with", "is_in", "may_write_in", "needs_agreement"]
