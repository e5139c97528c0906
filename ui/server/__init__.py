"""What runs behind every page: start-up, requests, caches, long jobs."""
