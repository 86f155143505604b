select dimension, code, label_id, label_en, sort
from {{ ref('code_label') }}
