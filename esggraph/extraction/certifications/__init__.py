"""Certificates: standards that are certified, certificates with titles of their own, and who holds them."""
