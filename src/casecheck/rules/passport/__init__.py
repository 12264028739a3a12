"""送达一览: the proof of service of each paper, put together from the receipts and what goes with them."""
