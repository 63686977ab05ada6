"""Relations between bodies and posts: sentences as frames of signs, patterns over them, and what layout says."""
