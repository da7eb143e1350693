"""The slides of a lesson or a unit: what each says and where it stands, letters that fit, PPTX."""
