"""The register on screen: its list, and the card of an exhibitor with all that is written there."""
