-- one row per response inside the filters: who gave it (a firm known by register, code or name, else the response itself), its edition's place in $editions from 0, its overall judgement, what it counts, and its ratings by slot
select
    r.response_id,
    case when r.firm is null then r.response_id::ubigint else hash(r.firm) end as who,
    (list_position($editions::varchar[], r.edition_id) - 1)::smallint as edition,
    r.overall, r.weight,
    list_resize(coalesce(r.sat, []::smallint[]), $slots::bigint) as sat
from chosen_responses($slice) as r;
