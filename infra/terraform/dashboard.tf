# One page for a person on call: is it up, is it quick, is it fresh, is the model honest, what does it cost.
locals {
  charts = [
    { title = "Requests, by status", metric = "http_requests_total", group = "metric.label.status", align = "ALIGN_RATE", reduce = "REDUCE_SUM" },
    { title = "Requests, by route", metric = "http_requests_total", group = "metric.label.route", align = "ALIGN_RATE", reduce = "REDUCE_SUM" },
    { title = "Latency by route, 95th percentile, ms", metric = "http_request_latency_ms", group = "metric.label.route", align = "ALIGN_DELTA", reduce = "REDUCE_PERCENTILE_95" },
    { title = "Syncs, by how they ended", metric = "syncs_total", group = "metric.label.status", align = "ALIGN_DELTA", reduce = "REDUCE_SUM" },
    { title = "Sync, from asking to its end, 95th percentile, s", metric = "data_sync_duration_seconds", group = "metric.label.status", align = "ALIGN_DELTA", reduce = "REDUCE_PERCENTILE_95" },
    { title = "Jobs given up, by queue", metric = "dead_letters_total", group = "metric.label.queue", align = "ALIGN_DELTA", reduce = "REDUCE_SUM" },
    { title = "Insights, by category", metric = "ai_insights_generated_total", group = "metric.label.category", align = "ALIGN_DELTA", reduce = "REDUCE_SUM" },
    { title = "The model's texts, by verdict", metric = "ai_texts_total", group = "metric.label.verdict", align = "ALIGN_DELTA", reduce = "REDUCE_SUM" },
    { title = "First token, 95th percentile, s", metric = "ai_first_token_seconds", group = null, align = "ALIGN_DELTA", reduce = "REDUCE_PERCENTILE_95" },
    { title = "Tokens given, mean per call", metric = "ai_input_tokens", group = "metric.label.route", align = "ALIGN_DELTA", reduce = "REDUCE_MEAN" },
    { title = "Tokens written, mean per call", metric = "ai_output_tokens", group = "metric.label.route", align = "ALIGN_DELTA", reduce = "REDUCE_MEAN" },
    { title = "Sign-ins with Google, by how they ended", metric = "sign_ins_total", group = "metric.label.outcome", align = "ALIGN_DELTA", reduce = "REDUCE_SUM" },
    { title = "Cloud KMS failures", metric = "vault_failures_total", group = "metric.label.route", align = "ALIGN_DELTA", reduce = "REDUCE_SUM" },
  ]

  # Two charts a row, each half of 48 columns.
  tiles = [for place, chart in local.charts : {
    xPos   = place % 2 * 24
    yPos   = floor(place / 2) * 16
    width  = 24
    height = 16
    widget = {
      title = chart.title
      xyChart = {
        dataSets = [{
          plotType = "LINE"
          timeSeriesQuery = {
            timeSeriesFilter = {
              filter = local.metric[chart.metric]
              aggregation = merge(
                { alignmentPeriod = "300s", perSeriesAligner = chart.align, crossSeriesReducer = chart.reduce },
                chart.group == null ? {} : { groupByFields = [chart.group] },
              )
            }
          }
        }]
      }
    }
  }]
}

resource "google_monitoring_dashboard" "app" {
  dashboard_json = jsonencode({
    displayName  = "Future Finance"
    mosaicLayout = { columns = 48, tiles = local.tiles }
  })
  depends_on = [google_logging_metric.counter, google_logging_metric.distribution]
}
