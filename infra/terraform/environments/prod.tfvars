# What is particular to the environment that people use. What is particular to your project: prod.project.tfvars.
environment        = "prod"
monthly_budget     = 5000
log_retention_days = 365

# A cold start of the overview is what a person waits for first. To keep one instance of it warm:
# min_instances = { financial-overview = 1 }
