"""Pure functions on strings: what a date, a sum, a number or a citation looks like in a Chinese official paper."""
