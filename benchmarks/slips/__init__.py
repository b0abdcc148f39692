"""Realistic single slips in the TOML files that instructors write: `slips(root, seed, count)`.

Written from the description of the formats by someone who had not seen how findings are placed. Each is made in one
place of one valid file under `root` (a folder that holds `lessons/` and `question_banks/`). The same arguments give the
same slips; tomli confirms each: a slip of syntax must not parse, any other parses to something else.
"""
