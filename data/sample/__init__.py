"""The synthetic demo fair: the files a user would upload, and the programme that writes them."""
