"""What every page wears and no language owns: styles and scripts, their marks, what a page may load."""
