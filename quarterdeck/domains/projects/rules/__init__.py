"""Arithmetic and reading on plain values: no records, no clock."""
