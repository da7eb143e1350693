"""Forms that come back: found in a workbook whatever was done to it, understood cell by cell, taken in whole or not."""
