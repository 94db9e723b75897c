"""A vendor that is nothing like Kie: its own wire format, unit, pace and seal on its callbacks.

What it needs of the program is in this package and one line, as for any further vendor.
"""
