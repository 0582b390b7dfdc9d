"""Invitations: who answers alone, the page that they answer in, the text that asks them."""
