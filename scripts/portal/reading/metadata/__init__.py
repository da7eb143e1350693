"""What a file says of itself beside what it shows: pictures, PDF."""
