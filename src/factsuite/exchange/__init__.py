"""What a newsroom already has, brought in and handed out: spreadsheets, bibliographies, reviews of claims."""
