"""金额对照表 of a case: sums by kind over all papers, what must agree, and the arithmetic worked out again."""
