-- one row per response inside the filters: its edition's place in $editions from 0, its overall judgement and its ratings by slot
select
    r.response_id,
    (list_position($editions::varchar[], r.edition_id) - 1)::smallint as edition,
    r.overall,
    list_resize(coalesce(r.sat, []::smallint[]), $slots::bigint) as sat
from chosen_responses($slice) as r;
