"""The report as files: DOCX in the form of Decree 30/2020/NĐ-CP, XLSX with every table, Markdown to read."""
