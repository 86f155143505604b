select
  source,
  kind,
  count(*)::integer as batches,
  sum(rows_read)::bigint as rows_read,
  sum(rows_landed)::bigint as rows_landed,
  sum(rows_rejected)::bigint as rows_rejected,
  sum(rows_duplicate)::bigint as rows_duplicate,
  min(known_at) as known_from,
  max(known_at) as known_to,
  bool_or(synthetic) as synthetic
from {{ ref('stg_landing__batch') }}
group by source, kind
