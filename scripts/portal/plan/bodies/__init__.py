"""What bodies are asked, have sent and have said."""
