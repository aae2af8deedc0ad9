"""Measuring Dialogue beside a raw relay: `python -m bench`. Nothing here is asserted by a clock in a test."""
