"""The form on which a page is written in the browser: what it is told, and what it says without a script."""
