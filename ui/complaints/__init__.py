"""The inbox of complaints: entered, assigned, answered, closed and reopened, with history."""
