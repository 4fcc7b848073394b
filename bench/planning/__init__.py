"""Benchmarks of the planner: readers of public instances and made-up organizations."""
