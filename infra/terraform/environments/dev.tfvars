# What is particular to the environment for trying things out. What is particular to your project: dev.project.tfvars.
environment        = "dev"
monthly_budget     = 1000
log_retention_days = 180
