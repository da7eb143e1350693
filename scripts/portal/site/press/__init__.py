"""The press desk: the sheet of each month as values and as papers, figures that other sites can show."""
