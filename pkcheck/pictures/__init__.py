"""Pictures of a set for slides and reports: the cascade of units and the flow of budgets, laid out and drawn as SVG."""
