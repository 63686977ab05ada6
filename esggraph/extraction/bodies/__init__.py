"""Bodies: their names' grammar, which names are one body, and which bodies count as the company's own."""
