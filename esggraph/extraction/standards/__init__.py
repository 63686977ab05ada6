"""Standards, frameworks, initiatives and ratings: by number, by known name, by form and by frame."""
