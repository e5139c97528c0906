"""What a customer is worth: on invented fairs whose truth is known."""
