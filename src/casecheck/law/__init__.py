"""Pure knowledge of law: working days, periods, statutes in force, penalty ranges."""
