"""当事人身份对照: the identity of the party over all papers."""
