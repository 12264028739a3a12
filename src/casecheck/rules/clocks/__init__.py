"""期限账本: the statutory periods of a case, reckoned once for the ledger and for the rules that judge them."""
