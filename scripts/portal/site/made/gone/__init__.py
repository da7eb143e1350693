"""Pages at addresses whose page moved or was withdrawn."""
