"""What stands under a page's text, one module for each word of `shows`."""
