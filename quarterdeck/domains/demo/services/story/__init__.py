"""What the demo tells: who works there, what they want and why, and what they do.

Plain data, no records. The cases: refunds that wait for the manager's approval, invoices
that eat accounting's week, and an event where the assistant manager speaks.
"""
