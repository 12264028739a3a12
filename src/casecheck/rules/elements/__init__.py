"""构成要件—证据矩阵: which kind of violation a case is about, and what the papers show of each of its elements."""
