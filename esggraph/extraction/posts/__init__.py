"""Posts: their titles' grammar, which titles are one post, which count, and who holds them."""
