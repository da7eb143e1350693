"""What pages show of the United Nations: conventions, recommendations, documents."""
