"""What numbers, dates and words mean: texts in, frozen values out.

Values and all other records are frozen structs of msgspec: compared, hashed and shown as dataclasses are, made in a
tenth of the time, and their classes in a fortieth. Those that a run makes by the ten thousand say `gc=False`: they hold
values and other records, never what holds them, so the garbage collector has nothing to follow. Those that work
something out once and keep it say `dict=True`.
"""
