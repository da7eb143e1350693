"""What an editor is asked for a page, as values made from the models: for forms, schemas and guides."""
