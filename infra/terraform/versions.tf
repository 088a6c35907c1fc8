terraform {
  # 1.11 brought write-only arguments, by which a secret stays out of the state.
  required_version = ">= 1.11, < 2.0"

  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "~> 8.7"
    }
    google-beta = {
      source  = "hashicorp/google-beta"
      version = "~> 8.7"
    }
  }

  # The bucket is named by scripts/deploy; scripts/bootstrap-project makes it.
  backend "gcs" {
    prefix = "future-finance"
  }
}
