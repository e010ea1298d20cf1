"""Rules without Python: one YAML file is one rule, whose condition is written in CEL (Common Expression Language).

`form` is the file, `handed` what a condition is handed, `expression` one expression of CEL, `evaluator` how it is
computed within bounds, `loading` makes a rule like any other of the file. The library (celpy, an extra) is only loaded
when a YAML rule is.
"""
