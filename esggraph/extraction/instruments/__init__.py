"""Laws, policies and other titled documents: where titles begin and end, whose they are, which name the same."""
