"""What stands around every page: navigation, filters, a study on its page, its cards."""
