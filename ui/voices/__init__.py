"""What people do with what was written: themes as they want them, and a comment as a complaint."""
