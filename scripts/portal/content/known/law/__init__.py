"""What binds: conventions, laws, documents told part by part, what the UN recommended."""
