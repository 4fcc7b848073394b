"""Plans problems whose tasks take people *and* resources, or people in several modes.

A plain decoder, not a kernel: slower and weaker than those for people alone and for
resources alone, under the same checker.
"""
