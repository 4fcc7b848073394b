"""Make the demo, fill an instance for measuring, and clear the demo away."""

from .filling import fill_instance
from .making import InstanceNotEmpty, make_demo
from .removing import NoDemoHere, remove_demo

__all__ = [
    "InstanceNotEmpty",
    "NoDemoHere",
    "fill_instance",
    "make_demo",
    "remove_demo",
]
