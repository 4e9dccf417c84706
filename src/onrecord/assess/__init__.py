"""What is held, how well and since when: ledgers of cited records, each with a query, never an opinion."""
