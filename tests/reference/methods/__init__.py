"""Methods that cases worked out with R name and no path of the product uses, one concept a file."""
