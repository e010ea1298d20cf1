"""What agreements are held against: budget document, plan, list of key indicators, organisation chart."""
