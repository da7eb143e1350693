"""The forms that bodies fill in for a year: what each is asked, the workbook it fills, the letter that goes with it."""
